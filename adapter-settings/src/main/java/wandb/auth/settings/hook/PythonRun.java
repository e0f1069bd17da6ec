package wandb.auth.settings.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that was run to its end. */
record PythonRun(int exitCode, String output, String errors) {

    /** What still runs then hangs: no Python takes so long to start and to write a few files. */
    private static final int LONGEST_SECONDS = 120;

    /**
     * Runs it, with nothing on standard input.
     *
     * @throws IOException if it cannot be run, or hangs
     */
    static PythonRun of(List<String> command, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            // What it says is shorter than what a pipe holds.
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("It did not end within " + LONGEST_SECONDS + " seconds.");
            }
            return new PythonRun(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("It was interrupted.", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
