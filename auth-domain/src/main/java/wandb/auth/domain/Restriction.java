package wandb.auth.domain;

import java.util.List;

/** One thing that a policy forbids. */
public sealed interface Restriction {

    /** The rule that forbids it, to be shown to whoever runs into it. */
    Rule rule();

    /**
     * A source is not asked.
     *
     * @param source the source
     * @param rule the rule that says so
     */
    record SourceOff(SourceId source, Rule rule) implements Restriction {}

    /**
     * What a source holds is not used: nothing ties it to the server that is meant.
     *
     * @param source the source
     * @param rule the rule that says so
     */
    record NotForThisServer(SourceId source, Rule rule) implements Restriction {}

    /**
     * Nothing is saved to a store.
     *
     * @param store the store
     * @param rule the rule that says so
     */
    record ReadOnly(SourceId store, Rule rule) implements Restriction {}

    /**
     * A credential counts only where it is kept at least so well.
     *
     * @param least the weakest protection that is allowed
     * @param rule the rule that says so
     */
    record LeastProtection(Protection least, Rule rule) implements Restriction {}

    /**
     * Only these servers may be logged in to.
     *
     * @param hosts the servers; the public cloud is meant by either of its names
     * @param rule the rule that says so
     */
    record OnlyHosts(List<Host> hosts, Rule rule) implements Restriction {
        public OnlyHosts {
            hosts = List.copyOf(hosts);
        }
    }
}
