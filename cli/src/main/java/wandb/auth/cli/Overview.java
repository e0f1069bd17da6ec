package wandb.auth.cli;

/** The help of the program and of its groups of commands, as ready text: it is asked for often and must come at once. */
final class Overview {

    private static final String PROGRAM = """
            Usage: wandb COMMAND [OPTIONS] [ARGUMENTS]

            Logs this machine in to a Weights & Biases server.

              login         Save an API key, or tell which one is there already.
              logout        Erase the API key of a server.
              status        Show the server and where its credential comes from.
              completion    Print the script that completes commands in a shell.
              auth token    Print the API key, for a program that needs it.
              auth exec     Run a program with the API key in its environment.
              auth list     List the accounts and the stores that hold their keys.
              auth stores   List the stores, and whether they can be used.
              auth migrate  Move keys to another store.
              auth switch   Choose the profile whose key the Python SDK finds.
              auth policy   Show the rules in force, and where they are set.
              auth doctor   Tell what is wrong on this machine, and how to mend it.

              -h, --help     Show this help.
              -V, --version  Show the version.

            'wandb COMMAND --help' tells more. Every other command, and
            'wandb status --settings', goes to the wandb of the Python SDK, where the
            PATH has one.
            """;

    private static final String AUTH = """
            Usage: wandb auth COMMAND [OPTIONS] [ARGUMENTS]

            Looks after the API keys of this machine, and hands them to programs.

              token    Print the API key.
              exec     Run a program with the API key in its environment.
              list     List the accounts and the stores that hold their keys.
              stores   List the stores, and whether they can be used.
              migrate  Move keys to another store.
              switch   Choose the profile whose key the Python SDK finds.
              policy   Show the rules in force, and where they are set.
              doctor   Tell what is wrong on this machine, and how to mend it.

            'wandb auth COMMAND --help' tells more.
            """;

    private Overview() {}

    /** The help of {@code wandb} or {@code wandb auth}. */
    static String of(String group) {
        return group.equals("wandb") ? PROGRAM : AUTH;
    }
}
