package wandb.auth.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Restriction.LeastProtection;
import wandb.auth.domain.Restriction.NotForThisServer;
import wandb.auth.domain.Restriction.OnlyHosts;
import wandb.auth.domain.Restriction.ReadOnly;
import wandb.auth.domain.Restriction.SourceOff;

/**
 * What a lookup and a save may do: which sources are asked, in which order, which stores may be written, how well a key
 * must be kept, and which servers may be logged in to. Where several restrictions forbid a thing, the first is named.
 *
 * @param order the sources in the order in which they are asked; a source that it does not name comes after them
 * @param restrictions what is forbidden, strongest authority first
 */
public record ResolutionPolicy(List<SourceId> order, List<Restriction> restrictions) {

    private static final SourceId ENVIRONMENT = new SourceId("environment");

    private static final ResolutionPolicy DOCUMENTED = new ResolutionPolicy(
            List.of(
                    ENVIRONMENT,
                    new SourceId("workspace-settings"),
                    new SourceId("system-settings"),
                    new SourceId("netrc")),
            List.of());

    public ResolutionPolicy {
        order = List.copyOf(order);
        restrictions = List.copyOf(restrictions);
    }

    /** The policy where nobody set another: the order that the SDK documents, and nothing forbidden. */
    public static ResolutionPolicy documented() {
        return DOCUMENTED;
    }

    /** This policy with another order. */
    public ResolutionPolicy ordered(List<SourceId> newOrder) {
        return new ResolutionPolicy(newOrder, restrictions);
    }

    /** This policy, with one thing more forbidden. */
    public ResolutionPolicy restricted(Restriction restriction) {
        List<Restriction> more = new ArrayList<>(restrictions);
        more.add(restriction);
        return new ResolutionPolicy(order, more);
    }

    /**
     * This policy for a run that is for this server. A server that only the settings file of a workspace names is not
     * given the credential of the environment, which nothing ties to it: anyone can put such a file in a repository.
     */
    public ResolutionPolicy forServer(HostChoice choice) {
        if (choice.origin() != HostOrigin.WORKSPACE_SETTINGS) {
            return this;
        }
        String file = choice.location().map(Location::text).orElse("the settings file of the working directory");
        return restricted(new Restriction.NotForThisServer(
                ENVIRONMENT,
                Rule.builtIn(
                        "Only " + file + " names this server, so a credential of the environment is not used for it."
                                + " Name the server with --host or WANDB_BASE_URL if that is what you want.")));
    }

    /** The rule by which what the source holds is not used for this server; empty where it is. */
    public Optional<Rule> forbidsUse(SourceId source) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof NotForThisServer unbound
                    && unbound.source().equals(source)) {
                return Optional.of(unbound.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which the source is not asked; empty where it is. */
    public Optional<Rule> forbidsSource(SourceId source) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof SourceOff off && off.source().equals(source)) {
                return Optional.of(off.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which nothing is saved to the store; empty where it may be. */
    public Optional<Rule> forbidsWriting(SourceId store) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof ReadOnly readOnly && readOnly.store().equals(store)) {
                return Optional.of(readOnly.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which a credential that is kept no better than so does not count; empty where it does. */
    public Optional<Rule> forbidsProtection(Protection protection) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof LeastProtection limit && protection.compareTo(limit.least()) < 0) {
                return Optional.of(limit.rule());
            }
        }
        return Optional.empty();
    }

    /** The rule by which the server may not be logged in to; empty where it may be. */
    public Optional<Rule> forbidsHost(Host host) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof OnlyHosts only && !names(only.hosts(), host)) {
                return Optional.of(only.rule());
            }
        }
        return Optional.empty();
    }

    private static boolean names(List<Host> hosts, Host wanted) {
        for (Host host : hosts) {
            if (host.isSameServer(wanted)) {
                return true;
            }
        }
        return false;
    }
}
