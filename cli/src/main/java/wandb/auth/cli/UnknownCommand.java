package wandb.auth.cli;

import java.util.Optional;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.guess.Synonyms;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.TerminalSafe;

/** A command line that names no command of this program. */
final class UnknownCommand {

    private final ProgramName program;
    /** Whether the word follows {@code auth}. */
    private final boolean isOfAuth;
    /** The whole line, without the program's name. */
    private final String[] args;

    private UnknownCommand(ProgramName program, String... args) {
        this.program = program;
        this.isOfAuth = args.length > 1 && args[0].equals(Commands.AUTH_WORD);
        this.args = args;
    }

    /** The one with these arguments, of which one names no command. */
    static UnknownCommand of(ProgramName program, String... args) {
        return new UnknownCommand(program, args);
    }

    private String word() {
        return args[isOfAuth ? 1 : 0];
    }

    /** Whether the program of the Python SDK has this command. */
    boolean isOfTheSdk() {
        return !isOfAuth && Synonyms.isOfTheSdk(word());
    }

    /** The command of the SDK, in words. */
    String sdkCommand() {
        return "'" + word() + "' is a command";
    }

    /** That the SDK's command cannot be run, and what to do. */
    static String sdkIsMissing(String what) {
        return what + " of the Python SDK, and PATH has no other wandb. To get it: pip install wandb";
    }

    /** What is wrong, and what was meant. */
    UsageException problem() {
        if (isOfTheSdk()) {
            return new UsageException(unknown() + " That is a command of the Python SDK: wandb " + word());
        }
        Optional<String> meant = Correction.of(program, args);
        return new UsageException(unknown() + (meant.isPresent() ? "" : sdkHint()), meant);
    }

    private String sdkHint() {
        return program.isOwn() || isOfAuth || ApiKey.isLikely(word()) || word().startsWith("-") || word().isBlank()
                ? ""
                : " If it is one of the Python SDK's: pip install wandb";
    }

    /** The same for somebody who asked for its help. */
    UsageException problemOfHelp() {
        if (isOfTheSdk()) {
            return new UsageException("'" + word() + "' is a command of the Python SDK, which has its own help: wandb "
                    + word() + " --help");
        }
        return new UsageException(unknown(), Correction.command(args).map(command -> "wandb help " + command));
    }

    /** What may be a key is not repeated. */
    private String unknown() {
        String word = word();
        if (word.isBlank() || ApiKey.isLikely(word)) {
            return "Unknown command.";
        }
        String kind = word.startsWith("-") ? "Unknown option '" : "Unknown command '";
        return kind + program.typed() + (isOfAuth ? " auth " : " ") + TerminalSafe.of(word) + "'.";
    }
}
