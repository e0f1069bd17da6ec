package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.sdk.Sdk;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The wheel, in a virtual environment that has the SDK. An installation takes seconds, so all of it is one test. */
class WheelIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private static final long LARGEST = 45_000_000;

    @TempDir
    Path folder;

    @Test
    void bringsTheProgramBesideTheSdkAndLeavesNothing() throws Exception {
        Machine machine = new Machine(folder);
        PythonEnvironment environment = PythonEnvironment.create(machine, Sdk.PINNED.bin());
        SortedMap<String, String> before = environment.files();

        environment.pip("install", "--no-index", "--no-deps", Packages.wheel().toString());
        SortedMap<String, String> files = environment.files();
        assertEquals(before, among(files, before), "the SDK's files are as they were");
        assertPrograms(files);

        environment.run("wandb-auth", "login", KEY).ends(0);
        environment.run("wandb-auth", "token").leaves(0, KEY + "\n", "");
        environment.run("python", "-m", "wandb_auth", "token").leaves(0, KEY + "\n", "");
        assertTrue(environment.run("wandb", "--version").ends(0).out().startsWith("wandb, version 0.28.0"));
        assertClassCacheIsUsed(machine, environment);

        Path link = Files.createSymbolicLink(
                machine.home().resolve("wandb-auth"), environment.bin().resolve("wandb-auth"));
        machine.run(Map.of(), link.toString(), "token").leaves(0, KEY + "\n", "");

        environment.pip("uninstall", "-y", "wandb-auth");
        assertEquals(before, environment.files());
    }

    @Test
    void isSmall() throws Exception {
        assertTrue(Files.size(Packages.wheel()) <= LARGEST, () -> Packages.FOLDER.toString());
    }

    private static SortedMap<String, String> among(SortedMap<String, String> files, SortedMap<String, String> others) {
        SortedMap<String, String> among = new TreeMap<>(files);
        among.keySet().retainAll(others.keySet());
        return among;
    }

    private static void assertPrograms(SortedMap<String, String> files) {
        List<String> programs = new ArrayList<>();
        files.forEach((name, kind) -> {
            boolean isOurs = name.startsWith("lib/wandb-auth/") || name.equals("bin/wandb-auth");
            if (isOurs && kind.startsWith("program")) {
                programs.add(name);
            }
        });
        assertEquals(List.of("bin/wandb-auth", "lib/wandb-auth/bin/java", "lib/wandb-auth/lib/jspawnhelper"), programs);
    }

    private static void assertClassCacheIsUsed(Machine machine, PythonEnvironment environment) throws Exception {
        Run log = machine.run(
                Map.of(),
                environment.folder() + "/lib/wandb-auth/bin/java",
                "-Xlog:aot",
                "-m",
                "wandb.auth.cli/wandb.auth.cli.Main",
                "--version");
        assertTrue(log.out().contains("Using AOT-linked classes: true"), log::toString);
    }
}
