package wandb.auth.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Chosen;
import wandb.auth.domain.HostPattern;
import wandb.auth.domain.Location;
import wandb.auth.domain.Printable;
import wandb.auth.domain.Protection;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Restriction;
import wandb.auth.domain.Restriction.OnlyPrograms.Kind;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.files.ini.IniValue;

/**
 * The rules of one file's {@code [policy]}.
 *
 * @param path the file
 * @param values the values by the names of the rules
 */
record Rules(Path path, Map<String, IniValue> values) {

    /** The policy with these rules too: what it forbids stays forbidden, and what somebody chose already stays. */
    ResolutionPolicy addedTo(ResolutionPolicy policy) throws RuleProblem {
        ResolutionPolicy more = policy;
        for (Map.Entry<String, IniValue> entry : values.entrySet()) {
            more = with(more, new RuleValue(entry.getKey(), entry.getValue()));
        }
        return more;
    }

    private ResolutionPolicy with(ResolutionPolicy policy, RuleValue value) throws RuleProblem {
        return switch (value.rule()) {
            case "order" -> ordered(policy, value);
            case "default_store" -> savingTo(policy, value);
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

    private static RuleProblem unknown(RuleValue value) {
        return new RuleProblem(
                value.value().line(),
                "There is no rule " + RuleProblem.quoted(value.rule()) + ".",
                "Correct or remove the line: the rules are order, default_store, sources_off, stores,"
                        + " least_protection, hosts, key_argument, verification, plugins, helpers and audit_file.");
    }

    private ResolutionPolicy ordered(ResolutionPolicy policy, RuleValue value) throws RuleProblem {
        Chosen<List<SourceId>> order = new Chosen<>(value.ids(), Optional.of(place(value)));
        return policy.order().setAt().isPresent() ? policy : policy.ordered(order);
    }

    private ResolutionPolicy savingTo(ResolutionPolicy policy, RuleValue value) throws RuleProblem {
        Chosen<SourceId> store = new Chosen<>(value.id(), Optional.of(place(value)));
        return policy.defaultStore().setAt().isPresent() ? policy : policy.savingTo(store);
    }

    private ResolutionPolicy withSourcesOff(ResolutionPolicy policy, RuleValue value) throws RuleProblem {
        ResolutionPolicy more = policy;
        for (SourceId source : value.ids()) {
            Rule rule = rule(value, "Keys in " + source + " are not used.");
            more = more.restricted(new Restriction.SourceOff(source, rule));
        }
        return more;
    }

    private Restriction onlyStores(RuleValue value) throws RuleProblem {
        List<SourceId> stores = value.idsOrNone();
        String statement = stores.isEmpty()
                ? "Keys may not be saved in any store."
                : "Keys may be saved only in " + Words.joined(stores, "and") + ".";
        return new Restriction.OnlyStores(stores, rule(value, statement));
    }

    private ResolutionPolicy withLeastProtection(ResolutionPolicy policy, RuleValue value) throws RuleProblem {
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

    private Restriction onlyHosts(RuleValue value) throws RuleProblem {
        List<HostPattern> hosts = value.hosts();
        return new Restriction.OnlyHosts(
                hosts, rule(value, "Keys may be used only for " + Words.joined(hosts, "and") + "."));
    }

    private ResolutionPolicy withKeyArgument(ResolutionPolicy policy, RuleValue value) throws RuleProblem {
        return value.word("allowed", "forbidden").equals("allowed")
                ? policy
                : policy.restricted(new Restriction.NoKeyArgument(
                        rule(value, "A key may not be an argument on the command line.")));
    }

    private ResolutionPolicy withVerification(ResolutionPolicy policy, RuleValue value) throws RuleProblem {
        return value.word("optional", "required").equals("optional")
                ? policy
                : policy.restricted(new Restriction.VerifiedOnly(
                        rule(value, "A key is saved only after its server has confirmed it.")));
    }

    private Restriction onlyPrograms(Kind kind, String word, RuleValue value) throws RuleProblem {
        Set<String> digests = value.digestsOrNone();
        String statement = digests.isEmpty()
                ? "No " + word + " may run."
                : "A " + word + " may run only where its SHA-256 is listed.";
        return new Restriction.OnlyPrograms(kind, digests, rule(value, statement));
    }

    private Restriction recorded(RuleValue value) throws RuleProblem {
        Path file = value.file();
        String statement = "What is done with keys is recorded in " + Printable.whole(file.toString()) + ".";
        return new Restriction.Recorded(file, rule(value, statement));
    }

    private Rule rule(RuleValue value, String statement) {
        return new Rule(statement, Optional.of(place(value)));
    }

    private Location place(RuleValue value) {
        return new Location.File(path, value.value().line());
    }
}
