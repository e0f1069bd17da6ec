package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/**
 * Logins where the netrc file lives in an unusual place. Mounting takes root; each run has a namespace of its own, so
 * that nothing stays mounted.
 */
class OddPlacesIT {

    private static final String KEY = Scene.KEY;
    private static final String OTHERS = "machine github.com login me password gh_token\n";

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void aNetrcFileIsThere() throws IOException {
        machine = new Machine(folder);
        machine.write(".netrc", OTHERS);
    }

    @Test
    void aFileThatIsMountedByItselfIsWrittenInPlace() throws Exception {
        Path other = machine.write("other device", OTHERS);
        Run run = mounted("mount --bind '" + other + "' .netrc", "login", KEY).ends(0);
        assertTrue(run.err().contains("a mount point"), run.err());
        assertTrue(Files.readString(other).startsWith(OTHERS), Files.readString(other));
        assertTrue(Files.readString(other).contains(KEY));
        assertEquals(OTHERS, machine.read(".netrc"));
        assertNothingIsLeft();
    }

    @Test
    void aMountedFileInADirectoryThatCannotBeWrittenIsWrittenInPlace() throws Exception {
        machine.wandb("login", "--host", "https://other.example.com", KEY).ends(0);
        Path other = machine.write("other device", OTHERS);
        Path home = machine.home();
        Run run = mounted(
                "mount --bind '" + other + "' .netrc && mount --bind .config .config && mount --bind '" + home
                        + "' /mnt && mount -o remount,bind,ro /mnt && mount --bind '" + other
                        + "' /mnt/.netrc && mount --bind .config /mnt/.config && export HOME=/mnt",
                "login",
                KEY);
        run.ends(0);
        assertTrue(Files.readString(other).startsWith(OTHERS)
                && Files.readString(other).contains(KEY));
    }

    @Test
    void aMountedFileIsLeftWhereNothingElseCanBeWrittenForACopyOfIt() throws Exception {
        Path other = machine.write("other device", OTHERS);
        Run run = mounted(
                "mount --bind '" + machine.home() + "' /mnt && mount -o remount,bind,ro /mnt && mount --bind '" + other
                        + "' /mnt/.netrc && export HOME=/mnt",
                "login",
                KEY);
        run.ends(1);
        assertTrue(
                run.err().contains("/mnt may not be written, and there is no other directory for the copy"), run.err());
        assertTrue(run.err().endsWith(" Give yourself permission to write it.\n"), run.err());
        assertEquals(OTHERS, Files.readString(other));
    }

    @Test
    void aFullDiskIsNamedAndLosesNothing() throws Exception {
        Run run = mounted(
                "mkdir small && mount -t tmpfs -o size=64k tmpfs small && cp .netrc small/netrc"
                        + " && chmod 600 small/netrc && { dd if=/dev/zero of=small/filler bs=4k 2>/dev/null; true; }"
                        + " && export NETRC=$HOME/small/netrc",
                "login",
                KEY,
                "; code=$?; cmp .netrc small/netrc && ls -A small | tr '\\n' ' '; exit $code");
        run.ends(1);
        assertTrue(run.err().contains("no space left on device"), run.err());
        assertTrue(run.err().contains("small/netrc"), run.err());
        assertEquals("filler netrc ", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"600", "444"})
    void aReadOnlyFileSystemIsNamed(String mode) throws Exception {
        Run run = mounted(
                "mkdir ro && cp .netrc ro/netrc && chmod " + mode + " ro/netrc && mount --bind ro ro"
                        + " && mount -o remount,bind,ro ro && export NETRC=$HOME/ro/netrc",
                "login",
                KEY);
        run.ends(1);
        assertTrue(run.err().contains("read-only file system") && run.err().contains("ro/netrc"), run.err());
        assertEquals(OTHERS, machine.read("ro/netrc"));
    }

    @Test
    void aFileThatMayNotBeChangedIsNamedAndStays() throws Exception {
        Run run = marked(".netrc", "login", KEY);
        run.ends(1);
        assertTrue(run.err().contains("it is on a read-only file system, or immutable"), run.err());
        assertEquals(OTHERS, machine.read(".netrc"));
    }

    @Test
    void aConfigFolderThatMayNotBeChangedKeepsNoKeyFromBeingSaved() throws Exception {
        Files.createDirectories(machine.home().resolve(".config/wandb"));
        Run run = marked(".config/wandb", "login --host https://wandb.example.com", KEY);
        run.ends(0);
        assertTrue(run.err().contains("WARNING The server was not remembered"), run.err());
        assertTrue(machine.read(".netrc").startsWith(OTHERS)
                && machine.read(".netrc").contains(KEY));
    }

    /** A run while the place is immutable; skipped where the file system or the user cannot make it so. */
    private Run marked(String place, String... words) throws Exception {
        Machine.needRoot();
        machine.need("chattr", "e2fsprogs");
        Path path = machine.home().resolve(place);
        assumeTrue(
                machine.run(Map.of(), "chattr", "+i", path.toString()).exitCode() == 0,
                "this file system has no immutable files");
        try {
            return machine.run(Map.of(), "sh", "-c", "'" + Machine.LAUNCHER + "' " + String.join(" ", words));
        } finally {
            machine.run(Map.of(), "chattr", "-i", path.toString()).ends(0);
        }
    }

