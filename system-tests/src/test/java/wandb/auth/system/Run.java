package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/**
 * What a program left when it had ended.
 *
 * @param command the program and its arguments
 * @param exitCode its exit code; 128 and the signal's number where a signal ended it
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(List<String> command, int exitCode, String out, String err) {

    /** This run, whose exit code must be the given one. */
    public Run ends(int expected) {
        assertEquals(expected, exitCode, this::toString);
        return this;
    }

    /** This run, which must have left exactly this. */
    public Run leaves(int expectedExitCode, String expectedOut, String expectedErr) {
        assertEquals(new Run(command, expectedExitCode, expectedOut, expectedErr), this);
        return this;
    }

    @Override
    public String toString() {
        return command + " ended with " + exitCode + "\n--- out\n" + out + "\n--- err\n" + err;
    }
}
