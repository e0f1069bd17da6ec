package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wandb auth exec}: a program in place of ours, with the key in its environment and nowhere else. */
class ExecIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startLoggedIn() throws Exception {
        machine = new Machine(folder);
        assertEquals(0, machine.wandb("login", KEY).exitCode());
        assertEquals(
                0,
                machine.wandb("login", "--host", "http://localhost:8080", "b".repeat(40))
                        .exitCode());
    }

    @Test
    void theProgramGetsTheServerAndTheKey() throws Exception {
        String show = "echo \"$WANDB_BASE_URL $WANDB_API_KEY\"";
        machine.wandb("auth", "exec", "--cloud", "--", "sh", "-c", show)
                .leaves(0, "https://api.wandb.ai " + KEY + "\n", "");
        machine.wandb("auth", "exec", "--host", "http://localhost:8080", "--", "sh", "-c", show)
                .leaves(0, "http://localhost:8080 " + "b".repeat(40) + "\n", "");
    }

    @Test
    void theProgramTakesOurProcessItsInputAndItsExitCode() throws Exception {
        Path pids = machine.home().resolve("pids");
        Run run = machine.runReading(
                "input\n",
                Map.of(),
                "sh",
                "-c",
                "echo $$ >" + pids + "; exec " + Machine.LAUNCHER + " auth exec -- sh -c 'echo $$ >>" + pids
                        + "; cat; exit 9'");
        run.leaves(9, "input\n", "");
        assertEquals(1, Files.readAllLines(pids).stream().distinct().count());
    }

    @Test
    void argumentsArriveAsTheyAre() throws Exception {
        Run run = machine.wandb(
                "auth", "exec", "--cloud", "--", "printf", "[%s]", "", "a  b", "--", "--help", "x\n", "*");
        run.leaves(0, "[][a  b][--][--help][x\n][*]", "");
    }

    @Test
    void theProgramGetsTheVariablesThatJavaWouldRead() throws Exception {
        Map<String, String> variables = Map.of("JAVA_TOOL_OPTIONS", "-Xa", "LC_ALL", "C", "CLASSPATH", "b.jar");
        Run run = machine.wandbWith(
                variables, "auth", "exec", "--", "sh", "-c", "echo \"$JAVA_TOOL_OPTIONS $LC_ALL $CLASSPATH\"");
        run.leaves(0, "-Xa C b.jar\n", "");
    }

    /** Exit codes and causes as shells have them; no store is asked, for this image has no JVM to ask it. */
    @ParameterizedTest
    @CsvSource({
        "no-such-program, 127, no-such-program: command not found",
        "/no/such/program, 127, /no/such/program: command not found",
        "'', 127, : command not found",
        "if, 127, if: command not found",
        "/etc/passwd, 126, cannot run /etc/passwd: permission denied",
        "/etc, 126, cannot run /etc: is a directory",
        "readable, 126, cannot run HOME/bin/readable: permission denied",
    })
    void aProgramThatCannotBeRunIsOneLineAndAsksNoStore(String program, int exitCode, String message) throws Exception {
        machine.write("bin/readable", "");
        Path launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER));
        machine.run(
                        Map.of("PATH", machine.home() + "/bin:/usr/bin:/bin"),
                        launcher.toString(),
                        "auth",
                        "exec",
                        "--",
                        program)
                .leaves(
                        exitCode,
                        "",
                        "wandb: " + message.replace("HOME", machine.home().toString()) + "\n");
    }

    @ParameterizedTest
    @CsvSource({"exit 9, 9", "kill -TERM $$, 143", "kill -HUP $$, 129"})
    void theExitCodeIsThePrograms(String script, int exitCode) throws Exception {
        machine.wandb("auth", "exec", "--", "sh", "-c", script).ends(exitCode);
    }

    @Test
    void aScriptWhoseInterpreterIsGoneIsNamedByTheSystem() throws Exception {
        Path script = machine.writeProgram("script", "#!/nowhere/python\n");
        Run run = machine.wandb("auth", "exec", "--", script.toString()).ends(127);
        assertFalse(run.err().contains("bin/wandb: "), run.err()); // no line number of the launcher's
    }

    @Test
    void withoutAProgramItIsWrongUsage() throws Exception {
        for (String[] arguments : new String[][] {{"auth", "exec"}, {"auth", "exec", "--"}, {"auth", "exec", "sh"}}) {
            Run run = machine.wandb(arguments);
            assertEquals(2, run.exitCode(), run.err());
            assertEquals("", run.out());
        }
    }

    @Test
    void itsHelpIsShown() throws Exception {
        assertTrue(machine.wandbWith(Machine.ON_PATH, "auth", "exec", "--help")
                .out()
                .startsWith("Usage: wandb auth exec"));
    }

    @Test
    void itsHelpIsShownAlsoBeforeAProgram() throws Exception {
        Run run = machine.wandbWith(Machine.ON_PATH, "auth", "exec", "--help", "--", "false")
                .ends(0);
        assertTrue(run.out().startsWith("Usage: wandb auth exec"), run.out());
    }

    @Test
    void theInputIsLeftForTheProgram() throws Exception {
        machine.writeProgram(
                "image/bin/java", "#!/bin/sh\ncat >/dev/null\necho http://localhost\necho key\necho -\necho -\n");
        Path launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER));
        machine.runReading("input\n", Map.of(), launcher.toString(), "auth", "exec", "--", "cat")
                .leaves(0, "input\n", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "echo http://localhost",
                "echo http://localhost; echo a",
                "echo http://localhost; echo a; echo b",
                "echo; echo a; echo b; echo c",
                "echo http://localhost; echo a; echo; echo c",
                "echo http://localhost; echo a; echo b; echo c; echo d"
            })
    void anAnswerThatIsNotFourLinesStartsNothing(String answer) throws Exception {
        machine.writeProgram("image/bin/java", "#!/bin/sh\n" + answer + "\n");
        Path launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER));
        machine.run(Map.of(), launcher.toString(), "auth", "exec", "--", "echo", "started")
                .leaves(1, "", "wandb: the answer about the server and the key is damaged\n");
    }

    @Test
    void withoutACredentialTheProgramIsNotStarted() throws Exception {
        Path started = machine.home().resolve("started");
        Run run = machine.wandb(
                "auth", "exec", "--host", "https://unknown.example.com", "--", "touch", started.toString());
        assertEquals(4, run.exitCode(), run.err());
        assertFalse(Files.exists(started));
    }

    @Test
    void theTraceOfAShellDoesNotShowTheKey() throws Exception {
        Run run = machine.run(
                Map.of(), "bash", "-x", Machine.LAUNCHER.toString(), "auth", "exec", "--cloud", "--", "true");
        assertEquals(0, run.exitCode());
        assertFalse(run.err().contains(KEY));
        Run exported = machine.wandbWith(Map.of("SHELLOPTS", "xtrace"), "auth", "exec", "--cloud", "--", "true");
        assertFalse(exported.err().contains(KEY));
    }

    @Test
    void noProgramIsStartedWithTheKeyInItsArguments() throws Exception {
        machine.need("strace", "strace");
        Path log = machine.home().resolve("strace.log");
        Run run = machine.run(
                Map.of(),
                "strace",
                "-f",
                "-s",
                "4096",
                "-e",
                "trace=execve",
                "-o",
                log.toString(),
                Machine.LAUNCHER.toString(),
                "auth",
                "exec",
                "--",
                "true");
        assertEquals(0, run.exitCode(), run.err());
        String started = Files.readString(log);
        assertTrue(started.contains("/bin/true"), started);
        assertFalse(started.contains(KEY));
    }
}