    @Test
    void aFileOnAnotherDeviceBehindALinkIsReplaced() throws Exception {
        Run run = mounted(
                "mkdir away && mount -t tmpfs tmpfs away && mv .netrc away/netrc && ln -s away/netrc .netrc",
                "login",
                KEY,
                "&& test -L .netrc && cat away/netrc && ls -A away");
        run.ends(0);
        assertTrue(run.out().startsWith(OTHERS) && run.out().contains(KEY), run.out());
        assertTrue(run.out().endsWith("\nnetrc\n"), run.out());
    }

    @Test
    void aDanglingLinkGetsItsTarget() throws Exception {
        Files.delete(machine.home().resolve(".netrc"));
        Files.createSymbolicLink(machine.home().resolve(".netrc"), Path.of("elsewhere"));
        machine.wandb("login", KEY).ends(0);
        assertTrue(Files.isSymbolicLink(machine.home().resolve(".netrc")));
        assertTrue(machine.read("elsewhere").contains(KEY));
    }

    @Test
    void aFileWithTwoNamesKeepsThem() throws Exception {
        Path second = Files.createLink(
                machine.home().resolve("dotfiles"), machine.home().resolve(".netrc"));
        machine.wandb("login", KEY).ends(0);
        assertEquals(machine.read(".netrc"), Files.readString(second));
        assertTrue(Files.readString(second).startsWith(OTHERS)
                && Files.readString(second).contains(KEY));
        assertNothingIsLeft();
    }

    @Test
    void anAccessListStaysAndGrantsNothing() throws Exception {
        Path file = machine.home().resolve(".netrc");
        machine.run(Map.of(), "python3", "-c", ACL, file.toString()).ends(0);
        Run run = machine.wandb("login", KEY).ends(0);
        assertTrue(run.err().contains("Other users had access to the file: its mode 0640"), run.err());
        assertEquals(0600, (int) Files.getAttribute(file, "unix:mode") & 0777); // the list's mask grants nothing
        Files.setAttribute(file, "unix:mode", 0640);
        assertTrue(acl(file).contains("02000400d2040000"), acl(file)); // the list itself stayed
    }

    private static final String ACL = """
            import os, struct, sys
            none = 0xffffffff
            entries = ((1, 6, none), (2, 4, 1234), (4, 0, none), (16, 4, none), (32, 0, none))
            data = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
            os.setxattr(sys.argv[1], "system.posix_acl_access", data)
            """;

    private String acl(Path file) throws Exception {
        return machine.run(
                        Map.of(),
                        "python3",
                        "-c",
                        "import os, sys; print(os.getxattr(sys.argv[1], 'system.posix_acl_access').hex())",
                        file.toString())
                .ends(0)
                .out();
    }

    @Test
    void rootLeavesAUserTheirFiles() throws Exception {
        Machine.needRoot();
        for (Path path : new Path[] {machine.home(), machine.home().resolve(".netrc")}) {
            Files.setAttribute(path, "unix:uid", 1234);
            Files.setAttribute(path, "unix:gid", 1235);
        }
        machine.wandb("login", "--host", "https://wandb.example.com", KEY).ends(0);
        for (String name :
                new String[] {".netrc", ".config", ".config/wandb", ".config/wandb/auth.lock", ".config/wandb/settings"
                }) {
            Path path = machine.home().resolve(name);
            assertEquals(1234, Files.getAttribute(path, "unix:uid"), name);
            assertEquals(1235, Files.getAttribute(path, "unix:gid"), name);
        }
    }

    @Test
    void aLinkThatSomebodyPlantedIsNotFollowed() throws Exception {
        Machine.needRoot();
        Path open = Files.createDirectory(machine.home().resolve("open"));
        Files.setAttribute(open, "unix:mode", 01777);
        Path victim = machine.write("victim", "precious");
        Path link = Files.createSymbolicLink(open.resolve("netrc"), victim);
        machine.run(Map.of(), "chown", "-h", "1234:1234", link.toString()).ends(0);
        Run run = machine.wandbWith(Map.of("NETRC", link.toString()), "login", KEY)
                .ends(1);
        assertTrue(run.err().contains("belongs to another user"), run.err());
        assertEquals("precious", Files.readString(victim));
    }

    @Test
    void whatAKilledRunLeftIsRemovedAndNothingElse() throws Exception {
        Machine.needRoot();
        Path litter = machine.write(".wandb-0123456789abcdef.tmp", "machine x password old");
        Path other = machine.write(".wandb-notes.tmp", "mine");
        Path longer = machine.write(".wandb-0123456789abcdef0.tmp", "mine");
        Path foreign = machine.write(".wandb-fedcba9876543210.tmp", "theirs");
        Files.setAttribute(foreign, "unix:uid", 1234);
        machine.wandb("login", KEY).ends(0);
        assertFalse(Files.exists(litter));
        assertTrue(Files.exists(other) && Files.exists(longer) && Files.exists(foreign));
    }

    /** A run in a mount namespace of its own; skipped where that is not allowed. */
    private Run mounted(String preparation, String... words) throws Exception {
        Machine.needRoot();
        assumeTrue(
                machine.run(Map.of(), "unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
                                .exitCode()
                        == 0,
                "mounting is not allowed");
        StringBuilder script = new StringBuilder("cd \"$HOME\" && " + preparation + " && '" + Machine.LAUNCHER + "'");
        for (String word : words) {
            script.append(' ').append(word);
        }
        return machine.run(Map.of(), "unshare", "-m", "sh", "-c", script.toString());
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.walk(machine.home())) {
            assertTrue(files.noneMatch(file -> Scene.isLitter(file.toString())));
        }
    }
}
