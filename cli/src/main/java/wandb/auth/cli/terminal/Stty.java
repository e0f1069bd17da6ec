package wandb.auth.cli.terminal;

import java.io.File;
import java.util.Optional;
import wandb.auth.domain.Environment;

/**
 * POSIX {@code stty}, which tells of the terminal of this process.
 *
 * @param program the program
 */
record Stty(SystemProgram program) {

    private static final File DEVICE = new File(ControllingTerminal.DEVICE);

    /** The program; empty if absent. */
    static Optional<Stty> of(Environment environment) {
        return SystemProgram.find("stty", environment).map(Stty::new);
    }

    /** What it wrote; empty if it failed or did not answer. */
    Optional<String> run(String... arguments) {
        return program.answer(DEVICE, arguments);
    }
}
