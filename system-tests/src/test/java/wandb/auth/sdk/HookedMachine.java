package wandb.auth.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import wandb.auth.packages.PythonEnvironment;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** A machine with an active Python environment, an SDK in it, and the hook switched on by the built program. */
final class HookedMachine {

    /** A helper that keeps what it is given in a folder, which its last line names. */
    private static final String HELPER = """
            #!/bin/sh
            # A store that is a file for each item.
            cd "$SHELF" || exit 1
            case $1 in
                store) content=$(cat); name=$(printf '%s' "$content" | sed 's/.*"ServerURL":"\\([^"]*\\)".*/\\1/' | tr / _); printf '%s' "$content" >"$name" ;;
                get) name=$(cat | tr / _); if [ -f "$name" ]; then cat "$name"; else echo 'credentials not found in native keychain'; exit 1; fi ;;
                erase) name=$(cat | tr / _); rm -f "$name" ;;
                list) echo '{}' ;;
            esac
            """;

    private static final Path VAULT = Checkout.ROOT.resolve("plugin-vault/target/plugin/vault");

    private final Machine machine;
    private final PythonEnvironment environment;
    private final Map<String, String> variables = new HashMap<>();

    private HookedMachine(Machine machine, PythonEnvironment environment) {
        this.machine = machine;
        this.environment = environment;
    }

    /** Makes one whose files are within this folder. */
    static HookedMachine in(Path folder, Sdk sdk) throws IOException, InterruptedException {
        Machine machine = new Machine(folder);
        HookedMachine hooked = new HookedMachine(machine, PythonEnvironment.create(machine, sdk.bin()));
        hooked.wandb("auth", "hook", "enable").ends(0);
        return hooked;
    }

    Machine machine() {
        return machine;
    }

    PythonEnvironment environment() {
        return environment;
    }

    /** Sets variables of every run from now on. */
    HookedMachine with(Map<String, String> more) {
        variables.putAll(more);
        return this;
    }

    /** Makes a store {@code helper:shelf} that keeps its items in a folder beside the home. */
    HookedMachine withHelper() throws IOException {
        Path program = machine.writeProgram("helpers/docker-credential-shelf", HELPER);
        Path shelf = Files.createDirectory(machine.home().getParent().resolve("shelf"));
        return with(Map.of("PATH", program.getParent() + ":/usr/local/bin:/usr/bin:/bin", "SHELF", shelf.toString()));
    }

    /** Installs the plugin that keeps keys in Vault. */
    HookedMachine withVaultPlugin() throws IOException {
        Path installed = Files.createDirectories(machine.home().resolve(".config/wandb/plugins/vault"));
        try (Stream<Path> jars = Files.list(VAULT)) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, installed.resolve(jar.getFileName()));
            }
        }
        return this;
    }

    /** Counts the questions to the program from now on, a line of this file each. */
    Path counted() throws IOException {
        Path asked = machine.home().resolve("asked");
        Path counter = machine.writeProgram(
                "wandb-auth",
                "#!/bin/sh\necho \"$*\" >>'%s'\nexec '%s' auth \"$@\"\n".formatted(asked, Machine.LAUNCHER));
        Files.writeString(recordedProgram(), counter + "\n");
        return asked;
    }

    /** The file that names the program which the hook asks. */
    Path recordedProgram() throws IOException {
        try (var paths = Files.walk(environment.folder().resolve("lib"))) {
            return paths.filter(path -> path.endsWith("wandb_auth/program"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Runs the built program, in the shell in which the environment is active. */
    Run wandb(String... arguments) throws IOException, InterruptedException {
        return environment.runWith(variables, Machine.LAUNCHER.toString(), arguments);
    }

    /** Runs a program of the environment. */
    Run program(String name, String... arguments) throws IOException, InterruptedException {
        return environment.runWith(variables, name, arguments);
    }

    /** Runs a Python program, which is a file so that its processes can start again from it. */
    Run python(String program, String... arguments) throws IOException, InterruptedException {
        return pythonWith(Map.of(), program, arguments);
    }

    /** The same, with more variables. */
    Run pythonWith(Map<String, String> more, String program, String... arguments)
            throws IOException, InterruptedException {
        Path file = machine.home().resolve("program.py");
        Files.writeString(file, program);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        String[] words = new String[arguments.length + 1];
        words[0] = file.toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return environment.runWith(all, "python", words);
    }
}
