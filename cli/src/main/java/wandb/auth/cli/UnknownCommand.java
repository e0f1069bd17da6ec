package wandb.auth.cli;

import wandb.auth.cli.guess.Synonyms;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.TerminalSafe;

/**
 * A command line that names no command of this program.
 *
 * @param program what the program is called here
 * @param isOfAuth whether the word follows {@code auth}
 * @param args the whole line, without the program's name
 */
record UnknownCommand(ProgramName program, boolean isOfAuth, String... args) {

    /** The one with these arguments, of which one names no command. */
    static UnknownCommand of(ProgramName program, String... args) {
        return new UnknownCommand(program, args.length > 1 && args[0].equals("auth"), args);
    }

    private String word() {
        return args[isOfAuth ? 1 : 0];
    }

    /** Whether the program of the Python SDK has this command. */
    boolean isOfTheSdk() {
        return !isOfAuth && Synonyms.isOfTheSdk(word());
    }

    /** That the SDK's command cannot be run, and what to do. */
    static String sdkIsMissing(String what) {
        return what + " of the Python SDK, and PATH has no other wandb. To get it: pip install wandb";
    }

    /** What is wrong, and what was meant. */
    String message() {
        if (isOfTheSdk()) {
            return program.isOwn()
                    ? unknown() + " It is one of the Python SDK: wandb " + word()
                    : sdkIsMissing("'" + word() + "' is a command");
        }
        return Correction.of(program, args)
                .map(line -> unknown() + " Did you mean: " + line)
                .orElseGet(() -> unknown() + sdkHint());
    }

    private String sdkHint() {
        return program.isOwn() || isOfAuth || ApiKey.isLikely(word()) || word().startsWith("-") || word().isBlank()
                ? ""
                : " If it is one of the Python SDK's: pip install wandb";
    }

    /** The same for somebody who asked for its help. */
    String helpMessage() {
        if (isOfTheSdk()) {
            return "'" + word() + "' is a command of the Python SDK, which has its own help: wandb " + word() + " --help";
        }
        return Correction.command(args)
                .map(command -> unknown() + " Did you mean: wandb help " + command)
                .orElseGet(this::unknown);
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
