package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** Lines of docs/install.md that people copy, as they stand there. */
class InstallLinesIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;
    private String path;

    @BeforeEach
    void installInTheHome() throws IOException {
        machine = new Machine(folder);
        Path bin = Files.createDirectories(machine.home().resolve(".local/bin"));
        Files.createSymbolicLink(bin.resolve("wandb-auth"), Machine.LAUNCHER);
        path = bin + ":/usr/bin:/bin";
    }

    @Test
    void theStepForContinuousIntegrationLogsInToTheServerThatItNames() throws Exception {
        Path settings = machine.workingDirectory().resolve("wandb/settings");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "[default]\nbase_url = https://elsewhere.example.com\n");

        shell(line(".*wandb-auth login --cloud --key-stdin"), Map.of("PATH", path, "WANDB_KEY", KEY));
        assertTrue(machine.read(".netrc").startsWith("machine api.wandb.ai\n"), machine.read(".netrc"));
    }

    @Test
    void theJobOfSlurmRunsWithTheKey() throws Exception {
        machine.writeProgram("bin/srun", "#!/bin/sh\nexec \"$@\"\n");
        machine.writeProgram("bin/python", "#!/bin/sh\necho \"$1 $WANDB_API_KEY\"\n");
        Map<String, String> variables = Map.of("PATH", machine.home() + "/bin:" + path, "WANDB_API_KEY", KEY);
        assertEquals("train.py " + KEY + "\n", shell(line("srun .*"), variables).out());
    }

    /** As the official images of Python have it: PATH, and the SDK's program in /usr/local/bin. */
    @Test
    @Tag("slow")
    void theCommandOfTheDockerfileRunsBesideTheSdk() throws Exception {
        assertTrue(line("CMD .*").startsWith("CMD [\"wandb-auth\", \"exec\", \"--\", \"python\", "));
        FreshRoot root = new FreshRoot(machine);
        program(root.path().resolve("usr/local/bin/wandb"), "echo \"sdk $*\"");
        program(root.path().resolve("usr/local/bin/python"), "echo \"$1 $WANDB_API_KEY\"");
        Map<String, String> container = Map.of(
                "PATH",
                "/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                "WANDB_API_KEY",
                KEY);
        root.run(container, "wandb", "login").leaves(0, "sdk login\n", "");
        root.run(container, "wandb-auth", "exec", "--", "python", "/app/train.py")
                .leaves(0, "/app/train.py " + KEY + "\n", "");
        root.run(Map.of("PATH", container.get("PATH")), "wandb-auth", "exec", "--", "python", "/app/train.py")
                .ends(4);
    }

    private static void program(Path file, String command) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(Machine.LAUNCHER));
    }

    private Run shell(String line, Map<String, String> variables) throws IOException, InterruptedException {
        return machine.run(variables, "sh", "-c", line).ends(0);
    }

    /** The first line among the examples that is so. */
    private static String line(String expression) throws IOException {
        Matcher line = Pattern.compile("(?m)^    +(" + expression + ")$").matcher(InstallPage.text());
        assertTrue(line.find(), expression);
        return line.group(1);
    }
}
