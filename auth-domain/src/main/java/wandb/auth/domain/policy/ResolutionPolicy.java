package wandb.auth.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.policy.Restriction.LeastProtection;
import wandb.auth.domain.policy.Restriction.NoCommand;
import wandb.auth.domain.policy.Restriction.NoKeyArgument;
import wandb.auth.domain.policy.Restriction.NotForThisAccount;
import wandb.auth.domain.policy.Restriction.OnlyHosts;
import wandb.auth.domain.policy.Restriction.OnlyPrograms;
import wandb.auth.domain.policy.Restriction.OnlySource;
import wandb.auth.domain.policy.Restriction.OnlyStores;
import wandb.auth.domain.policy.Restriction.Recorded;
import wandb.auth.domain.policy.Restriction.SourceOff;
import wandb.auth.domain.policy.Restriction.VerifiedOnly;
import wandb.auth.domain.port.account.ProfileChoice;

/**
 * What a lookup and a save may do: which sources are asked, in which order, which stores may be written, how well a key
 * must be kept, and which servers may be logged in to. Where several restrictions forbid a thing, the first is named.
 *
 * @param order the sources in the order in which they are asked; a source that it does not name comes after them
 * @param defaultStore the store that a key is saved to where the command line names none
 * @param defaultHost the server of everybody who names none; empty if that is the public cloud
 * @param restrictions what is forbidden, strongest authority first
 */
