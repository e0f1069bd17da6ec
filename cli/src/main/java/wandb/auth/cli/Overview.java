package wandb.auth.cli;

/** The help of the program and of its groups of commands, as ready text: it is asked for often and must come at once. */
final class Overview {

    private static final String PROGRAM = """
            Usage: wandb COMMAND [OPTIONS] [ARGUMENTS]

            Logs this machine in to a Weights & Biases server.

              login        Save an API key, or tell which one is there already.
              status       Show the server and where its credential comes from.
              auth token   Print the API key, for a program that needs it.
              auth exec    Run a program with the API key in its environment.

              -h, --help     Show this help.
              -V, --version  Show the version.

            'wandb COMMAND --help' tells more. Every other command, and
            'wandb status --settings', goes to the wandb of the Python SDK, where the
            PATH has one.
            """;

    private static final String AUTH = """
            Usage: wandb auth COMMAND [OPTIONS] [ARGUMENTS]

            Hands the API key of this machine to programs.

              token   Print the API key.
              exec    Run a program with the API key in its environment.

            'wandb auth COMMAND --help' tells more.
            """;

    private Overview() {}

    /** The help of {@code wandb} or {@code wandb auth}. */
    static String of(String group) {
        return group.equals("wandb") ? PROGRAM : AUTH;
    }
}
