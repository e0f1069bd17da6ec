package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The .deb, on a machine that has nothing else and by the tools of Debian. */
class DebIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    @Test
    @Tag("slow")
    void aMachineWithNothingElseLogsIn() throws Exception {
        FreshRoot root = new FreshRoot(machine);
        Run login = root.run(Map.of(), "wandb", "login", KEY).ends(0);
        assertTrue(login.err().contains("Saved the key for https://api.wandb.ai in /home/.netrc"), login::toString);
        root.run(Map.of(), "wandb", "auth", "token").leaves(0, KEY + "\n", "");
        root.run(Map.of(), "wandb", "status").ends(0);
    }

    @Test
    @Tag("slow")
    void itNeedsNoLibraryButTheCLibrary() throws Exception {
        List<String> ofTheCLibrary = List.of("ld-linux", "libc.", "libdl.", "libm.", "libpthread.", "librt.");
        for (String library : new FreshRoot(machine).libraries()) {
            assertTrue(ofTheCLibrary.stream().anyMatch(library::startsWith), library);
        }
    }

    @Test
    void itRunsAndItsClassCacheIsUsed() throws Exception {
        Path root = Packages.unpackedDeb(machine);
        machine.run(Map.of(), root + "/usr/bin/wandb", "login", KEY).ends(0);
        Run log = machine.run(
                Map.of(),
                root + "/usr/lib/wandb-auth/bin/java",
                "-Xlog:aot",
                "-m",
                "wandb.auth.cli/wandb.auth.cli.Main",
                "--version");
        assertTrue(log.out().contains("Using AOT-linked classes: true"), log::toString);
    }

    @Test
    @Tag("slow")
    void anSdkElsewhereOnThePathGetsItsCommands() throws Exception {
        FreshRoot root = new FreshRoot(machine);
        Path sdk = root.path().resolve("sdk/wandb");
        Files.writeString(sdk, "#!/bin/sh\necho \"sdk $*\"\n");
        Files.setPosixFilePermissions(sdk, PosixFilePermissions.fromString("rwxr-xr-x"));
        root.run(Map.of(), "wandb", "sync", "run-1").leaves(0, "sdk sync run-1\n", "");
        assertTrue(root.run(Map.of(), "wandb", "--version").ends(0).out().startsWith("wandb-auth "));
    }

    @Test
    @Tag("slow")
    void lintianFindsNoError() throws Exception {
        machine.need("lintian", "lintian");
        machine.run(
                        Map.of(),
                        "lintian",
                        "--allow-root",
                        "--fail-on",
                        "error",
                        Packages.deb().toString())
                .ends(0);
    }

    @Test
    void whatADescriptionSaysIsTrue() throws Exception {
        machine.need("dpkg-deb", "dpkg");
        Run fields = machine.run(Map.of(), "dpkg-deb", "-f", Packages.deb().toString())
                .ends(0);
        Path root = Packages.unpackedDeb(machine);
        String processor = machine.run(Map.of(), "dpkg", "--print-architecture").out();
        assertTrue(fields.out().contains("\nArchitecture: " + processor), fields::toString);
        assertTrue(fields.out().contains("\nDepends: libc6 (>= "), fields::toString);
        String size = machine.run(Map.of(), "sh", "-c", "du -sk --apparent-size " + root + " | cut -f1")
                .out()
                .strip();
        String stated = fields.out().replaceFirst("(?s).*\nInstalled-Size: (\\d+)\n.*", "$1");
        assertEquals(Double.parseDouble(size), Double.parseDouble(stated), Double.parseDouble(size) / 50);
    }

    @Test
    void everyFileHasItsChecksum() throws Exception {
        Path root = Packages.unpackedDeb(machine);
        Path control = machine.home().resolve("control");
        machine.run(Map.of(), "dpkg-deb", "-e", Packages.deb().toString(), control.toString())
                .ends(0);
        machine.run(Map.of(), "sh", "-c", "cd " + root + " && md5sum --quiet -c " + control + "/md5sums")
                .leaves(0, "", "");
        assertEquals(
                files(root).stream()
                        .filter(name -> !Files.isSymbolicLink(root.resolve(name)))
                        .toList(),
                Files.readAllLines(control.resolve("md5sums")).stream()
                        .map(line -> line.substring(34))
                        .sorted()
                        .toList());
    }

    @Test
    @Tag("slow")
    void aRemovalLeavesNothingAndAnUpgradeNothingOld() throws Exception {
        machine.need("dpkg", "dpkg");
        Path root = Files.createDirectories(machine.home().resolveSibling("system"));
        Files.createDirectories(root.resolve("var/lib/dpkg/info"));
        Files.createDirectories(root.resolve("var/lib/dpkg/updates"));
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        dpkg(root, "-i", Packages.deb().toString());
        assertTrue(Files.isSymbolicLink(root.resolve("usr/bin/wandb")));
        dpkg(root, "-i", newerWithout("usr/lib/wandb-auth/LICENSE").toString());
        assertTrue(Files.notExists(root.resolve("usr/lib/wandb-auth/LICENSE")));
        machine.run(Map.of(), root + "/usr/bin/wandb", "login", KEY).ends(0);
        dpkg(root, "-r", "wandb-auth");
        assertEquals(
                List.of(),
                files(root).stream()
                        .filter(name -> !name.startsWith("var/lib/dpkg/"))
                        .toList());
        assertTrue(Files.notExists(root.resolve("usr")), "empty folders are left");
        assertEquals(KEY + "\n", machine.wandb("auth", "token").out(), "what the user has stays");
    }

    private void dpkg(Path root, String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.concat(
                        Stream.of("dpkg", "--root=" + root, "--force-depends", "--log=/dev/null"), Stream.of(arguments))
                .toArray(String[]::new);
        machine.run(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"), command).ends(0);
    }

    /** The same package with a higher version and without one of its files. */
    private Path newerWithout(String file) throws IOException, InterruptedException {
        Path tree = machine.home().resolveSibling("newer");
        machine.run(Map.of(), "dpkg-deb", "-R", Packages.deb().toString(), tree.toString())
                .ends(0);
        Files.delete(tree.resolve(file));
        Path control = tree.resolve("DEBIAN/control");
        Files.writeString(control, Files.readString(control).replaceFirst("\nVersion: .*\n", "\nVersion: 9999\n"));
        Path newer = machine.home().resolveSibling("newer.deb");
        machine.run(Map.of(), "dpkg-deb", "-Zgzip", "-z1", "-b", tree.toString(), newer.toString())
                .ends(0);
        return newer;
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
