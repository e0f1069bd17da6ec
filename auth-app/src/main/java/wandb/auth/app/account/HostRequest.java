package wandb.auth.app.account;

/** Which server the command line asks for. */
public sealed interface HostRequest {

    /** The public cloud, whatever is configured. */
    record PublicCloud() implements HostRequest {}

    /**
     * The server at an address, whatever is configured.
     *
     * @param text the address as written
     */
    record Address(String text) implements HostRequest {}

    /**
     * The server at an address that a program asks for, and not its user: whoever named that address to the program has
     * named the server.
     *
     * @param text the address as written
     */
    record OfProgram(String text) implements HostRequest {}

    /** The server that is configured. */
    record AsConfigured() implements HostRequest {}
}
