package wandb.auth.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A machine as a new user finds it: an empty home, an empty working directory, and an environment of nothing but {@code
 * HOME} and a {@code PATH} to the system's programs. Programs that run on it are real.
 */
public final class Machine {

    /** The image that the build has made. */
    public static final Path IMAGE = Checkout.IMAGE;

    /** The program of that image. */
    public static final Path LAUNCHER = IMAGE.resolve("bin/wandb");

    /** The variables of a machine on whose PATH that program is. */
    public static final Map<String, String> ON_PATH = Map.of("PATH", LAUNCHER.getParent() + ":/usr/bin:/bin");

    /** What still runs then hangs: far more than any program here takes, however busy the machine is. */
    private static final int LONGEST_MINUTES = 10;

    private static final int LOOKING_AGAIN_MILLIS = 5;

    /** As where these tests are started by nohup or in the background of a script: what they start would ignore them too. */
    private static final boolean IGNORES_SIGNALS = ignoresSignals();

    private static final AtomicInteger MACHINES = new AtomicInteger();

    private final Path folder;
    private final Path home;
    private final Path workingDirectory;
    private int runs;

    /** A machine whose files are in a folder of their own within this one. */
    public Machine(Path parent) throws IOException {
        this(parent, "machine" + MACHINES.incrementAndGet());
    }

    /** A machine whose files are in a new folder of that name within this one. */
    public Machine(Path parent, String name) throws IOException {
        folder = Files.createDirectory(parent.resolve(name)).toRealPath();
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
        return new Run(List.of(command), exitCode(process), text(out), text(err));
    }

    /** Waits for the end of a program that was started, and kills one that hangs. */
    public static int exitCode(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(process.info() + " hangs");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Something that comes true by what another program does. */
    public interface Condition {

        /** Whether it is true now. */
        boolean holds() throws IOException, InterruptedException;
    }

    /** Waits until it is true; for ever is too long. */
    public static void await(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("what is waited for did not happen");
            }
            Thread.sleep(LOOKING_AGAIN_MILLIS);
        }
    }

    /** Skips the test where this machine does not have the program. */
    public void need(String program, String debianPackage) {
        String path = environment(Map.of()).getOrDefault("PATH", "");
        assumeTrue(onPath(program, path).startsWith("/"), program + " is missing (Debian: " + debianPackage + ")");
    }

    /** Skips the test where its user is not root. */
    public static void needRoot() throws IOException {
        assumeTrue(isRoot(), "only root can do what this test prepares");
    }

    /** Whether these tests run as root. */
    public static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /** A program that is ready to be started, for tests that watch it run. */
    public ProcessBuilder prepared(Map<String, String> variables, String... command) {
        Map<String, String> environment = environment(variables);
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, onPath(words.getFirst(), environment.getOrDefault("PATH", "")));
        if (IGNORES_SIGNALS) {
            words.addAll(0, List.of("/usr/bin/env", "--default-signal=HUP,INT,QUIT"));
        }
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

    /** Whether SIGHUP, SIGINT or SIGQUIT is ignored, by the mask that Linux tells. */
    private static boolean ignoresSignals() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("SigIgn:")) {
                    return (Long.parseUnsignedLong(
                                            line.substring("SigIgn:".length()).strip(), 16)
                                    & 0b111)
                            != 0;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // no Linux
        }
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
