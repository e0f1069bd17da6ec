package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The archive, unpacked in a folder whose name has a blank. */
class ArchiveIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;
    private Path program;

    @BeforeEach
    void unpack() throws IOException, InterruptedException {
        machine = new Machine(folder);
        program = Packages.unpackedArchive(machine);
    }

    @Test
    void itRunsWhereItIs() throws Exception {
        run("login", KEY).ends(0);
        run("auth", "token").leaves(0, KEY + "\n", "");
    }

    @Test
    void itsClassCacheIsUsedWhereverItIs() throws Exception {
        Run log = machine.run(
                Map.of(),
                program + "/lib/wandb-auth/bin/java",
                "-Xlog:aot",
                "-m",
                "wandb.auth.cli/wandb.auth.cli.Main",
                "--version");
        assertTrue(log.out().contains("Using AOT-linked classes: true"), log::toString);
    }

    @Test
    void withoutAClassCacheItRunsAndSaysNothingOfIt() throws Exception {
        for (Path cache : caches()) {
            Files.delete(cache);
        }
        assertRunsAsEver();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999_999, 0.5, 0.000_1, 0})
    @Tag("slow")
    void withClassCachesThatWereCutShortItRunsAndSaysNothingOfIt(double part) throws Exception {
        for (Path cache : caches()) {
            try (RandomAccessFile file = new RandomAccessFile(cache.toFile(), "rw")) {
                file.setLength((long) (file.length() * part));
            }
        }
        assertRunsAsEver();
    }

    @Test
    void withTheClassCacheOfAnotherRuntimeItRunsAndSaysNothingOfIt() throws Exception {
        Path other = Path.of(System.getProperty("java.home"), "lib/server/classes.jsa");
        for (Path cache : caches()) {
            Files.write(cache, Files.readAllBytes(other));
        }
        assertRunsAsEver();
    }

    @Test
    void itPutsNothingButTheProgramOnAPath() throws Exception {
        try (Stream<Path> programs = Files.list(program.resolve("bin"))) {
            assertEquals(
                    List.of(program.resolve("bin/wandb"), program.resolve("bin/wandb-auth")),
                    programs.sorted().toList());
        }
        machine.run(Map.of("PATH", program + "/bin:/usr/bin:/bin"), "sh", "-c", "wandb login " + KEY)
                .ends(0);
        machine.run(Map.of("PATH", program + "/bin:/usr/bin:/bin"), "wandb-auth", "token")
                .leaves(0, KEY + "\n", "");
    }

    @Test
    void itHasALicenceInstructionsAndABillOfMaterials() throws Exception {
        assertTrue(Files.readString(program.resolve("INSTALL.txt")).contains("PATH"));
        assertTrue(Files.readString(program.resolve("LICENSE")).contains("Apache License"));
        assertEquals(
                Files.readString(Packages.bill()),
                Files.readString(program.resolve("share/doc/wandb-auth/sbom.cdx.json")));
    }

    private List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.list(program.resolve("lib/wandb-auth/lib/server"))) {
            List<Path> caches =
                    files.filter(file -> file.toString().endsWith(".jsa")).toList();
            assertFalse(caches.isEmpty());
            return caches;
        }
    }

    private void assertRunsAsEver() throws Exception {
        Run version = run("--version");
        version.leaves(0, machine.wandb("--version").out(), "");
        Run login = run("login", KEY).ends(0);
        assertTrue(login.err().lines().allMatch(line -> line.startsWith("wandb: ")), login::toString);
        assertEquals("", login.out());
        Run stores = run("auth", "stores").ends(0);
        assertTrue(stores.out().startsWith("STORE "), stores::toString);
        assertTrue(stores.out().contains("\nnetrc "), stores::toString);
        assertEquals("", stores.err());
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = program + "/bin/wandb";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return machine.run(Map.of(), command);
    }
}
