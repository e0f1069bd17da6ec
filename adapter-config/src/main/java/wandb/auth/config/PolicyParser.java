package wandb.auth.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import wandb.auth.files.ini.IniValue;

/**
 * The rules of one file's {@code [policy]}.
 *
 * @param path the file
 * @param values the values by the names of the rules
 * @param author who writes the file
 */
record PolicyParser(Path path, Map<String, IniValue> values, ConfigScope author) {

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
    ResolutionPolicy addedTo(ResolutionPolicy policy) throws PolicySyntaxException {
        ResolutionPolicy more = policy;
        for (Map.Entry<String, IniValue> entry : values.entrySet()) {
            more = with(more, new PolicyValue(entry.getKey(), entry.getValue()));
        }
        return more;
    }

    /** The policy with this rule too. */
    ResolutionPolicy with(ResolutionPolicy policy, PolicyValue value) throws PolicySyntaxException {
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
            case "plugins" -> policy.restricted(onlyPrograms(Kind.PLUGIN, "plugin", value));
            case "helpers" -> policy.restricted(onlyPrograms(Kind.HELPER, "helper", value));
            case "audit_file" -> policy.restricted(recorded(value));
            default -> throw unknown(value);
        };
    }

    private static PolicySyntaxException unknown(PolicyValue value) {
        return new PolicySyntaxException(
                value.value().line(),
                "There is no rule " + PolicySyntaxException.quoted(value.rule()) + "."
                        + PolicySyntaxException.guess(value.rule(), RULES),
                "Correct or remove the line: the rules are " + Lists.joined(RULES, "and") + ".");
    }

    private ResolutionPolicy ordered(ResolutionPolicy policy, PolicyValue value) throws PolicySyntaxException {
        Configured<List<SourceId>> order = new Configured<>(value.ids(), Optional.of(place(value)));
        return policy.order().setAt().isPresent() ? policy : policy.ordered(order);
    }

    private ResolutionPolicy savingTo(ResolutionPolicy policy, PolicyValue value) throws PolicySyntaxException {
        Configured<SourceId> store = new Configured<>(value.id(), Optional.of(place(value)));
        return policy.defaultStore().setAt().isPresent() ? policy : policy.savingTo(store);
    }

    /** A user names a server by logging in to it; in a rule it could be anybody's who may add to the file. */
    private ResolutionPolicy on(ResolutionPolicy policy, PolicyValue value) throws PolicySyntaxException {
        if (author != ConfigScope.ADMINISTRATOR) {
            throw new PolicySyntaxException(
                    value.value().line(),
                    "The rule default_host is for the administrator's file.",
                    "Remove the line. To choose a server for yourself: wandb login --host URL");
        }
        return policy.on(new Configured<>(value.host(), Optional.of(place(value))));
    }

    private ResolutionPolicy withSourcesOff(ResolutionPolicy policy, PolicyValue value) throws PolicySyntaxException {
        ResolutionPolicy more = policy;
        for (SourceId source : value.ids()) {
            Rule rule = rule(value, "Keys in " + source + " are not used.");
            more = more.restricted(new Restriction.SourceOff(source, rule));
        }
        return more;
    }

    private Restriction onlyStores(PolicyValue value) throws PolicySyntaxException {
        List<SourceId> stores = value.idsOrNone();
        String statement = stores.isEmpty()
                ? "Keys may not be saved in any store."
                : "Keys may be saved only in " + Lists.joined(stores, "and") + ".";
        return new Restriction.OnlyStores(stores, rule(value, statement));
    }

    private ResolutionPolicy withLeastProtection(ResolutionPolicy policy, PolicyValue value)
            throws PolicySyntaxException {
        return switch (value.word("plaintext", "encrypted", "remote")) {
            case "encrypted" ->
                policy.restricted(new Restriction.LeastProtection(
                        Protection.ENCRYPTED, rule(value, "Keys in plaintext are neither saved nor used.")));
            case "remote" ->
                policy.restricted(new Restriction.LeastProtection(
                        Protection.REMOTE, rule(value, "Keys kept on this machine are neither saved nor used.")));
            default -> policy;
        };
    }

    private Restriction onlyHosts(PolicyValue value) throws PolicySyntaxException {
        List<HostPattern> hosts = value.hosts();
        return new Restriction.OnlyHosts(
                hosts, rule(value, "Keys may be used only for " + Lists.joined(hosts, "and") + "."));
    }

    private ResolutionPolicy withKeyArgument(ResolutionPolicy policy, PolicyValue value) throws PolicySyntaxException {
        return value.word("allowed", "forbidden").equals("allowed")
                ? policy
                : policy.restricted(new Restriction.NoKeyArgument(
                        rule(value, "A key may not be an argument on the command line.")));
    }

    private ResolutionPolicy withVerification(ResolutionPolicy policy, PolicyValue value) throws PolicySyntaxException {
        return value.word("optional", "required").equals("optional")
                ? policy
                : policy.restricted(new Restriction.VerifiedOnly(
                        rule(value, "A key is saved only after its server has confirmed it.")));
    }

    private Restriction onlyPrograms(Kind kind, String word, PolicyValue value) throws PolicySyntaxException {
        Set<String> digests = value.digestsOrNone();
        String statement = digests.isEmpty()
                ? "No " + word + " may run."
                : "A " + word + " may run only where its SHA-256 is listed.";
        return new Restriction.OnlyPrograms(kind, digests, rule(value, statement));
    }

    private Restriction recorded(PolicyValue value) throws PolicySyntaxException {
        Path file = value.file();
        String statement = "What is done with keys is recorded in " + TerminalSafe.whole(file.toString()) + ".";
        return new Restriction.Recorded(file, rule(value, statement));
    }

    private Rule rule(PolicyValue value, String statement) {
        return new Rule(statement, Optional.of(place(value)));
    }

    private Location place(PolicyValue value) {
        return new Location.File(path, value.value().line());
    }
}
