package wandb.auth.cli;

import wandb.auth.cli.terminal.ProgramName;

/** The help of the program and of its groups of commands. It needs no parser: it is asked for often and must come at once. */
public final class HelpText {

    /** The group of the commands that follow the program's name. */
    public static final String PROGRAM = "wandb";

    /** The name of which nothing but this program is called; all commands follow it. */
    public static final String OWN_NAME = ProgramName.OWN;

    /** The group of the commands that follow {@code auth}. */
    public static final String AUTH = "wandb auth";

    private static final String HANDED_ON = """
             Every other command, and
            'wandb status --settings', goes to the wandb of the Python SDK, where the
            PATH has one.
            """;

    private static final String BLANKS = "                    ";

    private HelpText() {}

    /** What the commands of a group are for, in one sentence. */
    public static String purpose(String group) {
        return !group.equals(AUTH)
                ? "Logs this machine in to a Weights & Biases server."
                : "Looks after the API keys of this machine, and hands them to programs.";
    }

    /** A text in which the commands are those of {@link #OWN_NAME}. */
    public static String underOwnName(String text) {
        return ProgramName.WANDB_AUTH.in(text);
    }

    /** The help of a group, for a program that was started by this name. */
    static String of(String group, ProgramName program) {
        StringBuilder text = new StringBuilder("Usage: " + group + " COMMAND [OPTIONS] [ARGUMENTS]\n\n");
        text.append(purpose(group)).append("\n\n");
        list(group, program.isOwn(), text);
        text.append(group.equals(PROGRAM) ? """

                  -h, --help     Show this help.
                  -V, --version  Show the version.

                'wandb COMMAND --help' tells more.""" : """

                'wandb auth COMMAND --help' tells more.""");
        return program.in(text.append(group.equals(PROGRAM) && !program.isOwn() ? HANDED_ON : "\n")
                .toString());
    }

    /** The commands, without the words of the group. */
    private static void list(String group, boolean allAtTheTop, StringBuilder text) {
        int width = 0;
        for (Commands command : Commands.values()) {
            width = isListed(command, group)
                    ? Math.max(width, words(command, group, allAtTheTop).length())
                    : width;
        }
        for (Commands command : Commands.values()) {
            if (isListed(command, group)) {
                String words = words(command, group, allAtTheTop);
                text.append("  ").append(words).append(BLANKS, 0, width - words.length());
                text.append("  ").append(command.summary()).append('\n');
            }
        }
    }

    private static String words(Commands command, String group, boolean allAtTheTop) {
        return allAtTheTop ? command.word() : command.line().substring(group.length() + 1);
    }

    /** That of the program lists the commands of its groups too. */
    static boolean isListed(Commands command, String group) {
        return command.isListed() && command.group().startsWith(group);
    }
}
