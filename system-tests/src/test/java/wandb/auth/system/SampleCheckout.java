package wandb.auth.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small checkout with the real {@code wandb} and {@code jdk.sh}, on a machine that has no JDK but those that a test puts
 * there.
 */
final class SampleCheckout {

    /** What every build begins with. */
    static final String BUILDING = "wandb: building (once, about a minute) ...\n";

    /** Makes an image whose program shows its arguments and its input. */
    private static final String MAVEN = """
            #!/bin/sh
            echo "$*" >>calls
            echo "$JAVA_HOME" >java-home
            touch started
            rm -rf dist/target/image
            mkdir -p dist/target/image/bin
            printf '#!/bin/sh\\nprintf "[%%s]" "$@"; cat\\n' >dist/target/image/bin/wandb
            chmod +x dist/target/image/bin/wandb
            touch -r started dist/target/image/built-from-sources-before
            """;

    private static final List<String> TOOLS = List.of(
            "cat",
            "chmod",
            "curl",
            "date",
            "find",
            "flock",
            "gzip",
            "head",
            "id",
            "kill",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "setsid",
            "sh",
            "sha256sum",
            "sleep",
            "tail",
            "tar",
            "touch",
            "uname",
            "wc",
            "wget");

    private final Machine machine;
    private final Path project;

    SampleCheckout(Path folder) throws IOException {
        machine = new Machine(folder);
        project = machine.home().resolve("a project");
        machine.write("a project/pom.xml", "");
        machine.write("a project/LICENSE", "");
        machine.write("a project/.mvn/maven.config", "");
        machine.write("a project/.mvn/jdk.sh", jdkScript());
        machine.write("a project/python/wandb_auth/hook.py", "");
        machine.write("a project/dist/pom.xml", "");
        machine.write("a project/dist/src/main/java/Kept.java", "");
        machine.write("a project/dist/src/main/java/Deleted.java", "");
        machine.write("a project/dist/src/test/java/KeptTest.java", "");
        machine.writeProgram("a project/wandb", Files.readString(Checkout.ROOT.resolve("wandb")));
        machine.writeProgram("bin/mvn", MAVEN);
        for (String tool : TOOLS) {
            offer(tool);
        }
    }

    /** The folders of the system's JDKs are this machine's own. */
    private String jdkScript() throws IOException {
        String script = Files.readString(Checkout.ROOT.resolve(".mvn/jdk.sh"));
        for (String folder : List.of("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines")) {
            if (!script.contains(folder)) {
                throw new IllegalStateException("jdk.sh does not look into " + folder);
            }
            script = script.replace(folder, "'" + machine.home() + folder + "'");
        }
        return script;
    }

    private void offer(String tool) throws IOException {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path program = Path.of(folder, tool);
            if (Files.isExecutable(program)) {
                machine.writeProgram("tools/" + tool, "#!/bin/sh\nexec " + program + " \"$@\"\n");
                return;
            }
        }
    }

    Machine machine() {
        return machine;
    }

    Path project() {
        return project;
    }

    /** Puts a JDK of that version into a folder under the home. */
    Path addJdk(String folder, String version) throws IOException {
        machine.write(folder + "/release", "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String program : List.of("java", "javac", "jlink")) {
            machine.writeProgram(folder + "/bin/" + program, "#!/bin/sh\n");
        }
        return machine.home().resolve(folder);
    }

    /** Takes a tool off the machine. */
    void remove(String tool) throws IOException {
        Files.deleteIfExists(machine.home().resolve("tools").resolve(tool));
    }

    /** Runs it with the given variables. */
    Run run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        return machine.run(environment(variables), command(arguments));
    }

    /** Is ready to be started, for tests that run it more than once at a time. */
    ProcessBuilder prepared(Map<String, String> variables, String... arguments) {
        return machine.prepared(environment(variables), command(arguments));
    }

    /** The path to this machine's programs, and the given variables. */
    Map<String, String> environment(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.putIfAbsent("PATH", machine.home() + "/bin:" + machine.home() + "/tools");
        return all;
    }

    private String[] command(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = project + "/wandb";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return command;
    }

    /** How often Maven was called. */
    long builds() throws IOException {
        Path calls = project.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    /** The JDK that Maven ran on. */
    Path jdkOfTheBuild() throws IOException {
        return Path.of(Files.readString(project.resolve("java-home")).strip());
    }
}