public record ResolutionPolicy(
        Configured<List<SourceId>> order,
        Configured<SourceId> defaultStore,
        Optional<Configured<Host>> defaultHost,
        List<Restriction> restrictions) {

    /** The store that the SDK reads too. */
    public static final SourceId NETRC = new SourceId("netrc");

    /** The variables with a credential. */
    public static final SourceId ENVIRONMENT = new SourceId("environment");

    /** The settings file of the working directory. */
    public static final SourceId WORKSPACE_SETTINGS = new SourceId("workspace-settings");

    /** The user's settings file. */
    public static final SourceId SYSTEM_SETTINGS = new SourceId("system-settings");

    private static final ResolutionPolicy DOCUMENTED = new ResolutionPolicy(
            Configured.builtIn(List.of(ENVIRONMENT, WORKSPACE_SETTINGS, SYSTEM_SETTINGS, NETRC)),
            Configured.builtIn(NETRC),
            Optional.empty(),
            List.of());

    public ResolutionPolicy {
        order = new Configured<>(List.copyOf(order.value()), order.setAt());
        restrictions = List.copyOf(restrictions);
    }

    /** The policy where nobody set another: the order that the SDK documents, netrc, and nothing forbidden. */
    public static ResolutionPolicy documented() {
        return DOCUMENTED;
    }

    /** This policy with another order. */
    public ResolutionPolicy ordered(Configured<List<SourceId>> newOrder) {
        return new ResolutionPolicy(newOrder, defaultStore, defaultHost, restrictions);
    }

    /** This policy with another store where the command line names none. */
    public ResolutionPolicy savingTo(Configured<SourceId> newDefaultStore) {
        return new ResolutionPolicy(order, newDefaultStore, defaultHost, restrictions);
    }

    /** This policy with another server for everybody who names none. */
    public ResolutionPolicy on(Configured<Host> newDefaultHost) {
        return new ResolutionPolicy(order, defaultStore, Optional.of(newDefaultHost), restrictions);
    }

    /** This policy, with one thing more forbidden. */
    public ResolutionPolicy restricted(Restriction restriction) {
        List<Restriction> more = new ArrayList<>(restrictions);
        more.add(restriction);
        return new ResolutionPolicy(order, defaultStore, defaultHost, more);
    }

    /**
     * This policy for an account whose key was last saved to that store: it is asked before netrc, which may hold an older
     * key, unless the order has another place for it.
     */
    public ResolutionPolicy withKeyIn(SourceId store) {
        int netrcAt = order.value().indexOf(NETRC);
        if (order.value().contains(store) || netrcAt < 0) {
            return this;
        }
        List<SourceId> more = new ArrayList<>(order.value());
        more.add(netrcAt, store);
        return ordered(new Configured<>(more, order.setAt()));
    }

    /** This policy for a run that is for this account: what nothing ties to it is not used for it. */
    public ResolutionPolicy forAccount(WorkspaceTrust trust) {
        return forServer(trust).forProfile(trust.choice().profile());
    }

    /**
     * A server that a workspace's file has chosen is not given the credential of the environment, which nothing ties to it:
     * anyone can put such a file in a repository. Of what is stored it is given what was saved for its address.
     */
    public ResolutionPolicy forServer(WorkspaceTrust trust) {
        if (trust.isServerChosenByUser()) {
            return this;
        }
        String only = Messages.ONLY + trust.file() + Messages.NAMES_THIS_SERVER;
        String remedy = forbidsHost(trust.choice().host()).isPresent() ? "" : Messages.NAME_THE_SERVER;
        ResolutionPolicy here = without(ENVIRONMENT, only + Messages.NO_CREDENTIAL_OF_ENVIRONMENT + remedy);
        if (trust.isServerNamedByUser()) {
            return here;
        }
        Rule noCommand = Rule.builtIn(only + Messages.NO_COMMAND + remedy);
        here = here.restricted(new NoCommand(trust.commands(), noCommand));
        if (!trust.isImpliedByMachineName()) {
            Rule rule = Rule.builtIn(only + Messages.NO_STORED_KEY + remedy);
            return here.restricted(new OnlySource(WORKSPACE_SETTINGS, rule));
        }
        Optional<Account> other = trust.otherHolder();
        return other.isPresent()
                ? here.without(NETRC, only + Messages.noKeyOf(other.get().text()) + remedy)
                : here;
    }

    /**
     * This policy for a run that is for this profile. One that the command line names is not given the credential of the
     * environment, and a named one not the key of a settings file, since neither says whose it is.
     */
    public ResolutionPolicy forProfile(ProfileChoice choice) {
        ResolutionPolicy here =
                choice.isNamedByCommandLine() ? without(ENVIRONMENT, Messages.ENVIRONMENT_KNOWS_NO_PROFILE) : this;
        if (choice.profile().isDefault()) {
            return here;
        }
        String rule = Messages.SETTINGS_ARE_OF_DEFAULT_PROFILE;
        return here.without(WORKSPACE_SETTINGS, rule).without(SYSTEM_SETTINGS, rule);
    }

    private ResolutionPolicy without(SourceId source, String rule) {
        return restricted(new NotForThisAccount(source, Rule.builtIn(rule)));
    }

    /** The rule by which what the source holds is not used for this account; empty if it is. */
    public Optional<Rule> forbidsUse(SourceId source) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof NotForThisAccount unbound
                    && unbound.source().equals(source)) {
                return Optional.of(unbound.rule());
            }
            if (restriction instanceof OnlySource only && !only.source().equals(source)) {
                return Optional.of(only.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which the source is not asked; empty if it is. */
    public Optional<Rule> forbidsSource(SourceId source) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof SourceOff off && off.source().equals(source)) {
                return Optional.of(off.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which no program of the source is run for this account; empty if one may be. */
    public Optional<Rule> forbidsRunning(SourceId source) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof NoCommand none && none.includes(source)) {
                return Optional.of(none.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which nothing is saved to the store; empty if it may be. */
    public Optional<Rule> forbidsWriting(SourceId store) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof OnlyStores only && !only.stores().contains(store)) {
                return Optional.of(only.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which a credential that is kept no better than so does not count; empty if it does. */
    public Optional<Rule> forbidsProtection(Protection protection) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof LeastProtection limit && protection.compareTo(limit.least()) < 0) {
                return Optional.of(limit.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which the server may not be logged in to; empty if it may be. */
    public Optional<Rule> forbidsHost(Host host) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof OnlyHosts only && !isNamed(only.hosts(), host)) {
                return Optional.of(only.rule());
            }
        }
        return Optional.empty();
    }

    /**
     * The rule by which a program does not run beside this one; empty if it may.
     *
     * @param sha256 the SHA-256 digest of its file, in lower-case hexadecimal digits; empty for that of no file, which every
     *     rule about programs forbids
     */
    public Optional<Rule> forbidsProgram(OnlyPrograms.Kind kind, String sha256) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof OnlyPrograms only
                    && only.kind() == kind
                    && !only.digests().contains(sha256)) {
                return Optional.of(only.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which a key is not taken from the command line; empty if it is. */
    public Optional<Rule> forbidsKeyArgument() {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof NoKeyArgument) {
                return Optional.of(restriction.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which a key is saved only after its server confirmed it; empty if it need not. */
    public Optional<Rule> requiresVerification() {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof VerifiedOnly) {
                return Optional.of(restriction.rule());
            }
        }
        return Optional.empty();
    }

    /** The rules by which what is done with a credential is recorded. */
    public List<Recorded> recorded() {
        List<Recorded> all = new ArrayList<>();
        for (Restriction restriction : restrictions) {
            if (restriction instanceof Recorded recorded) {
                all.add(recorded);
            }
        }
        return all;
    }

    private static boolean isNamed(List<HostPattern> patterns, Host host) {
        for (HostPattern pattern : patterns) {
            if (pattern.matches(host)) {
                return true;
            }
        }
        return false;
    }
}
