package wandb.auth.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.message.Lists;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.HostPattern;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.policy.Restriction.OnlyPrograms.Kind;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniValue;

/**
 * The rules of one file's {@code [policy]}.
 *
 * @param path the file
 * @param values the values by the names of the rules
 * @param isUsers whether the file is the user's, else it is the administrator's
 */
record PolicyParser(Path path, Map<String, IniValue> values, boolean isUsers) {

    private static final List<String> RULES = List.of(
            "order",
            "default_store",
            "default_host",
            "sources_off",
            "stores",
            "least_protection",
            "hosts",
            "key_argument",
            "verification",
            "plugins",
            "helpers",
            "audit_file");

    /** The policy with these rules too: what it forbids stays forbidden, and what somebody chose already stays. */
    ResolutionPolicy addedTo(ResolutionPolicy policy) throws IniException {
        ResolutionPolicy more = policy;
        for (Map.Entry<String, IniValue> entry : values.entrySet()) {
            more = with(more, new PolicyValue(entry.getKey(), entry.getValue()));
        }
        return more;
    }

    /** The policy with this rule too. */
    ResolutionPolicy with(ResolutionPolicy policy, PolicyValue value) throws IniException {
        return switch (value.rule()) {
            case "order" -> ordered(policy, value);
            case "default_store" -> savingTo(policy, value);
            case "default_host" -> on(policy, value);
            case "sources_off" -> withSourcesOff(policy, value);
            case "stores" -> policy.restricted(onlyStores(value));
            case "least_protection" -> withLeastProtection(policy, value);
            case "hosts" -> policy.restricted(onlyHosts(value));
            case "key_argument" -> withKeyArgument(policy, value);
            case "verification" -> withVerification(policy, value);
            case "plugins" ->
                policy.restricted(onlyPrograms(Kind.PLUGIN, Messages.NO_PLUGIN, Messages.ONLY_LISTED_PLUGINS, value));
            case "helpers" ->
                policy.restricted(onlyPrograms(Kind.HELPER, Messages.NO_HELPER, Messages.ONLY_LISTED_HELPERS, value));
            case "audit_file" -> policy.restricted(recorded(value));
            default -> throw AuthIni.problem(value.value().line(), Messages.noRule(value.rule(), RULES));
        };
    }

    private ResolutionPolicy ordered(ResolutionPolicy policy, PolicyValue value) throws IniException {
        Configured<List<SourceId>> order = new Configured<>(value.ids(), Optional.of(place(value)));
        return policy.order().setAt().isPresent() ? policy : policy.ordered(order);
    }

    private ResolutionPolicy savingTo(ResolutionPolicy policy, PolicyValue value) throws IniException {
        Configured<SourceId> store = new Configured<>(value.id(), Optional.of(place(value)));
        return policy.defaultStore().setAt().isPresent() ? policy : policy.savingTo(store);
    }

    /** A user names a server by logging in to it; in a rule it could be anybody's who may add to the file. */
    private ResolutionPolicy on(ResolutionPolicy policy, PolicyValue value) throws IniException {
        if (isUsers) {
            throw AuthIni.problem(value.value().line(), Messages.defaultHostOfUser());
        }
        return policy.on(new Configured<>(value.host(), Optional.of(place(value))));
    }

    private ResolutionPolicy withSourcesOff(ResolutionPolicy policy, PolicyValue value) throws IniException {
        ResolutionPolicy more = policy;
        for (SourceId source : value.ids()) {
            Rule rule = rule(value, Messages.KEYS_IN + source + Messages.ARE_NOT_USED);
            more = more.restricted(new Restriction.SourceOff(source, rule));
        }
        return more;
    }

    private Restriction onlyStores(PolicyValue value) throws IniException {
        List<SourceId> stores = value.idsOrNone();
        String statement =
                stores.isEmpty() ? Messages.NO_STORE_SAVES : Messages.SAVED_ONLY_IN + Lists.joined(stores, "and") + ".";
        return new Restriction.OnlyStores(stores, rule(value, statement));
    }

    private ResolutionPolicy withLeastProtection(ResolutionPolicy policy, PolicyValue value) throws IniException {
        return switch (value.word("plaintext", "encrypted", "remote")) {
            case "encrypted" ->
                policy.restricted(
                        new Restriction.LeastProtection(Protection.ENCRYPTED, rule(value, Messages.NO_PLAINTEXT)));
            case "remote" ->
                policy.restricted(
                        new Restriction.LeastProtection(Protection.REMOTE, rule(value, Messages.NONE_ON_THIS_MACHINE)));
            default -> policy;
        };
    }

    private Restriction onlyHosts(PolicyValue value) throws IniException {
        List<HostPattern> hosts = value.hosts();
        return new Restriction.OnlyHosts(hosts, rule(value, Messages.USED_ONLY_FOR + Lists.joined(hosts, "and") + "."));
    }

    private ResolutionPolicy withKeyArgument(ResolutionPolicy policy, PolicyValue value) throws IniException {
        return value.word("allowed", "forbidden").equals("allowed")
                ? policy
                : policy.restricted(new Restriction.NoKeyArgument(rule(value, Messages.NO_KEY_ARGUMENT)));
    }

    private ResolutionPolicy withVerification(ResolutionPolicy policy, PolicyValue value) throws IniException {
        return value.word("optional", "required").equals("optional")
                ? policy
                : policy.restricted(new Restriction.VerifiedOnly(rule(value, Messages.ONLY_VERIFIED)));
    }

    private Restriction onlyPrograms(Kind kind, String ifNone, String ifListed, PolicyValue value) throws IniException {
        Set<String> digests = value.digestsOrNone();
        return new Restriction.OnlyPrograms(kind, digests, rule(value, digests.isEmpty() ? ifNone : ifListed));
    }

    private Restriction recorded(PolicyValue value) throws IniException {
        Path file = value.file();
        String statement = Messages.RECORDED_IN + TerminalSafe.whole(file.toString()) + ".";
        return new Restriction.Recorded(file, rule(value, statement));
    }

    private Rule rule(PolicyValue value, String statement) {
        return new Rule(statement, Optional.of(place(value)));
    }

    private Location place(PolicyValue value) {
        return new Location.File(path, value.value().line());
    }
}
