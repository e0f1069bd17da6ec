package wandb.auth.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.SearchPath;

/** A program of the system, found in the absolute folders of the PATH only, and waited for no longer than a few seconds. */
final class SystemProgram {

    /** What POSIX systems have besides; on some the PATH of a service is empty. */
    private static final String[] USUAL_FOLDERS = {"/usr/bin", "/bin"};

    private static final int MOST_ANSWER = 4096;
    private static final int TRIES = 3;
    private static final int SECONDS = 5;

    private final Path program;

    private SystemProgram(Path program) {
        this.program = program;
    }

    /** The program; empty if there is none. */
    static Optional<SystemProgram> find(String name, Environment environment) {
        List<Path> files = new ArrayList<>(new SearchPath(environment).files(name));
        for (String folder : USUAL_FOLDERS) {
            files.add(Path.of(folder, name));
        }
        for (Path file : files) {
            if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(new SystemProgram(file));
            }
        }
        return Optional.empty();
    }

    Path path() {
        return program;
    }

    /** What it wrote; empty if it failed or did not answer. It gets no variable of ours: one of them may be a key. */
    Optional<String> answer(File input, String... arguments) {
        ProcessBuilder builder = builder(arguments).redirectInput(input).redirectError(ProcessBuilder.Redirect.DISCARD);
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

    /** Whether it has started and not failed at once. It may go on after this program. */
    boolean start(Map<String, String> variables, String... arguments) {
        ProcessBuilder builder = builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            process.getOutputStream().close(); // nobody speaks to it
            return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Reading begins before the end: of a program that has ended, the JVM closes a pipe that nobody reads. */
    private static Optional<String> answer(Process process)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<byte[]> output =
                new FutureTask<>(() -> process.getInputStream().readNBytes(MOST_ANSWER));
        Thread.ofPlatform().daemon().name("answer").start(output);
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
