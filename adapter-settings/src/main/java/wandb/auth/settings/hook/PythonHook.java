package wandb.auth.settings.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.sdk.SdkHook;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.Violation;
import wandb.auth.settings.Messages;
import wandb.auth.settings.path.PythonPrefix;

/** The hook as the Python package has it, which lies in the image; the environment's own Python runs it. */
public final class PythonHook implements SdkHook {

    private static final String SWITCH = "wandb_auth_hook.pth";
    private static final int REFUSED = 1;

    /** From the image: beside its Java; and on Windows, where an archive and the wheel put the launcher. */
    private static final List<String> PROGRAMS = List.of(
            "bin/wandb-auth",
            "bin/wandb",
            "bin/wandb-auth.exe",
            "../../bin/wandb-auth.exe",
            "../../Scripts/wandb-auth.exe");

    private final Supplier<Optional<Path>> image;

    /** The hook of the image that this process runs. */
    public PythonHook() {
        this(() -> ProcessHandle.current().info().command().map(program -> imageOf(Path.of(program))));
    }

    /** The image of its Java; on Windows the program is the launcher, which finds the image in these places. */
    private static Path imageOf(Path program) {
        Path parent = program.resolve("../..").normalize();
        for (String place : List.of("", "lib/wandb-auth", "../lib/wandb-auth")) {
            Path image = parent.resolve(place).normalize();
            if (Files.exists(image.resolve("lib/modules"))) {
                return image;
            }
        }
        return parent;
    }

    PythonHook(Supplier<Optional<Path>> image) {
        this.image = image;
    }

    @Override
    public boolean isOn(Path pythonEnvironment) {
        return new PythonPrefix(pythonEnvironment)
                .packageFolders().stream().anyMatch(packages -> Files.isRegularFile(packages.resolve(SWITCH)));
    }

    @Override
    public Answer run(Action action, Environment environment, String python, boolean json) {
        Optional<Path> program = new NamedPython(python, environment).program();
        if (program.isEmpty()) {
            return notDone(Messages.noPython(environment.workingDirectory().resolve(python)));
        }
        Optional<Violation> violation = ProcessUser.isRoot() ? violation(program.get()) : Optional.empty();
        if (violation.isPresent()) {
            return notDone(Messages.pythonThatOthersChange(violation.get()));
        }
        return run(action, environment, program.get(), json);
    }

    /** Who but root could change what would be run, or where it would write. */
    private static Optional<Violation> violation(Path python) {
        FileOwnershipCheck check = new FileOwnershipCheck(TrustedOwners.ROOT);
        Optional<Violation> violation = check.breach(python);
        Path prefix = Path.of(python.toString(), "..", "..").normalize();
        for (Path packages : new PythonPrefix(prefix).packageFolders()) {
            if (violation.isEmpty() && Files.isDirectory(packages)) {
                violation = check.breachOfFolder(packages.resolve(SWITCH));
            }
        }
        return violation;
    }

    private Answer run(Action action, Environment environment, Path python, boolean json) {
        Path folder = image.get().orElse(Path.of("/"));
        Optional<Path> script = script(folder);
        if (script.isEmpty()) {
            return notDone(Messages.noPythonPackage());
        }
        List<String> command = new ArrayList<>(List.of(
                python.toString(),
                "-I",
                script.get().toString(),
                action.word(),
                program(folder).toString()));
        if (json) {
            command.add("--json");
        }
        try {
            PythonRun run = PythonRun.of(command, environment.variables());
            return switch (run.exitCode()) {
                case 0 -> new Answer.Done(run.output());
                case REFUSED -> new Answer.NotDone(said(run.errors(), python));
                default -> notDone(Messages.notPython3(python));
            };
        } catch (IOException e) {
            return notDone(Messages.pythonCannotRun(python));
        }
    }

    /** Its one line; where Python itself fails, the last of many says why. */
    private static String said(String errors, Path python) {
        List<String> lines = errors.strip().lines().toList();
        return lines.isEmpty() ? Messages.pythonFailedSilently(python) : TerminalSafe.of(lines.getLast());
    }

    /** What the environment's Python is to run: of the image, or of the environment that the wheel has brought the image to. */
    private static Optional<Path> script(Path image) {
        List<Path> packages = new ArrayList<>(List.of(image.resolve("lib/python")));
        packages.addAll(new PythonPrefix(image.resolve("../..").normalize()).packageFolders());
        return packages.stream()
                .map(folder -> folder.resolve("wandb_auth/environment.py"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The program of the image, which the wheel has put elsewhere in its environment. */
    private static Path program(Path image) {
        for (String name : PROGRAMS) {
            Path program = image.resolve(name).normalize();
            if (Files.exists(program)) {
                return program;
            }
        }
        return image.resolve("../../bin/wandb-auth").normalize();
    }

    private static Answer notDone(Reason reason) {
        return new Answer.NotDone(reason.toString());
    }
}
