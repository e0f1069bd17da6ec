package wandb.auth.cli.message;

/** What the command line says to people. */
public final class Messages {

    // Commands

    // Reports

    private Messages() {}
}
