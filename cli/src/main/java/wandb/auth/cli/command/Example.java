package wandb.auth.cli.command;

/**
 * A command line that people type.
 *
 * @param purpose what it is for, as a sentence without its period
 * @param line the line for a POSIX shell, written with {@code wandb}
 */
public record Example(String purpose, String line) {}
