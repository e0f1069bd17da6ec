package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.cli.command.Example;
import wandb.auth.cli.terminal.ProgramName;

/** The help of the program and of its groups of commands. It needs no parser: it is asked for often and must come at once. */
public final class HelpText {

    /** The group of the commands that follow the program's name. */
    public static final String PROGRAM = "wandb";

    /** The name of which nothing but this program is called; all commands follow it. */
    public static final String OWN_NAME = ProgramName.OWN;

    /** The group of the commands that follow {@code auth}. */
    public static final String AUTH = "wandb auth";

    private static final String HANDED_ON = " Every other command, and 'wandb status --settings', goes to the wandb of"
            + " the Python SDK, if PATH has one.";

    private static final List<Example> EXAMPLES_OF_PROGRAM = List.of(
            new Example("Save a key, typed without being shown", "wandb login"),
            new Example("See which key is used, and where it comes from", "wandb status"),
            new Example("Move the key out of the plaintext file", "wandb auth migrate --to keyring"),
            new Example("Show the options of a command", "wandb help login"));

    private static final List<Example> EXAMPLES_OF_AUTH = List.of(
            new Example("Run a program with the key in its environment", "wandb auth exec -- python train.py"),
            new Example("See which accounts have a key here", "wandb auth list"),
            new Example("Find out what is wrong on this machine", "wandb auth doctor"));

    /** The length of the longest command in a list. */
    private static final int LONGEST_COMMAND = 20;

    private enum Section {
        LOGIN("Log in and out"),
        KEYS("Keys and accounts"),
        PROGRAM("This program");

        private final String heading;

        Section(String heading) {
            this.heading = heading;
        }

        static Section of(Commands command) {
            if (command.group().equals(AUTH)) {
                return KEYS;
            }
            return command.worksWithFiles() ? LOGIN : PROGRAM;
        }
    }

    private HelpText() {}

    /** What the commands of a group are for, in one sentence. */
    public static String purpose(String group) {
        return !group.equals(AUTH)
                ? "Logs this machine in to a Weights & Biases server."
                : "Manages the API keys of this machine, and gives them to programs.";
    }

    /** Two to four ways to use the commands of a group. */
    @SuppressWarnings("exports") // for our build, which needs the values too
    public static List<Example> examples(String group) {
        return group.equals(AUTH) ? EXAMPLES_OF_AUTH : EXAMPLES_OF_PROGRAM;
    }

    /** A text in which the commands are those of {@link #OWN_NAME}. */
    public static String underOwnName(String text) {
        return ProgramName.WANDB_AUTH.in(text);
    }

    /** The help of a group, for a program that was started by this name. */
    static String of(String group, ProgramName program, int columns) {
        boolean isProgram = group.equals(PROGRAM);
        HelpPage page = new HelpPage(program, columns);
        page.paragraph("Usage: " + group + " COMMAND [OPTIONS] [ARGUMENTS]");
        page.blank().paragraph(purpose(group));
        for (Section section : Section.values()) {
            page.table(section.heading, commands(section, group, program), LONGEST_COMMAND);
        }
        page.table("Options", options(isProgram), LONGEST_COMMAND);
        page.examples(examples(group));
        String more = "'" + group + " COMMAND --help' tells more.";
        page.blank().paragraph(isProgram && !program.isOwn() ? more + HANDED_ON : more);
        return page.text();
    }

    private static List<String[]> options(boolean isProgram) {
        List<String[]> options = new ArrayList<>();
        options.add(new String[] {"-h, --help", "Show this help."});
        if (isProgram) {
            options.add(new String[] {"-V, --version", "Show the version."});
        }
        return options;
    }

    /** The commands, without the words of the group. */
    private static List<String[]> commands(Section section, String group, ProgramName program) {
        List<String[]> rows = new ArrayList<>();
        for (Commands command : Commands.values()) {
            if (isListed(command, group) && Section.of(command) == section) {
                String words = program.isOwn() ? command.word() : command.line().substring(group.length() + 1);
                rows.add(new String[] {words, command.summary()});
            }
        }
        return rows;
    }

    /** That of the program lists the commands of its groups too. */
    private static boolean isListed(Commands command, String group) {
        return command.isListed() && command.group().startsWith(group);
    }
}
