package wandb.auth.cli;

import java.util.Optional;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.guess.Synonyms;
import wandb.auth.cli.message.Messages;
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

    /** The word that names none. */
    String word() {
        return args[isOfAuth ? 1 : 0];
    }

    /** Whether the program of the Python SDK has this command. */
    boolean isOfTheSdk() {
        return !isOfAuth && Synonyms.isOfTheSdk(word());
    }

    /** What is wrong, and what was meant. */
    UsageException problem() {
        if (isOfTheSdk()) {
            return new UsageException(unknown() + " " + Messages.commandOfSdk(word()));
        }
        Optional<String> meant = Correction.of(program, args);
        return new UsageException(unknown() + (meant.isPresent() ? "" : sdkHint()), meant);
    }

    private String sdkHint() {
        return program.isOwn() || isOfAuth || ApiKey.isLikely(word()) || word().startsWith("-") || word().isBlank()
                ? ""
                : " " + Messages.PERHAPS_COMMAND_OF_SDK;
    }

    /** The same for somebody who asked for its help. */
    UsageException problemOfHelp() {
        if (isOfTheSdk()) {
            return new UsageException(Messages.helpIsOfSdk(word()));
        }
        return new UsageException(unknown(), Correction.command(args).map(command -> "wandb help " + command));
    }

    /** What may be a key is not repeated. */
    private String unknown() {
        String word = word();
        if (word.isBlank() || ApiKey.isLikely(word)) {
            return Messages.UNKNOWN_COMMAND;
        }
        String line = program.typed() + (isOfAuth ? " auth " : " ") + TerminalSafe.of(word);
        return word.startsWith("-") ? Messages.unknownOptionOfProgram(line) : Messages.unknownCommand(line);
    }
}
