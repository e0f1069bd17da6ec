package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.sdk.Sdk;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The .deb in a whole Debian, with and without an SDK in /usr/local, and the Dockerfiles of docs/install.md, as they stand there. */
@Tag("slow")
class DebianRootIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;
    private DebianRoot debian;

    @BeforeEach
    void makeDebian() throws Exception {
        machine = new Machine(folder);
        debian = new DebianRoot(machine);
        debian.fill();
    }

    @AfterEach
    void removeDebian() throws Exception {
        debian.remove();
    }

    @Test
    void withoutAnSdkBothNamesAreOurs() throws Exception {
        install();

        assertTrue(run("wandb", "--version").ends(0).out().startsWith("wandb-auth "));
        run("wandb", "login", KEY).ends(0);
        run("wandb-auth", "token").leaves(0, KEY + "\n", "");
        assertTrue(doctor().contains("/usr/bin/wandb\n"));
        run("wandb", "sync", "x").ends(1);

        run("dpkg", "-r", "wandb-auth").ends(0);
        assertFalse(Files.exists(debian.path().resolve("usr/lib/wandb-auth")));
        assertEquals(127, run("sh", "-c", "wandb").exitCode());
    }

    @Test
    void anSdkInUsrLocalIsNotHiddenUnasked() throws Exception {
        debian.addSdk(Sdk.PINNED.bin());
        install();

        assertTrue(run("wandb", "--version").ends(0).out().startsWith("wandb, version "));
        assertTrue(run("wandb-auth", "--version").ends(0).out().startsWith("wandb-auth "));
        Run sync = run("/usr/bin/wandb", "sync", "--help").ends(0);
        assertTrue(sync.out().contains("Usage: wandb sync"), sync::toString);
        String found = doctor();
        assertTrue(found.contains("/usr/local/bin/wandb\n    the Python SDK"), found);
        assertTrue(found.contains("/usr/bin/wandb\n    this program, hidden"), found);

        run("dpkg", "-r", "wandb-auth").ends(0);
        assertTrue(run("wandb", "--version").ends(0).out().startsWith("wandb, version "));
    }

    /** The last of them lets wandb be ours. */
    @Test
    void theLinesForAptInstallIt() throws Exception {
        debian.addSdk(Sdk.PINNED.bin());
        debian.add(Packages.deb(), "package.deb");
        String lines =
                InstallPage.lines("apt and dpkg").replace("sudo ", "").replaceFirst("wandb-auth_.*", "package.deb");
        debian.run(Map.of("WANDB_API_KEY", KEY), "sh", "-ec", "cd /\n" + lines).ends(0);

        String path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        Run version = debian.run(Map.of("PATH", path), "wandb", "--version").ends(0);
        assertTrue(version.out().startsWith("wandb-auth "), version::toString);
    }

    /** The SDK is there already, so that pip has nothing to fetch. */
    @ParameterizedTest
    @ValueSource(strings = {".whl", ".deb"})
    void theLinesOfTheDockerfileMakeAContainerThatRunsWithTheKey(String ending) throws Exception {
        List<String> dockerfile = dockerfile(ending);
        debian.addSdk(Sdk.PINNED.bin());
        Path program = Files.writeString(
                machine.home().resolve("train.py"),
                "import os, wandb\nprint(wandb.__version__, os.environ['WANDB_API_KEY'])\n");
        for (String line : dockerfile) {
            if (line.startsWith("COPY ")) {
                String name = line.split(" ", -1)[1];
                assertEquals("COPY " + name + " train.py /app/", line);
                debian.add(ending.equals(".whl") ? Packages.wheel() : Packages.deb(), "app/" + name);
                debian.add(program, "app/train.py");
            } else if (line.startsWith("RUN ")) {
                run("sh", "-c", line.substring("RUN ".length())).ends(0);
            }
        }
        String[] command =
                new ObjectMapper().readValue(dockerfile.getLast().substring("CMD ".length()), String[].class);

        Run container = debian.run(Map.of("WANDB_API_KEY", KEY), command).ends(0);
        assertTrue(container.out().endsWith(" " + KEY + "\n"), container::toString);
        run(command).ends(4);
        assertTrue(run("wandb", "--version").ends(0).out().startsWith("wandb, version "));
    }

    private String doctor() throws Exception {
        Run doctor = run("wandb-auth", "doctor");
        return doctor.out() + doctor.err();
    }

    private void install() throws Exception {
        debian.add(Packages.deb(), "package.deb");
        run("dpkg", "-i", "/package.deb").ends(0);
    }

    private Run run(String... command) throws IOException, InterruptedException {
        return debian.run(Map.of(), command);
    }

    /** The Dockerfile that copies such a package. */
    private static List<String> dockerfile(String ending) throws IOException {
        for (String block : InstallPage.text().split("\n\n", -1)) {
            List<String> lines = block.lines().map(String::strip).toList();
            if (lines.getFirst().startsWith("FROM python:") && lines.get(1).contains(ending + " ")) {
                return lines;
            }
        }
        throw new AssertionError("no Dockerfile with " + ending);
    }
}
