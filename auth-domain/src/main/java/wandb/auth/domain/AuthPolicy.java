package wandb.auth.domain;

/**
 * Where the policy is written. A port that only a room of this project fills.
 *
 * <p>There are two files: the administrator's, and the user's, which can add restrictions and choose what the
 * administrator left open, and can allow nothing that he forbade.
 */
public interface AuthPolicy {

    /** What is in force for this process; never an exception. */
    Policy read(Environment environment);

    /** What is in force. */
    sealed interface Policy {}

    /**
     * The rules.
     *
     * @param policy the rules of both files, the administrator's first
     */
    record InForce(ResolutionPolicy policy) implements Policy {}

    /**
     * A file that may hold rules cannot be read or understood, or others than its owner may write it: nobody knows what is
     * forbidden, so everything is.
     *
     * @param location the file, and its line where one is to blame
     * @param reason why, and what to do
     */
    record Unreadable(Location location, Reason reason) implements Policy {}
}
