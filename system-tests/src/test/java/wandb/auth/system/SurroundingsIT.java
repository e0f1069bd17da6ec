package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small limits, folders that are gone, names that are no text, readers that are gone. */
class SurroundingsIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    /** Of whom nothing else runs. */
    private static final int OTHER_USER = 61_184;

    /** A home whose name has a byte that is not UTF-8. */
    private static final String ODD_NAME = "odd=$(printf 'j\\374rgen'); mkdir -p \"$odd\"; ";

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    static List<String> shells() {
        return Shells.all();
    }

    @ParameterizedTest
    @CsvSource({
        "login 0123456789abcdef0123456789abcdef01234567, 0",
        "login --verify --host http://127.0.0.1:1 0123456789abcdef0123456789abcdef01234567, 6",
        "status, 4",
        "auth token, 4",
        "auth exec -- true, 4",
        "auth stores, 0",
        "auth doctor, 0",
        "auth list, 0",
        "auth policy, 0",
        "auth switch work, 4",
        "auth migrate --to netrc, 4",
        "login --store keyring 0123456789abcdef0123456789abcdef01234567, 1",
        "logout --all, 0",
        "completion zsh, 0",
        "--version, 0",
        "--help, 0",
    })
    void everyCommandStartsIn600MegabytesOfAddressSpace(String command, int exitCode) throws Exception {
        machine.need("prlimit", "util-linux");
        List<String> line = new ArrayList<>(List.of("prlimit", "--as=600000000", Machine.LAUNCHER.toString()));
        line.addAll(List.of(command.split(" ", -1)));
        machine.run(Map.of(), line.toArray(String[]::new)).ends(exitCode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "1.5", "3601"})
    void aTimeoutThatIsNoneEndsWhatWouldWaitByIt(String value) throws Exception {
        Map<String, String> variables = Map.of("WANDB_AUTH_TIMEOUT", value);
        machine.wandbWith(variables, "auth", "token")
                .leaves(
                        1,
                        "",
                        "wandb: ERROR WANDB_AUTH_TIMEOUT is not a number of seconds from 1 to 3600. Correct or unset it.\n");
        machine.wandbWith(variables, "--version").ends(0);
    }

    @Test
    void withLessOneLineSaysSoBeforeAJvmStarts() throws Exception {
        machine.need("prlimit", "util-linux");
        machine.writeProgram("image/bin/java", "#!/bin/sh\necho started\n");
        Path launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER));
        for (String shell : Shells.all()) {
            String[] login = Shells.command(machine, shell, launcher.toString(), "login", KEY);
            List<String> line = new ArrayList<>(List.of("prlimit", "--as=300000000"));
            line.addAll(List.of(login));
            machine.run(Map.of(), line.toArray(String[]::new))
                    .leaves(
                            1,
                            "",
                            "wandb: 600 MB of address space are needed, and the limit here is 300 MB."
                                    + " Raise it where it is set, or by: ulimit -v unlimited\n");
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void withFewerThreadsThanAJvmNeedsOneLineSaysSoBeforeItStarts(String shell) throws Exception {
        machine.writeProgram("image/bin/java", "#!/bin/sh\necho started\n");
        Path launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER));
        String[] login = Shells.command(machine, shell, launcher.toString(), "login", KEY);

        withThreads(10, login)
                .leaves(
                        1,
                        "",
                        "wandb: 16 processes and threads are needed, and this user may have only 10 more here, of 10 in"
                                + " all. End other programs, or raise the limit where it is set, or by: ulimit -u"
                                + " unlimited\n");
        withThreads(16, login).leaves(0, "started\n", "");
    }

    @Test
    void whatRunsOfTheUserAlreadyCounts() throws Exception {
        machine.writeProgram("image/bin/java", "#!/bin/sh\necho started\n");
        Path launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER));
        String beside = "sleep 2147483647 & \"$0\" \"$@\"; code=$?; kill $!; wait; exit $code";

        Run login = withThreads(17, "sh", "-c", beside, launcher.toString(), "login", KEY);

        assertTrue(login.ends(1).err().contains("may have only 15 more here, of 17 in all"), login::toString);
        withThreads(18, "sh", "-c", beside, launcher.toString(), "login", KEY).leaves(0, "started\n", "");
    }

    /** Where the launcher cannot know: of other containers it sees no process, and a program may start one any time. */
    @Test
    void aRunThatGetsNoMoreThreadsSaysSoInOneLine() throws Exception {
        String shortage = "wandb: ERROR This user, or this container, may have no more processes and threads. End other"
                + " programs, or raise the limit where it is set, or by: ulimit -u unlimited\n";
        Path image = machine.home().resolve("image"); // the other user may not reach the checkout
        machine.run(Map.of(), "cp", "-r", Machine.IMAGE.toString(), image.toString())
                .ends(0);
        int shortages = 0;
        for (int threads = 8; threads < 16; threads++) {
            Run login = withThreads(
                    threads,
                    image + "/bin/java",
                    "-m",
                    "wandb.auth.cli/wandb.auth.cli.Main",
                    "login",
                    "--store",
                    "keyring",
                    KEY);
            shortages += login.err().equals(shortage) ? 1 : 0;
            assertFalse(login.err().contains("\tat "), login::toString);
            login.ends(1); // there is no keychain
        }
        assertTrue(shortages > 0);
        assertFalse(Files.exists(machine.home().resolve(".config")));
    }

    /** Runs it as a user who has no other processes, and may have so many. */
    private Run withThreads(int limit, String... command) throws Exception {
        Machine.needRoot(); // for which there is no limit
        machine.need("prlimit", "util-linux");
        for (Path open : List.of(folder, machine.home().getParent(), machine.home())) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setAttribute(machine.home(), "unix:uid", OTHER_USER);
        List<String> line = new ArrayList<>(
                List.of("setpriv", "--reuid=" + OTHER_USER, "--clear-groups", "prlimit", "--nproc=" + limit));
        line.addAll(List.of(command));
        return machine.run(Map.of("LC_ALL", "C.UTF-8"), line.toArray(String[]::new));
    }

    @Test
    void onMuslOneLineSaysSo() throws Exception {
        machine.writeProgram("image/bin/java", "#!/bin/sh\necho started\n");
        machine.write("lib/ld-musl-x86_64.so.1", "");
        String there = Files.readString(Machine.LAUNCHER)
                .replace("/lib64/ld-linux", "/nowhere/ld-linux")
                .replace("/lib/ld-linux", "/nowhere/ld-linux")
                .replace("/lib/ld-musl", machine.home() + "/lib/ld-musl");
        machine.run(Map.of(), machine.writeProgram("image/bin/wandb", there).toString(), "login", KEY)
                .leaves(
                        1,
                        "",
                        "wandb: this program needs the GNU C library, and this system has musl."
                                + " Install glibc, or use the Python SDK.\n");
    }

    @Test
    void withoutProcOneLineSaysSo() throws Exception {
        machine.writeProgram("image/bin/java", "#!/bin/sh\necho started\n");
        String there = Files.readString(Machine.LAUNCHER).replace("/proc/self/exe", machine.home() + "/nowhere");
        machine.run(Map.of(), machine.writeProgram("image/bin/wandb", there).toString(), "login", KEY)
                .leaves(
                        1,
                        "",
                        "wandb: this program needs /proc, which is not mounted here. To mount it: mount -t proc proc"
                                + " /proc\n");
    }

    /** As on RHEL 7: the locale that the launcher prefers is not installed. */
    @ParameterizedTest
    @CsvSource({
        "LANG=de_DE.UTF-8, de_DE.UTF-8",
        "LC_ALL=C.utf8, C.utf8",
        "LC_CTYPE=fr_FR.UTF-8, fr_FR.UTF-8",
        "LANG=C, en_US.UTF-8",
        "LANG=de_DE, en_US.UTF-8",
        "LANG=nowhere.UTF-8, nowhere.UTF-8",
    })
    void withoutTheUsualLocaleAnotherWithUtf8IsTakenInSilence(String variable, String taken) throws Exception {
        machine.writeProgram("image/bin/java", "#!/bin/sh\necho $LC_ALL\n");
        String archive = machine.write("locale-archive", "").toString();
        String there = Files.readString(Machine.LAUNCHER)
                .replace("/usr/lib/locale/C.utf8", "/nowhere")
                .replace("/usr/lib/locale/locale-archive", archive);
        String launcher = machine.writeProgram("image/bin/wandb", there).toString();
        int equals = variable.indexOf('=');
        Map<String, String> given = Map.of(variable.substring(0, equals), variable.substring(equals + 1));
        for (String shell : List.of("dash", "bash --posix", "busybox sh")) {
            machine.run(given, Shells.command(machine, shell, launcher, "status"))
                    .leaves(0, taken + "\n", "");
        }
    }

    @Test
    void whatTheJvmItselfSaysGoesToStandardError() throws Exception {
        Run run = machine.run(
                Map.of(),
                Machine.IMAGE + "/bin/java",
                "-Xms900m",
                "-m",
                "wandb.auth.cli/wandb.auth.cli.Main",
                "auth",
                "token");
        assertEquals("", run.ends(1).out());
        assertFalse(run.err().isEmpty());
    }

    /** Under a umask that takes no right away. */
    @Test
    void whatALoginMakesIsForItsUserAlone() throws Exception {
        Path trail = machine.home().resolve("trail.jsonl");
        Path policy = machine.write("policy.ini", "[policy]\naudit_file = " + trail + "\n");
        String login = "umask 000; exec " + Machine.LAUNCHER + " login --host https://wandb.example.com " + KEY;
        machine.run(Map.of("WANDB_AUTH_POLICY", policy.toString()), "sh", "-c", login)
                .ends(0);
        List<String> open = new ArrayList<>();
        try (Stream<Path> made = Files.walk(machine.home())) {
            for (Path path : made.filter(each -> !each.equals(machine.home()) && !each.equals(policy))
                    .toList()) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                if (!rights.endsWith("------")) {
                    open.add(rights + " " + path);
                }
            }
        }
        assertEquals(List.of(), open);
        assertTrue(Files.exists(trail) && Files.exists(machine.home().resolve(".config/wandb/auth.ini")));
    }

    /** Files that a JVM looks for there, and that anybody's folder may hold. */
    @Test
    void theJvmSaysNothingOfTheWorkingDirectory() throws Exception {
        for (String name : List.of(".hotspotrc", ".hotspot_compiler")) {
            Files.writeString(machine.workingDirectory().resolve(name), "+PrintVersion\n");
        }
        assertEquals("", machine.wandb("version").ends(0).err());
    }

    /** As under MemoryDenyWriteExecute of systemd, where the kernel can say so of a process. */
    @Test
    void execTellsThatNoJvmStartsWhereMemoryIsNeverWritableAndExecutable() throws Exception {
        machine.need("python3", "python3");
        Run run =
                machine.run(Map.of(), "python3", "-c", """
                import ctypes, os, sys
                PR_SET_MDWE = 65
                if ctypes.CDLL(None).prctl(PR_SET_MDWE, 1, 0, 0, 0):
                    sys.exit(99)
                os.execv(sys.argv[1], sys.argv[1:])
                """, Machine.LAUNCHER.toString(), "auth", "exec", "--", "true");
        assumeTrue(run.exitCode() != 99, "this kernel has no such rule");
        run.leaves(
                1,
                "",
                "wandb: the Java virtual machine does not start here: Failed to mark memory page as executable - check if"
                        + " grsecurity/PaX is enabled\n");
    }

    /** Each way in which the folder that a shell stands in can go. */
    @ParameterizedTest
    @MethodSource("shells")
    void aWorkingDirectoryThatIsGoneIsToldToTheProgram(String shell) throws Exception {
        machine.writeProgram("image/bin/java", "#!/bin/sh\npwd\necho \"$*\"\n");
        Path launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER));
        String start = String.join(" ", Shells.command(machine, shell, launcher + " status")) + " 2>/dev/null; ";
        String gone = "mkdir gone && cd gone && rmdir ../gone && { " + start + " mkdir ../gone; " + start
                + "unset PWD; " + start + "}";
        String seen = "/\n-Xrs -Dwandb.tty= -Dwandb.program=" + launcher
                + " -Dwandb.gone=true -m wandb.auth.cli/wandb.auth.cli.Main status\n";
        machine.run(Map.of(), "sh", "-c", gone).leaves(0, seen + seen + seen, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NETRC", "WANDB_CONFIG_DIR"})
    void aRelativeNameInAFolderThatIsGoneIsAnError(String variable) throws Exception {
        String gone = "mkdir gone && cd gone && rmdir ../gone && exec " + Machine.LAUNCHER + " login " + KEY;
        Run run = machine.run(Map.of(variable, "mine"), "bash", "-c", gone).ends(1);
        assertTrue(
                run.err()
                        .endsWith("wandb: ERROR " + variable
                                + " names a place in the working directory, which is gone or closed to this user."
                                + " Go to another one, or write the whole path.\n"),
                run.err());
        assertFalse(Files.exists(Path.of("/mine")));
        assertFalse(Files.exists(machine.home().resolve(".netrc")));
    }

    @ParameterizedTest
    @CsvSource({
        "export HOME=\"$PWD/$odd\", HOME",
        "export NETRC=\"$PWD/$odd/netrc\", NETRC",
        "export WANDB_CONFIG_DIR=\"$odd\", WANDB_CONFIG_DIR",
        "cd \"$odd\", The name of the working directory",
    })
    void aNameThatIsNoTextIsAnErrorAndNoAbsence(String where, String named) throws Exception {
        String login = ODD_NAME + where + "; exec " + Machine.LAUNCHER;
        for (String command : List.of("login " + KEY, "logout", "auth token")) {
            Run run = machine.run(Map.of(), "sh", "-c", login + " " + command).ends(1);
            assertEquals("", run.out());
            assertTrue(
                    run.err().startsWith("wandb: ERROR " + named + " cannot be used: it is not valid UTF-8"),
                    run.err());
        }
        machine.run(Map.of(), "sh", "-c", login + " --version").ends(0);
        machine.run(Map.of(), "sh", "-c", login + " login --help").ends(0);
        machine.run(Map.of(), "sh", "-c", login + " completion bash").ends(0);
        assertFalse(Files.exists(machine.home().resolve(".netrc")));
    }

    @Test
    void workIsHandedOnWhateverThePlacesAreCalled() throws Exception {
        FakePrograms programs = new FakePrograms(machine);
        String script = ODD_NAME + "cd \"$odd\"; export HOME=\"$PWD\"; exec " + Machine.LAUNCHER + " sync";
        machine.run(FakePrograms.path(programs.sdk()), "sh", "-c", script).leaves(0, "[sync]", "");
    }

    @Test
    void aReaderThatIsGoneIsNoFault() throws Exception {
        String piped = "{ " + Machine.LAUNCHER + " completion bash; echo $? >code; } | true";
        machine.run(Map.of(), "sh", "-c", piped).leaves(0, "", "");
        assertEquals("1\n", Files.readString(machine.workingDirectory().resolve("code")));
    }

    @Test
    void aFullDiskIsAFault() throws Exception {
        Run run = machine.run(Map.of(), "sh", "-c", Machine.LAUNCHER + " completion bash >/dev/full")
                .ends(1);
        assertTrue(run.err().contains("Cannot write to standard output"), run.err());
    }

    @Test
    void aLinkIsFollowedWhereTheSystemsFolderLacksReadlink() throws Exception {
        machine.writeProgram("image/bin/java", "#!/bin/sh\necho started\n");
        String elsewhere = Files.readString(Machine.LAUNCHER).replace("/usr/bin:/bin:${PATH-}", "/nowhere:${PATH-}");
        Path launcher = machine.writeProgram("image/bin/wandb", elsewhere);
        Path link = Files.createSymbolicLink(machine.home().resolve("link"), launcher);
        machine.run(Map.of(), link.toString(), "status").leaves(0, "started\n", "");
        Path decoy = machine.workingDirectory().resolve("readlink");
        Files.copy(Path.of("/bin/false").toRealPath(), decoy);
        machine.run(Map.of("PATH", ".:/usr/bin:/bin"), link.toString(), "status")
                .leaves(0, "started\n", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08:x", "09:1:y", "0x1:1:y", "-1", "a:b", "1e1:", "99999:1:z", "01:"})
    void anythingInTheVariableThatGuardsAgainstLoopsIsSilent(String trail) throws Exception {
        Map<String, String> given =
                Map.of("PATH", new FakePrograms(machine).sdk() + ":/usr/bin:/bin", "_WANDB_LOGIN_TRAIL", trail);
        machine.wandbWith(given, "sync").leaves(0, "[sync]", "");
    }

    @Test
    void anSdkWhoseInterpreterIsGoneIsNamed() throws Exception {
        Path sdk = machine.writeProgram("venv/bin/wandb", "#!/nowhere/python -s\n");
        machine.wandbWith(Map.of("PATH", sdk.getParent() + ":/usr/bin:/bin"), "sync")
                .leaves(127, "", "wandb: cannot run " + sdk + ": there is no /nowhere/python\n");
    }
}
