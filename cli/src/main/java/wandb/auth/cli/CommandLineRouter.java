package wandb.auth.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wandb.auth.cli.terminal.ProgramName;

/**
 * The command that the arguments name, and the arguments after it. Only that command's options are set up: those of all
 * would be most of a run's time.
 */
final class CommandLineRouter {

    private final String group;
    private final Optional<Commands> command;
    private final String[] rest;

    private CommandLineRouter(String group, Optional<Commands> command, String... rest) {
        this.group = group;
        this.command = command;
        this.rest = rest;
    }

    /** Under the program's own name the commands of {@code auth} stand at the top as well. */
    static CommandLineRouter of(ProgramName program, String... args) {
        if (args.length > 0 && args[0].equals(Commands.AUTH_WORD)) {
            return within(HelpText.AUTH, Arrays.copyOfRange(args, 1, args.length));
        }
        CommandLineRouter top = within(HelpText.PROGRAM, args);
        if (top.command.isEmpty() && program.isOwn()) {
            CommandLineRouter auth = within(HelpText.AUTH, args);
            return auth.command.isPresent() ? auth : top;
        }
        return top;
    }

    private static CommandLineRouter within(String group, String... args) {
        for (Commands command : Commands.values()) {
            if (args.length > 0
                    && command.group().equals(group)
                    && command.word().equals(args[0])) {
                return new CommandLineRouter(group, Optional.of(command), Arrays.copyOfRange(args, 1, args.length));
            }
        }
        return new CommandLineRouter(group, Optional.empty(), args);
    }

    /** The command as it is typed, or the group of commands. */
    String line() {
        return command.isPresent() ? command.get().line() : group;
    }

    /** The command; empty if the arguments name none. */
    Optional<Commands> command() {
        return command;
    }

    /** Whether more than texts of the program are needed: those are for everybody, wherever he is. */
    boolean worksWithFiles() {
        List<String> options = Arrays.asList(rest);
        return command.isPresent()
                && command.get().worksWithFiles()
                && !options.contains("--help")
                && !options.contains("-h");
    }

    /** The arguments after the command, or after the group. */
    String[] rest() {
        return rest.clone();
    }
}
