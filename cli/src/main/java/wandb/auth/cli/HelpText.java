package wandb.auth.cli;

/** The help of the program and of its groups of commands. It needs no parser: it is asked for often and must come at once. */
public final class HelpText {

    /** The group of the commands that follow the program's name. */
    public static final String PROGRAM = "wandb";

    /** The group of the commands that follow {@code auth}. */
    public static final String AUTH = "wandb auth";

    private static final String BLANKS = "                    ";

    private HelpText() {}

    /** What the commands of a group are for, in one sentence. */
    public static String purpose(String group) {
        return group.equals(PROGRAM)
                ? "Logs this machine in to a Weights & Biases server."
                : "Looks after the API keys of this machine, and hands them to programs.";
    }

    /** The help of a group. */
    static String of(String group) {
        StringBuilder text = new StringBuilder("Usage: ").append(group);
        text.append(" COMMAND [OPTIONS] [ARGUMENTS]\n\n");
        text.append(purpose(group)).append("\n\n");
        list(group, text);
        return text.append(group.equals(PROGRAM) ? """

                  -h, --help     Show this help.
                  -V, --version  Show the version.

                'wandb COMMAND --help' tells more. Every other command, and
                'wandb status --settings', goes to the wandb of the Python SDK, where the
                PATH has one.
                """ : """

                'wandb auth COMMAND --help' tells more.
                """).toString();
    }

    /** The commands, without the words of the group. */
    private static void list(String group, StringBuilder text) {
        int width = 0;
        for (Commands command : Commands.values()) {
            width = isListed(command, group) ? Math.max(width, command.line().length()) : width;
        }
        for (Commands command : Commands.values()) {
            if (isListed(command, group)) {
                String line = command.line();
                String blanks = BLANKS.substring(0, width - line.length());
                text.append("  ").append(line.substring(group.length() + 1)).append(blanks);
                text.append("  ").append(command.summary()).append('\n');
            }
        }
    }

    /** That of the program lists the commands of its groups too. */
    private static boolean isListed(Commands command, String group) {
        return command.isListed() && command.group().startsWith(group);
    }
}
