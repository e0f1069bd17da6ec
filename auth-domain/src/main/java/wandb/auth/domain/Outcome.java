package wandb.auth.domain;

/**
 * The result of asking one source for one account.
 *
 * @since 0.1
 */
public sealed interface Outcome {

    /**
     * There is a valid credential.
     *
     * @param credential the credential
     * @param revision the state it was read in
     */
    record Found(Credential credential, Revision revision) implements Outcome {}

    /** There is nothing for this account. */
    record Absent() implements Outcome {}

    /**
     * The source names this account but cannot give a valid credential: unreadable, malformed, locked, not answering.
     *
     * @param reason why, and what to do
     */
    record Unusable(Reason reason) implements Outcome {}

    /**
     * There is a credential, and a rule forbids its use.
     *
     * @param rule the rule
     */
    record Refused(Rule rule) implements Outcome {}

    /**
     * The source was passed over.
     *
     * @param rule the rule that says so
     */
    record Skipped(Rule rule) implements Outcome {}

    /** Whether the lookup goes on to the next source; everything else ends it. */
    default boolean isPassedOver() {
        return switch (this) {
            case Absent absent -> true;
            case Found found -> false;
            case Skipped skipped -> true;
            case Unusable unusable -> false;
            case Refused refused -> false;
        };
    }
}
