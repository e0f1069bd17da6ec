package wandb.auth.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wandb.auth.domain.Environment;

/** POSIX {@code stty} for the terminal of this process, found in the absolute folders of the PATH only. */
final class Stty {

    /** The terminal that a process was started on. */
    static final File DEVICE = new File("/dev/tty");

    /** What systems have besides; on some the PATH of a service is empty. */
    private static final String USUAL_FOLDERS = ":/usr/bin:/bin";

    private static final int MOST_ANSWER = 4096;
    private static final int TRIES = 3;
    private static final int SECONDS = 5;

    private final Path program;

    private Stty(Path program) {
        this.program = program;
    }

    /** The program; empty if there is none. */
    static Optional<Stty> of(Environment environment) {
        String folders = environment.variable("PATH").orElse("") + USUAL_FOLDERS;
        for (String folder : folders.split(":", -1)) {
            if (folder.startsWith("/")) {
                Optional<Path> program = in(folder);
                if (program.isPresent()) {
                    return program.map(Stty::new);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> in(String folder) {
        try {
            Path program = Path.of(folder, "stty");
            return Files.isRegularFile(program) && Files.isExecutable(program) ? Optional.of(program) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What it wrote; empty if it failed or did not answer. It gets no variable of ours: one of them may be a key. */
    Optional<String> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(DEVICE)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        try {
            return answer(builder.start());
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Reading begins before the end: of a program that has ended, the JVM closes a pipe that nobody reads. */
    private static Optional<String> answer(Process process)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<byte[]> output = new FutureTask<>(() -> process.getInputStream().readNBytes(MOST_ANSWER));
        Thread.ofPlatform().daemon().name("stty").start(output);
        if (!hasEnded(process) || process.exitValue() != 0) {
            return Optional.empty();
        }
        return Optional.of(new String(output.get(SECONDS, TimeUnit.SECONDS), StandardCharsets.US_ASCII).strip());
    }

    /** The time in which this process is suspended counts as one of the tries. */
    private static boolean hasEnded(Process process) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return true;
            }
        }
        process.destroyForcibly();
        return false;
    }
}
