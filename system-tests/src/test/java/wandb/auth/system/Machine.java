package wandb.auth.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A machine as a new user finds it: an empty home, an empty working directory, and an environment of nothing but {@code
 * HOME} and a {@code PATH} to the system's programs. Programs that run on it are real, and none may run for longer than
 * a minute.
 */
public final class Machine {

    /** The image that the build has made. */
    public static final Path IMAGE =
            Path.of("..", "dist", "target", "image").toAbsolutePath().normalize();

    /** The program of that image. */
    public static final Path LAUNCHER = IMAGE.resolve("bin/wandb");

    private static final int LONGEST_SECONDS = 60;

    private final Path folder;
    private final Path home;
    private final Path workingDirectory;
    private int runs;

    /** A machine whose files are in a folder of their own within this one. */
    public Machine(Path parent) throws IOException {
        folder = Files.createTempDirectory(parent, "machine").toRealPath();
        home = Files.createDirectory(folder.resolve("home"));
        workingDirectory = Files.createDirectory(folder.resolve("work"));
    }

    /** The user's home. */
    public Path home() {
        return home;
    }

    /** The working directory of every run. */
    public Path workingDirectory() {
        return workingDirectory;
    }

    /** Writes a file under the home, readable for its owner only. */
    public Path write(String name, String text) throws IOException {
        return write(name, text, "rw-------");
    }

    /** Writes a program under the home. */
    public Path writeProgram(String name, String text) throws IOException {
        return write(name, text, "rwxr-xr-x");
    }

    private Path write(String name, String text, String mode) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    /** What a file under the home holds. */
    public String read(String name) throws IOException {
        return Files.readString(home.resolve(name));
    }

    /** Runs the built program. */
    public Run wandb(String... arguments) throws IOException, InterruptedException {
        return wandbWith(Map.of(), arguments);
    }

    /** Runs the built program with more variables. */
    public Run wandbWith(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        return wandbReading("", variables, arguments);
    }

    /** Runs the built program with a text on standard input. */
    public Run wandbReading(String input, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return runReading(input, variables, command.toArray(String[]::new));
    }

    /** Runs any program with more variables. */
    public Run run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        return runReading("", variables, command);
    }

    /** Runs any program with a text on standard input. */
    public Run runReading(String input, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        runs++;
        Path in = Files.writeString(folder.resolve("in-" + runs), input);
        Path out = folder.resolve("out-" + runs);
        Path err = folder.resolve("err-" + runs);
        ProcessBuilder builder = prepared(variables, command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Process process = builder.start();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        List.of(command) + " was still running after " + LONGEST_SECONDS + " s");
            }
            return new Run(List.of(command), process.exitValue(), text(out), text(err));
        } finally {
            process.destroyForcibly();
        }
    }

    /** A program that is ready to be started, for tests that watch it run. */
    public ProcessBuilder prepared(Map<String, String> variables, String... command) {
        Map<String, String> environment = environment(variables);
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, onPath(words.getFirst(), environment.getOrDefault("PATH", "")));
        ProcessBuilder builder = new ProcessBuilder(words).directory(workingDirectory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** The program that this machine's path leads to: left to Java, the path of the tests themselves would count. */
    private static String onPath(String program, String path) {
        for (String directory : program.contains("/") ? new String[0] : path.split(":", -1)) {
            Path file = Path.of(directory, program);
            if (file.isAbsolute() && Files.isExecutable(file)) {
                return file.toString();
            }
        }
        return program;
    }

    private Map<String, String> environment(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.putAll(variables);
        return environment;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
