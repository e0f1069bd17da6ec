package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own commands in whatever surroundings the launcher is started. */
class LauncherIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    @Test
    void aLoginIsWhatTheTokenGives() throws Exception {
        assertEquals(0, machine.wandb("login", KEY).exitCode());
        machine.wandb("auth", "token").leaves(0, KEY + "\n", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix", "bash", "sh -eu", "sh -f"})
    void anyPosixShellRunsIt(String shell) throws Exception {
        assertVersion(machine.run(Map.of(), "/bin/sh", "-c", shell + " " + Machine.LAUNCHER + " --version"));
    }

    @Test
    void symbolicLinksLeadToTheImage() throws Exception {
        Path bin = Files.createDirectories(machine.home().resolve("my bin"));
        Files.createSymbolicLink(bin.resolve("absolute"), Machine.LAUNCHER);
        Files.createSymbolicLink(bin.resolve("relative"), bin.relativize(Machine.LAUNCHER));
        Files.createSymbolicLink(machine.home().resolve("link\n"), Path.of("my bin", "relative"));
        assertVersion(machine.run(Map.of(), bin + "/absolute", "--version"));
        assertVersion(machine.run(Map.of(), bin + "/relative", "--version"));
        assertVersion(machine.run(Map.of(), machine.home() + "/link\n", "--version"));
        assertVersion(machine.run(Map.of("PATH", "../home/my bin:/usr/bin:/bin"), "sh", "-c", "relative --version"));
    }

    @Test
    void theImageCanBeMoved() throws Exception {
        Path moved = copyOfTheImage("an image\tof ours");
        assertVersion(machine.run(Map.of(), moved + "/bin/wandb", "--version"));
        Run log = machine.run(
                Map.of(), moved + "/bin/java", "-Xlog:aot", "-m", "wandb.auth.cli/wandb.auth.cli.Main", "--version");
        assertTrue(log.out().contains("Using AOT-linked classes: true"), log.out());
    }

    @Test
    void withoutItsClassCacheItRunsAllTheSame() throws Exception {
        Path image = copyOfTheImage("image");
        Files.delete(image.resolve("lib/server/classes.jsa"));
        assertVersion(machine.run(Map.of(), image + "/bin/wandb", "--version"));
    }

    @Test
    void withADamagedClassCacheItRunsAllTheSame() throws Exception {
        Path image = copyOfTheImage("image");
        Path cache = image.resolve("lib/server/classes.jsa");
        Files.writeString(cache, "no cache");
        assertVersion(machine.run(Map.of(), image + "/bin/wandb", "--version"));
    }

    @Test
    void withTheClassCacheOfAnotherImageItRunsAllTheSame() throws Exception {
        Path image = copyOfTheImage("image");
        Files.setLastModifiedTime(image.resolve("lib/modules"), java.nio.file.attribute.FileTime.fromMillis(0));
        assertVersion(machine.run(Map.of(), image + "/bin/wandb", "--version"));
    }

    @Test
    void anIncompleteImageSaysSo() throws Exception {
        Path bin = Files.createDirectories(machine.home().resolve("image/bin"));
        Files.copy(Machine.LAUNCHER, bin.resolve("wandb"));
        String incomplete =
                "wandb: the program is incomplete: " + bin + "/java is missing or empty. Build or install it again.\n";
        machine.run(Map.of(), bin + "/wandb", "login").leaves(1, "", incomplete);

        machine.writeProgram("image/bin/java", "");
        machine.run(Map.of(), bin + "/wandb", "login").leaves(1, "", incomplete);

        machine.write("image/bin/java", "a program");
        machine.run(Map.of(), bin + "/wandb", "login")
                .leaves(
                        1,
                        "",
                        "wandb: " + bin + "/java may not be run: give it the right (chmod +x), or mount its file system"
                                + " without noexec.\n");
    }

    @Test
    void variablesForOtherJavaProgramsDoNotReachOurs() throws Exception {
        Map<String, String> variables = Map.of(
                "JAVA_TOOL_OPTIONS", "-Dfile.encoding=COMPAT",
                "JDK_JAVA_OPTIONS", "-version",
                "_JAVA_OPTIONS", "-Xmx1k",
                "CLASSPATH", "/nowhere");
        assertVersion(machine.wandbWith(variables, "--version"));
    }

    @Test
    void noEnvironmentIsNeeded() throws Exception {
        assertVersion(machine.run(Map.of(), "env", "-i", Machine.LAUNCHER.toString(), "--version"));
    }

    @Test
    void variablesOfTheShellDoNotDisturb() throws Exception {
        Path startup = machine.write("startup", "echo disturbed\n");
        Map<String, String> variables = Map.of(
                "IFS",
                "/-w",
                "CDPATH",
                "/:/usr",
                "ENV",
                startup.toString(),
                "LC_ALL",
                "nowhere",
                "POSIXLY_CORRECT",
                "1");
        assertVersion(machine.wandbWith(variables, "--version"));
    }

    @Test
    void aNameOutsideAsciiNeedsNoLocale() throws Exception {
        Path home = Files.createDirectories(machine.home().resolve("jürgen"));
        Run run = machine.wandbWith(Map.of("HOME", home.toString(), "LC_ALL", "C"), "login", KEY);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.exists(home.resolve(".netrc")));
        assertTrue(run.err().contains("jürgen"), run.err());
    }

    @Test
    void aWorkingDirectoryThatIsGoneDoesNotDisturb() throws Exception {
        Run run = machine.run(
                Map.of(),
                "sh",
                "-c",
                "mkdir gone && cd gone && rmdir ../gone && exec " + Machine.LAUNCHER + " --version");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("wandb-auth "), run.out() + run.err());
    }

    @Test
    void aClosedStandardInputIsAnEmptyOne() throws Exception {
        Run run = machine.run(Map.of(), "sh", "-c", Machine.LAUNCHER + " login --key-stdin <&-");
        assertEquals(1, run.exitCode());
        assertFalse(Files.exists(machine.home().resolve(".netrc")));
    }

    @Test
    void aClosedStandardOutputIsNoSuccess() throws Exception {
        assertEquals(0, machine.wandb("login", KEY).exitCode());
        Run run = machine.run(Map.of(), "sh", "-c", Machine.LAUNCHER + " auth token >&-");
        assertEquals(1, run.exitCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aClosedDescriptorDoesNotBecomeAnotherFile(int descriptor) throws Exception {
        Path seen = machine.home().resolve("seen");
        String show = "link=$(readlink /proc/$$/fd/" + descriptor + ")\necho \"$link\" >" + seen + "\n";
        machine.writeProgram("image/bin/java", "#!/bin/sh\n" + show);
        Path launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER));
        machine.run(Map.of(), "sh", "-c", launcher + " login " + descriptor + ">&-")
                .ends(0);
        assertEquals("/dev/null\n", Files.readString(seen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "login " + KEY, "status", "status --json", "auth token", "--help"})
    void theClassesOfACommandComeFromTheCache(String command) throws Exception {
        machine.wandb("login", KEY).ends(0);
        assertNoOtherClasses(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "login " + KEY, "status", "status --json", "auth token", "auth exec-environment"})
    void theClassesOfACommandForAProfileComeFromTheCache(String command) throws Exception {
        machine.wandb("login", KEY).ends(0);
        machine.wandb("login", "--profile", "work", KEY).ends(0);
        assertNoOtherClasses(command + " --profile work");
        Path workspace = Files.createDirectory(machine.workingDirectory().resolve("wandb"));
        Files.writeString(workspace.resolve("auth.ini"), "[login]\nprofile = work\n");
        assertNoOtherClasses(command);
        machine.wandb("auth", "switch", "work").ends(0);
        assertNoOtherClasses(command);
    }

    private void assertNoOtherClasses(String command) throws Exception {
        List<String> java = new ArrayList<>(List.of(
                Machine.IMAGE + "/bin/java",
                "-Xlog:class+load:file=" + machine.home() + "/classes.log",
                "-Xlog:aot",
                "-m",
                "wandb.auth.cli/wandb.auth.cli.Main"));
        java.addAll(List.of(command.split(" ")));
        Run run = machine.run(Map.of("LC_ALL", "C.UTF-8"), java.toArray(String[]::new));
        assertTrue(run.out().contains("Using AOT-linked classes: true"), run.out());
        assertTrue(run.out().contains("full module graph: enabled"), run.out());
        List<String> others = Files.readString(machine.home().resolve("classes.log"))
                .lines()
                .filter(line -> !line.contains("shared objects file"))
                .filter(line -> !line.contains("jdk.internal.event.")) // which the JVM never caches
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void noDumpOfTheMemoryIsMade() throws Exception {
        Run flags = machine.run(Map.of(), Machine.IMAGE + "/bin/java", "-XX:+PrintFlagsFinal", "-version");
        for (String flag : new String[] {
            "CreateCoredumpOnCrash=false",
            "HeapDumpOnOutOfMemoryError=false",
            "DisableAttachMechanism=true",
            "UsePerfData=false"
        }) {
            String pattern = "(?s).*\\b" + flag.replace("=", "\\s*=\\s*") + "\\b.*";
            assertTrue(flags.err().matches(pattern), flag);
        }
    }

    private Path copyOfTheImage(String name) throws IOException, InterruptedException {
        Path copy = machine.home().resolve(name);
        Run run = machine.run(Map.of(), "cp", "-a", Machine.IMAGE.toString(), copy.toString());
        assertEquals(0, run.exitCode(), run.err());
        return copy;
    }

    private static void assertVersion(Run run) {
        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        assertTrue(run.out().matches("wandb-auth \\d.*\n"), run.out());
    }
}
