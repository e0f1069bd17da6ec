package wandb.auth.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** A virtual environment of a machine's, with the Python and the pip of another one, and that one's SDK. */
public final class PythonEnvironment {

    private final Machine machine;
    private final Path sdk;
    private final Path folder;

    private PythonEnvironment(Machine machine, Path sdk) {
        this.machine = machine;
        this.sdk = sdk;
        this.folder = machine.home().resolve("venv");
    }

    /**
     * Makes one without an SDK.
     *
     * @param python the folder of programs of the environment whose Python and pip are used, which is only read
     */
    static PythonEnvironment empty(Machine machine, Path python) throws IOException, InterruptedException {
        PythonEnvironment environment = new PythonEnvironment(machine, python);
        machine.run(Map.of(), python + "/python", "-m", "venv", "--without-pip", environment.folder.toString())
                .ends(0);
        return environment;
    }

    /**
     * Makes one with an SDK.
     *
     * @param sdk the folder of programs of the environment with the SDK, which is only read
     */
    public static PythonEnvironment create(Machine machine, Path sdk) throws IOException, InterruptedException {
        PythonEnvironment environment = empty(machine, sdk);
        Path packages = Path.of(environment.python("import sysconfig; print(sysconfig.get_path('purelib'))"));
        Files.writeString(
                packages.resolve("sdk.pth"),
                sdk.getParent()
                                .resolve(packages.toString()
                                        .substring(environment.folder.toString().length() + 1)) + "\n");
        String program =
                Files.readString(sdk.resolve("wandb")).replaceFirst("^#!.*", "#!" + environment.bin() + "/python");
        Files.writeString(environment.bin().resolve("wandb"), program);
        Files.setPosixFilePermissions(
                environment.bin().resolve("wandb"), Files.getPosixFilePermissions(sdk.resolve("wandb")));
        return environment;
    }

    /** Makes the packages of another environment its own, without a copy. */
    public void add(Path other) throws IOException, InterruptedException {
        Path packages = Path.of(python("import sysconfig; print(sysconfig.get_path('purelib'))"));
        Path same = other.resolve(folder.relativize(packages));
        Files.writeString(packages.resolve(other.getFileName() + ".pth"), same + "\n");
    }

    public Path folder() {
        return folder;
    }

    public Path bin() {
        return folder.resolve("bin");
    }

    /** What its Python prints. */
    String python(String program) throws IOException, InterruptedException {
        return run("python", "-c", program).ends(0).out().strip();
    }

    public void pip(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(sdk + "/python", "-m", "pip", "-q", "--python"));
        command.add(bin() + "/python");
        command.addAll(List.of(arguments));
        machine.run(Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1"), command.toArray(String[]::new))
                .ends(0);
    }

    /** Runs a program as a shell does in which the environment is active. */
    public Run run(String program, String... arguments) throws IOException, InterruptedException {
        return runWith(Map.of(), program, arguments);
    }

    /** Runs a program as such a shell does, with more variables. */
    public Run runWith(Map<String, String> more, String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Map<String, String> active = new HashMap<>(more);
        active.put("PATH", bin() + ":" + more.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
        active.put("VIRTUAL_ENV", folder.toString());
        active.put("PYTHONDONTWRITEBYTECODE", "1");
        return machine.run(active, command.toArray(String[]::new));
    }

    /** Every file in it, with its size and whether it may be run. */
    public SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(folder)) {
            paths = tree.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path path : paths) {
            String kind = Files.isExecutable(path) ? "program" : "file";
            files.put(folder.relativize(path).toString(), kind + " " + Files.size(path));
        }
        return files;
    }
}
