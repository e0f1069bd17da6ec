package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.system.FakePrograms.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the SDK's program, and how: with everything as it was given. */
class PassThroughIT {

    private static final Path ROOT_LAUNCHER = Checkout.ROOT.resolve("wandb");
    private static final String NO_SDK =
            "wandb: ERROR 'sync' is a command of the Python SDK, and PATH has no other wandb. To get it: pip install wandb\n";

    @TempDir
    Path folder;

    private Machine machine;
    private FakePrograms programs;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
        programs = new FakePrograms(machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "logins", "-x", "--", "*", "a b", "$(exit 3)"})
    void aCommandThatIsNotOursIsTheSdks(String command) throws Exception {
        assertEquals(
                "[" + command + "]",
                machine.wandbWith(path(programs.sdk()), command).out());
    }

    @Test
    void argumentsArriveAsTheyAre() throws Exception {
        Run run = machine.wandbWith(path(programs.sdk()), "sync", "", "a  b", "new\nline\n", "'\"\\", "*", "-n", "ü");
        assertEquals("[sync][][a  b][new\nline\n]['\"\\][*][-n][ü]", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--settings", "--no-settings"})
    void settingsOfTheStatusAreTheSdks(String option) throws Exception {
        Run run = machine.wandbWith(path(programs.sdk()), "status", "--host", "x", option);
        assertEquals("[status][--host][x][" + option + "]", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "status", "auth", "completion"})
    void ourCommandsAreNotTheSdks(String command) throws Exception {
        Run help = machine.wandbWith(path(programs.sdk()), command, "--help");
        assertTrue(help.out().startsWith("Usage: " + Machine.LAUNCHER + " " + command), help.out());
    }

    @Test
    void aShellThatAsksWhatTheSdkCompletesReachesIt() throws Exception {
        Map<String, String> variables = new HashMap<>(path(programs.sdk()));
        variables.put("_WANDB_COMPLETE", "bash_complete");
        assertEquals("[]", machine.wandbWith(variables).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", "help"})
    void theHelpIsOurs(String option) throws Exception {
        Run help = machine.wandbWith(path(programs.sdk()), option);
        assertTrue(help.out().startsWith("Usage: " + Machine.LAUNCHER), help.out());
        assertEquals(help.out(), machine.wandbWith(path(programs.sdk())).out(), "so is that without any argument");
    }

    @Test
    void streamsAndExitCodeAreTheSdks() throws Exception {
        String sdk = programs.program("sdk", "cat; echo problem >&2; exit 42");
        Run run = machine.runReading("input\n", path(sdk), Machine.LAUNCHER.toString(), "sync");
        run.leaves(42, "input\n", "problem\n");
    }

    @Test
    void theSdkTakesOurProcessAndItsSignals() throws Exception {
        String sdk = programs.program("sdk", "trap 'exit 7' TERM; echo $$; read -r line");
        Process process =
                machine.prepared(path(sdk), Machine.LAUNCHER.toString(), "sync").start();
        try (var out = process.inputReader()) {
            assertEquals(String.valueOf(process.pid()), out.readLine());
        }
        process.destroy();
        assertEquals(7, Machine.exitCode(process));
    }

    @Test
    void theSdkGetsTheVariablesThatJavaWouldRead() throws Exception {
        String sdk = programs.program("sdk", "echo \"$JAVA_TOOL_OPTIONS,$JDK_JAVA_OPTIONS,$_JAVA_OPTIONS,$CLASSPATH\"");
        Map<String, String> variables = new HashMap<>(path(sdk));
        variables.putAll(Map.of(
                "JAVA_TOOL_OPTIONS", "-Xa", "JDK_JAVA_OPTIONS", "-Xb", "_JAVA_OPTIONS", "-Xc", "CLASSPATH", "d.jar"));
        assertEquals("-Xa,-Xb,-Xc,d.jar\n", machine.wandbWith(variables, "sync").out());
    }

    @Test
    void theSdkGetsNoVariableMoreThanTheOneThatGuardsAgainstLoops() throws Exception {
        String sdk = programs.program("sdk", "env");
        String env = machine.wandbWith(path(sdk), "sync").out();
        env.lines()
                .map(line -> line.substring(0, line.indexOf('=')))
                .forEach(name -> assertTrue(
                        name.matches("HOME|PATH|PWD|OLDPWD|SHLVL|_|_WANDB_LOGIN_TRAIL"), () -> "unexpected: " + name));
    }

    @Test
    void withoutAnSdkOneLineTellsHowToGetIt() throws Exception {
        machine.wandb("sync").leaves(1, "", NO_SDK);
    }

    @Test
    void withoutAnSdkAnUnknownWordIsGuessed() throws Exception {
        machine.wandbWith(Machine.ON_PATH, "lgoin").leaves(2, "", """
                        wandb: ERROR Unknown command 'wandb lgoin'.
                        wandb: Did you mean: wandb login
                        """);
    }

    @Test
    void withoutAnSdkAShellThatCompletesIsToldNothing() throws Exception {
        machine.wandbWith(Map.of("_WANDB_COMPLETE", "bash_complete")).leaves(1, "", "");
    }

    @Test
    void theElementsOfPathAreTakenAsEveryShellTakesThem() throws Exception {
        programs.program("a folder", "echo right");
        programs.program("not executable", "echo wrong");
        Files.setPosixFilePermissions(
                machine.home().resolve("not executable/wandb"),
                java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        Files.createDirectories(machine.home().resolve("directory/wandb"));
        String home = machine.home().toString();
        Run run = machine.wandbWith(
                path("/nowhere", home + "/directory", home + "/not executable", "", "*", home + "/a folder/", "-n"),
                "sync");
        run.leaves(0, "right\n", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "./", "../work"})
    void aRelativeElementOfPathIsPassedOver(String element) throws Exception {
        Path planted = Files.writeString(machine.workingDirectory().resolve("wandb"), "#!/bin/sh\necho planted\n");
        Files.setPosixFilePermissions(planted, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(
                "[sync]",
                machine.wandbWith(path(element, programs.sdk()), "sync").out());
    }

    @Test
    void aBinaryIsNoLauncherOfOurs() throws Exception {
        Path bin = Files.createDirectories(machine.home().resolve("bin"));
        Files.copy(Path.of("/bin/echo").toRealPath(), bin.resolve("wandb"));
        machine.wandbWith(path(bin.toString()), "sync").leaves(0, "sync\n", "");
    }

    @Test
    void aFifoNamedAsTheSdkHoldsNothingUp() throws Exception {
        Path bin = Files.createDirectories(machine.home().resolve("bin"));
        assertEquals(
                0, machine.run(Map.of(), "mkfifo", "-m", "755", bin + "/wandb").exitCode());
        machine.wandbWith(path(bin.toString()), "sync").leaves(1, "", NO_SDK);
    }

    @Test
    void severalOfOursOnPathArePassedOver() throws Exception {
        Path copy = machine.home().resolve("copy/bin");
        Files.createDirectories(copy);
        Files.copy(Machine.LAUNCHER, copy.resolve("wandb"));
        String[] ours = {
            Machine.LAUNCHER.getParent().toString(),
            programs.link("link", Machine.LAUNCHER),
            programs.link("link to link", machine.home().resolve("link/wandb")),
            programs.link("root", ROOT_LAUNCHER),
            copy.toString(),
        };
        machine.wandbWith(path(ours), "sync").leaves(1, "", NO_SDK);
        String all = String.join(":", ours);
        assertEquals(
                "[sync]", machine.wandbWith(path(all, programs.sdk()), "sync").out());
    }

    @Test
    void aWrapperThatBecomesUsIsPassedOverTheSecondTime() throws Exception {
        String wrapper = programs.program("wrapper", "exec " + Machine.LAUNCHER + " \"$@\"");
        assertEquals(
                "[sync]",
                machine.wandbWith(path(wrapper, programs.sdk()), "sync").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec ", ""})
    void aWrapperThatOnlyLeadsBackToUsEndsInAnError(String how) throws Exception {
        String wrapper = programs.program("wrapper", how + Machine.LAUNCHER + " \"$@\"");
        Run run = machine.wandbWith(path(wrapper), "sync");
        assertEquals(1, run.exitCode());
        assertEquals(
                "wandb: the programs named wandb on PATH only call each other; the last was " + wrapper + "/wandb\n",
                run.err());
    }

    @Test
    void whatTheSdkRunsCanRunUsAgain() throws Exception {
        String sdk = programs.program("sdk", """
                case $1 in
                    agent) "$0" train; wandb sync; wandb --version; wandb sync ;;
                    train) wandb sync ;;
                    sync) echo synced ;;
                esac""");
        Map<String, String> path = path(Machine.LAUNCHER.getParent().toString(), sdk);
        String out = machine.wandbWith(path, "agent").out();
        assertTrue(out.matches("synced\nsynced\nwandb-auth .*\nsynced\n"), out);
    }

    @Test
    void anSdkThatReplacesItselfByUsIsReachedAgain() throws Exception {
        String sdk = programs.program("sdk", "[ \"$1\" = sync ] && echo synced || exec wandb sync");
        Map<String, String> path = path(Machine.LAUNCHER.getParent().toString(), sdk);
        machine.wandbWith(path, "agent").leaves(0, "synced\n", "");
    }

    @Test
    void noJvmIsStartedForTheSdk() throws Exception {
        Path image = Files.createDirectories(machine.home().resolve("image/bin"));
        Files.copy(Machine.LAUNCHER, image.resolve("wandb"));
        assertFalse(Files.exists(image.resolve("java")));
        assertEquals(
                "[sync]",
                machine.run(path(programs.sdk()), image + "/wandb", "sync").out());
    }
}
