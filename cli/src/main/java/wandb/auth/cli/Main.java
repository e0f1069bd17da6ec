package wandb.auth.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.InstalledAdapters;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/** The one place where the process is touched: its environment, its streams and its end. */
public final class Main {

    /** The start of the names by which the launcher hands over variables that the JVM must not have. */
    private static final String PUT_ASIDE = "_WANDB_LOGIN_WAS_";

    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new StandardOutput(
                new FileOutputStream(FileDescriptor.out),
                System.getProperty("wandb.escaped") == null ? StandardCharsets.UTF_8 : consoleCharset());
        InputStream in = System.in;
        PrintStream err = System.err;
        // Standard output is for programs to read and standard input for our own questions: no plugin meddles with
        // either, nor with what we say.
        System.setOut(err);
        System.setIn(InputStream.nullInputStream());
        int exitCode = runHere(in, out, err, args);
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    /** A console of Windows has a character set of its own, which Java knows. */
    private static Charset consoleCharset() {
        boolean isConsole = System.getProperty("wandb.tty", "").contains("1");
        return isConsole ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8")) : StandardCharsets.UTF_8;
    }

    private static int runHere(InputStream in, PrintStream out, PrintStream err, String... given) {
        String[] args = System.getProperty("wandb.escaped") == null ? given : WindowsLaunch.arguments(given);
        ProgramName program = ProgramName.of(System.getProperty("wandb.program", ""));
        try {
            return run(program, in, out, err, args);
        } catch (OutOfMemoryError e) { // before there is a command: the first file that is looked for takes a thread
            err.println(program.label() + ": ERROR " + CommandRunner.shortage(e));
            return ExitCode.FAILED;
        }
    }

    private static int run(ProgramName program, InputStream in, PrintStream out, PrintStream err, String... args) {
        Environment environment = environment();
        Optional<String> obstacle = obstacle(environment, CommandLineRouter.of(program, args));
        if (obstacle.isPresent()) {
            err.println(program.label() + ": " + Messages.ERROR_MARK + " " + obstacle.get());
            return ExitCode.FAILED;
        }
        return new CommandRunner(program, environment, new InstalledAdapters(), in, out, err).run(args);
    }

    /** What in the places that this process was given keeps the command from being run; empty if nothing does. */
    public static Optional<String> obstacle(String... args) {
        return obstacle(environment(), CommandLineRouter.of(ProgramName.WANDB, args));
    }

    private static Optional<String> obstacle(Environment environment, CommandLineRouter route) {
        boolean gone = System.getProperty("wandb.gone") != null;
        if (!route.worksWithFiles()) {
            return Optional.empty();
        }
        Optional<String> misnamed = GivenPaths.problem(environment.variables(), System.getProperty("user.dir"), gone);
        return misnamed.isPresent() ? misnamed : mistakenTimeout(environment);
    }

    private static Optional<String> mistakenTimeout(Environment environment) {
        return environment.variable(Environment.STORE_TIMEOUT).isPresent()
                        && environment.storeTimeout(Duration.ZERO).isZero()
                ? Optional.of(Messages.STORE_TIMEOUT_MISTAKEN)
                : Optional.empty();
    }

    /**
     * Runs a command of {@code wandb} without ending the process.
     *
     * @return its exit code
     */
    @SuppressWarnings("exports") // for our build, which needs the values too
    public static int run(String[] args, Environment environment, InputStream in, PrintStream out, PrintStream err) {
        return new CommandRunner(environment, new InstalledAdapters(), in, out, err).run(args);
    }

    /** What this process was given. */
    @SuppressWarnings("exports") // as above
    public static Environment environment() {
        OperatingSystem operatingSystem = operatingSystem(System.getProperty("os.name"));
        boolean isWindows = operatingSystem == OperatingSystem.WINDOWS;
        Map<String, String> process = isWindows
                ? WindowsLaunch.variables(System.getenv(), System.getProperty("wandb.programdata", ""))
                : System.getenv();
        Map<String, String> variables = variables(process, System.getProperty("wandb.tty") != null);
        Path workingDirectory = path(System.getProperty("user.dir")).orElse(Path.of("/"));
        boolean isTrainingJob = !isWindows // it runs on Linux; its folder could be anybody's here
                && isTrainingJob(variables, Path.of("/opt/ml/input/config/hyperparameters.json"));
        if (isTrainingJob) {
            SageMakerSecrets.key(variables, workingDirectory).ifPresent(key -> variables.put("WANDB_API_KEY", key));
        }
        return new Environment(
                variables,
                home(isWindows ? WindowsLaunch.home(variables) : variables.getOrDefault("HOME", "")),
                workingDirectory,
                operatingSystem,
                terminal(System.getProperty("wandb.tty", ""), Integer.getInteger("wandb.columns", 0)));
    }

    /** Whether this is a job of SageMaker: what the SDK knows it by. */
    static boolean isTrainingJob(Map<String, String> variables, Path hyperparameters) {
        return variables.containsKey("SM_TRAINING_ENV") || Files.exists(hyperparameters);
    }

    /**
     * The variables as the user has them: the launcher sets some for this JVM, and puts aside what would change it.
     *
     * @param launched whether the launcher started this process
     */
    static Map<String, String> variables(Map<String, String> process, boolean launched) {
        Map<String, String> variables = new HashMap<>();
        for (Map.Entry<String, String> variable : process.entrySet()) {
            String name = variable.getKey();
            if (launched && name.startsWith(PUT_ASIDE)) {
                variables.put(name.substring(PUT_ASIDE.length()), variable.getValue());
            } else if (!launched || !isOfLauncher(name)) {
                variables.putIfAbsent(name, variable.getValue());
            }
        }
        return variables;
    }

    private static boolean isOfLauncher(String name) {
        return name.equals("LC_ALL") || name.equals("MALLOC_ARENA_MAX");
    }

    /** HOME, else the account's home, as Python's {@code expanduser} has it. */
    private static Optional<Path> home(String variable) {
        String home = variable.isEmpty() ? System.getProperty("user.home", "") : variable;
        boolean unknown = home.isEmpty() || home.equals("?"); // what the JDK says for an account without an entry
        return unknown ? Optional.empty() : path(home);
    }

    /** Empty if this locale cannot express the name; commands that work with files have said so by then. */
    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static OperatingSystem operatingSystem(String name) {
        String family = name.toLowerCase(Locale.ROOT);
        if (family.startsWith("linux")) {
            return OperatingSystem.LINUX;
        }
        if (family.startsWith("mac")) {
            return OperatingSystem.MACOS;
        }
        return family.startsWith("windows") ? OperatingSystem.WINDOWS : OperatingSystem.OTHER;
    }

    /** The launcher tells which of the descriptors 0, 1 and 2 are terminals, and how wide: asking in the JVM costs far more. */
    private static Terminal terminal(String descriptors, int columns) {
        return new Terminal(
                descriptors.contains("0"), descriptors.contains("1"), descriptors.contains("2"), Math.max(0, columns));
    }
}
