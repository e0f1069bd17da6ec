package wandb.auth.domain;

/** Where the server is configured apart from the command line. A port that only a room of this project fills. */
public interface ServerSettings {

    /** What is configured; never an exception. */
    Configured address(Environment environment);

    /** What is configured. */
    sealed interface Configured {}

    /**
     * A server's address as somebody configured it, not yet judged.
     *
     * @param text the address as written
     * @param origin what kind of place it was written in
     * @param location the place itself
     */
    record ConfiguredAddress(String text, HostOrigin origin, Location location) implements Configured {}

    /** No address: the public cloud is meant. */
    record NotConfigured() implements Configured {}

    /**
     * A place that may name a server cannot be read, so that nobody knows which server is meant.
     *
     * @param location the place
     * @param reason why, and what to do
     */
    record Unreadable(Location location, Reason reason) implements Configured {}
}
