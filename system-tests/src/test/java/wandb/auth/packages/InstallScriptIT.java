package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The script in the archive, into a folder whose name has a blank. */
class InstallScriptIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;
    private Path unpacked;
    private Path prefix;

    @BeforeEach
    void unpack() throws IOException, InterruptedException {
        machine = new Machine(folder);
        unpacked = Packages.unpackedArchive(machine);
        prefix = machine.home().resolve("my programs");
    }

    @Test
    void installsReplacesAndRemoves() throws Exception {
        Path others = machine.write("my programs/bin/other", "somebody else's\n");
        install("--prefix", prefix.toString()).ends(0);
        assertEquals(List.of("other", "wandb-auth"), names("bin"));
        assertEquals(List.of("wandb-auth"), names("share/bash-completion/completions"));
        run("bin/wandb-auth", "login", KEY).ends(0);

        Files.writeString(prefix.resolve("lib/wandb-auth/old"), "of an earlier version\n");
        install("--prefix", prefix.toString(), "--wandb").ends(0);
        assertTrue(Files.notExists(prefix.resolve("lib/wandb-auth/old")));
        run("bin/wandb", "auth", "token").leaves(0, KEY + "\n", "");

        install("--prefix=" + prefix, "--uninstall").ends(0);
        assertEquals(List.of(others), files());
        install("--prefix=" + prefix, "--uninstall")
                .leaves(1, "", "install.sh: nothing was installed in " + prefix + "\n");
    }

    @Test
    void theLinesOfTheDocumentationInstallItInTheHome() throws Exception {
        String name = unpacked.getFileName().toString();
        Files.createSymbolicLink(machine.workingDirectory().resolve(name + ".tar.gz"), Packages.archive());
        String lines = InstallPage.lines("The archive").replaceAll("wandb-auth-[0-9.]+-linux-x64", name);
        Path notRoot =
                machine.writeProgram("not root/id", "#!/bin/sh\necho 1000\n").getParent();
        Map<String, String> variables = Map.of("PATH", notRoot + ":/usr/bin:/bin", "WANDB_API_KEY", KEY);

        machine.run(variables, "sh", "-ec", lines).ends(0);
        assertTrue(Files.isSymbolicLink(machine.home().resolve(".local/bin/wandb-auth")));
    }

    /** As in the archive for macOS, whose JVM does not run where it is packed. */
    @Test
    void makesTheClassCachesThatTheArchiveHasOnlyListsFor() throws Exception {
        Path lib = unpacked.resolve("lib/wandb-auth/lib");
        for (String name : List.of("classes", "complete")) {
            Files.delete(lib.resolve("server/" + name + ".jsa"));
            Files.copy(Machine.IMAGE.resolveSibling("class-lists/" + name + ".list"), lib.resolve(name + ".list"));
        }
        install("--prefix", prefix.toString()).ends(0);

        String caches = prefix + "/lib/wandb-auth/lib/server/";
        for (String name : List.of("classes", "complete")) {
            run(
                            "lib/wandb-auth/bin/java",
                            "-Xshare:on", // fails where the cache cannot be used
                            "-XX:SharedArchiveFile=" + caches + name + ".jsa",
                            "--module",
                            "wandb.auth.cli/wandb.auth.cli.Main",
                            "--version")
                    .ends(0);
        }
    }

    @Test
    void installsWithoutAClassCacheWhereTheJvmCannotMakeIt() throws Exception {
        Path lib = unpacked.resolve("lib/wandb-auth/lib");
        Files.delete(lib.resolve("server/classes.jsa"));
        Files.writeString(lib.resolve("classes.list"), "@another-format 1\n");

        Run run = install("--prefix", prefix.toString()).ends(0);
        assertTrue(run.err().startsWith("install.sh: no class cache could be made: "), run::toString);
        assertFalse(Files.exists(prefix.resolve("lib/wandb-auth/lib/server/classes.jsa")));
        run("bin/wandb-auth", "login", KEY).ends(0);
    }

    @Test
    void leavesAnotherProgramInItsPlace() throws Exception {
        Path sdk = machine.writeProgram("my programs/bin/wandb", "#!/bin/sh\n");
        install("--prefix", prefix.toString(), "--wandb")
                .leaves(1, "", "install.sh: " + sdk + " is another program: nothing was installed\n");
        assertEquals(List.of(sdk), files());
        install("--prefix", prefix.toString()).ends(0);
        assertEquals("#!/bin/sh\n", machine.read("my programs/bin/wandb"));
    }

    @Test
    void removesNoProgramThatHasTakenItsPlace() throws Exception {
        install("--prefix", prefix.toString()).ends(0);
        Files.delete(prefix.resolve("bin/wandb-auth"));
        Path others = machine.writeProgram("my programs/bin/wandb-auth", "#!/bin/sh\n");

        Run run = install("--prefix", prefix.toString(), "--uninstall").ends(0);
        assertTrue(run.err().contains(others + " is another program: it was left\n"), run::toString);
        assertEquals(List.of(others), files());
    }

    @Test
    void writesOverNoFileThatWasThereBefore() throws Exception {
        Path page = machine.write("my programs/share/man/man1/wandb-login.1", "somebody else's\n");
        Path target = machine.write("target", "somebody else's\n");
        Path link = Files.createSymbolicLink(
                Files.createDirectories(prefix.resolve("share/bash-completion/completions"))
                        .resolve("wandb-auth"),
                target);

        Run run = install("--prefix", prefix.toString()).ends(0);
        assertTrue(run.err().contains(page + " was there before: it was left\n"), run::toString);
        assertTrue(run.err().contains(link + " was there before: it was left\n"), run::toString);

        install("--prefix", prefix.toString(), "--uninstall").ends(0);
        assertEquals(List.of(link, page), files());
        assertEquals("somebody else's\n", Files.readString(page));
        assertEquals("somebody else's\n", machine.read("target"));
    }

    /** As with sudo, after a user has unpacked the archive for himself only. */
    @Test
    void belongsToWhoeverInstallsAndIsForEverybody() throws Exception {
        Machine.needRoot();
        machine.run(Map.of(), "chown", "-R", "65534:65534", unpacked.toString()).ends(0);
        machine.run(Map.of(), "chmod", "-R", "go=", unpacked.toString()).ends(0);
        install("--prefix", prefix.toString()).ends(0);

        machine.run(Map.of(), "find", prefix.toString(), "!", "-user", "0", "-o", "!", "-perm", "-444")
                .leaves(0, "", "");
        run(
                        "lib/wandb-auth/bin/java",
                        "-Xshare:on", // fails where the cache cannot be used
                        "-XX:SharedArchiveFile=" + prefix + "/lib/wandb-auth/lib/server/complete.jsa",
                        "--module",
                        "wandb.auth.cli/wandb.auth.cli.Main",
                        "--version")
                .ends(0);
    }

    @Test
    void leadsToTheProgramFromAFolderThatIsALink() throws Exception {
        Path elsewhere = Files.createDirectories(machine.home().resolve("dotfiles/bin"));
        Files.createSymbolicLink(Files.createDirectories(prefix).resolve("bin"), elsewhere);
        install("--prefix", prefix.toString()).ends(0);
        run("bin/wandb-auth", "--version").ends(0);

        install("--prefix", prefix.toString(), "--uninstall").ends(0);
        assertEquals(List.of(prefix.resolve("bin")), files());
    }

    @Test
    void saysWhatToPutOnThePathWhateverTheFolderIsCalled() throws Exception {
        prefix = machine.workingDirectory().resolve("a $HOME \"b\" `c`'s");
        Run run = install("--prefix", "./" + prefix.getFileName() + "//").ends(0);

        String line = run.err().replaceFirst("(?s).*start-up file: ", "");
        machine.run(Map.of(), "sh", "-c", line + "command -v wandb-auth").leaves(0, prefix + "/bin/wandb-auth\n", "");
    }

    @Test
    void installsNothingWhereItCannotWrite() throws Exception {
        Path file = machine.write("file", "");
        Run run = install("--prefix", file.toString()).ends(1);
        assertEquals(
                "install.sh: cannot write to " + file + " (Not a directory): name another folder with --prefix\n",
                run.err());
    }

    @Test
    void keepsTheVersionBeforeWhereTheNewOneDoesNotRun() throws Exception {
        install("--prefix", prefix.toString()).ends(0);
        List<Path> before = files();
        Files.write(unpacked.resolve("lib/wandb-auth/bin/java"), new byte[0]);

        Run run = install("--prefix", prefix.toString()).ends(1);
        String reason = "install.sh: the program does not run in " + prefix + ", so it was not installed: ";
        assertTrue(run.err().startsWith(reason), run::toString);
        assertEquals(before, files());
        run("bin/wandb-auth", "--version").ends(0);
    }

    @Test
    void doesNotInstallIntoTheUnpackedArchiveHoweverThatIsSpelled() throws Exception {
        Path link = Files.createSymbolicLink(machine.home().resolve("link"), unpacked);
        for (String own : List.of(unpacked.toString(), unpacked + "/", unpacked + "/bin/..", link.toString())) {
            Run run = install("--prefix", own).ends(1);
            assertTrue(run.err().endsWith(" is the unpacked archive itself: name another folder\n"), run::toString);
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        for (String[] words :
                new String[][] {{"--prefix"}, {"--prefix="}, {"--prefix", ""}, {"--purge"}, {"somewhere"}}) {
            Run run = install(words).ends(2);
            assertTrue(run.err().startsWith("Usage: "), run::toString);
        }
    }

    private Run install(String... options) throws IOException, InterruptedException {
        return start(unpacked.resolve("install.sh"), options);
    }

    private Run run(String program, String... arguments) throws IOException, InterruptedException {
        return start(prefix.resolve(program), arguments);
    }

    private Run start(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return machine.run(Map.of(), command.toArray(String[]::new));
    }

    private List<String> names(String name) throws IOException {
        try (Stream<Path> files = Files.list(prefix.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(prefix)) {
            return tree.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
