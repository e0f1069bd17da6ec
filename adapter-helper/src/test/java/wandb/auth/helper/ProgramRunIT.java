package wandb.auth.helper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Deadline;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProcessResult;
import wandb.auth.helper.program.Program;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramRun;

/** Whatever a program does, its run ends, and nothing of it stays that can be found. */
@Timeout(600)
class ProgramRunIT extends AtAWorkbench {

    private static ProcessResult run(Program program) throws ProgramException {
        return new ProgramRun(program, Given.patience()).run("input".getBytes(UTF_8));
    }

    private static String problem(Program program, Deadline deadline) {
        return problem(new ProgramRun(program, deadline));
    }

    private static String problem(ProgramRun run) {
        return Given.shown(assertThrows(ProgramException.class, () -> run.run(new byte[0]))
                        .reason())
                .problem();
    }

    @Test
    void itGetsItsInputAndGivesItsOutputErrorsAndExitCode() throws Exception {
        ProcessResult ended = run(bench.program("cat; echo trouble >&2; exit 3"));
        assertEquals("input", new String(ended.output(), UTF_8));
        assertEquals("trouble\n", new String(ended.errors(), UTF_8));
        assertEquals(3, ended.exitCode());
    }

    @Test
    void itsArgumentsReachItAsTheyAre() throws Exception {
        ProcessResult ended = run(bench.program("printf '[%s]' \"$@\"", "a b", "", "$HOME", "*", "'"));
        assertEquals("[a b][][$HOME][*][']", new String(ended.output(), UTF_8));
    }

    @Test
    void oneThatDoesNotListenIsNoTrouble() throws Exception {
        Program deaf = bench.program("exec <&-; echo done");
        ProcessResult ended = new ProgramRun(deaf, Given.patience()).run(new byte[1 << 20]);
        assertEquals("done\n", new String(ended.output(), UTF_8));
    }

    @Test
    void itRunsAtHomeAndNotInTheWorkspace() throws Exception {
        ProcessResult ended = run(bench.program("pwd -P"));
        assertEquals(bench.home().toRealPath() + "\n", new String(ended.output(), UTF_8));
    }

    @Test
    void itsVariablesAreOursWithoutTheKey() throws Exception {
        bench.with("WANDB_API_KEY", Given.KEY.reveal()).with("PASSWORD_STORE_DIR", "/secret store");
        String variables = new String(run(bench.program("env")).output(), UTF_8);
        assertTrue(variables.contains("\nPASSWORD_STORE_DIR=/secret store\n"), variables);
        assertTrue(variables.contains("HOME=" + bench.home() + "\n"), variables);
        assertFalse(variables.contains("WANDB_API_KEY"), variables);
        assertFalse(variables.contains(Given.KEY.reveal()), variables);
        assertFalse(variables.contains("LC_ALL"), "what our process has and the environment has not");
    }

    @Test
    void oneThatDoesNotEndIsEnded() throws Exception {
        assertEndedAtTheDeadline("trap '' TERM INT HUP; echo $$ > started; mv started pid; while :; do sleep 1; done");
    }

    @Test
    void whatItStartedIsEndedWithIt() throws Exception {
        assertEndedAtTheDeadline("sleep 1000 & echo $! > started; mv started pid; wait");
    }

    @Test
    void itIsNotStartedAfterTheDeadline() throws Exception {
        Deadline passed = new Deadline(System.nanoTime());
        assertEquals(Messages.notStarted("program").problem(), problem(bench.program("echo > started"), passed));
        assertFalse(Files.exists(bench.home().resolve("started")));
    }

    /** Which output the child that is left behind has for its own. */
    @ParameterizedTest
    @ValueSource(strings = {"", ">/dev/null", "2>/dev/null", ">/dev/null 2>&1"})
    void aChildThatKeepsAnOutputIsNeitherWaitedForNorEnded(String outputs) throws Exception {
        ProcessResult ended = run(bench.program("sleep 1000 " + outputs + " & echo $! > pid; echo key; echo note >&2"));
        try {
            assertEquals(0, ended.exitCode());
            assertEquals("key\n", new String(ended.output(), UTF_8));
            assertEquals("note\n", new String(ended.errors(), UTF_8));
            assertTrue(isRunning(pid()));
        } finally {
            endChild();
        }
    }

    /** What it says must not depend on which of Java's threads comes first. */
    @RepeatedTest(25)
    void allThatItWroteBeforeItsEndIsTheAnswerThoughAChildKeepsTheOutput() throws Exception {
        ProcessResult ended = run(bench.program(
                "sleep 1000 & echo $! > pid; head -c 1048572 /dev/zero; echo trouble >&2; echo end; exit 3"));
        endChild();
        assertEquals(3, ended.exitCode());
        assertEquals("trouble\n", new String(ended.errors(), UTF_8));
        assertEquals(1 << 20, ended.output().length);
        assertEquals("end\n", new String(ended.output(), (1 << 20) - 4, 4, UTF_8));
    }

    @Test
    void aChildThatGoesOnWritingIsNotListenedTo() throws Exception {
        ProcessResult ended = run(bench.program("while echo noise; do :; done >&2 & echo key"));
        assertEquals("key\n", new String(ended.output(), UTF_8));
    }

    @Test
    void outputWithoutEndIsNotListenedTo() throws Exception {
        assertEquals(
                Messages.tooMuchOutput("program").problem(), problem(bench.program("cat /dev/zero"), Given.patience()));
    }

    @Test
    void megabytesThatEndAreTooMuchToo() throws Exception {
        assertEquals(
                Messages.tooMuchOutput("program").problem(),
                problem(bench.program("head -c 1048577 /dev/zero"), Given.patience()));
    }

    @Test
    void oneMegabyteFits() throws Exception {
        assertEquals(1 << 20, run(bench.program("head -c 1048576 /dev/zero")).output().length);
    }

    @Test
    void errorsWithoutEndAreReadAndForgotten() throws Exception {
        ProcessResult ended = run(bench.program("head -c 3000000 /dev/zero >&2; echo key"));
        assertEquals("key\n", new String(ended.output(), UTF_8));
        assertTrue(ended.errors().length <= 4096);
    }

    @Test
    void oneThatMayNotBeExecutedIsNamed() throws Exception {
        Program program = bench.program("true");
        Files.setPosixFilePermissions(program.file().path(), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(Messages.notExecutable(program.file().path()).problem(), problem(program, Given.patience()));
    }

    @Test
    void oneThatHasGoneIsNamed() throws Exception {
        Program program = bench.program("true");
        Files.delete(program.file().path());
        assertEquals(Messages.noProgram(program.file().path()).problem(), problem(program, Given.patience()));
    }

    @Test
    void aScriptWithoutItsInterpreterIsNamed() throws Exception {
        Program program = bench.program("true");
        Files.writeString(program.file().path(), "#!/no/such/interpreter\n");
        assertEquals(Messages.cannotBeStarted(program.file().path()).problem(), problem(program, Given.patience()));
    }

    @Test
    void withoutAHomeItRunsAtTheRoot() throws Exception {
        Program program = bench.program("pwd");
        Files.delete(bench.home());
        assertEquals("/\n", new String(run(program).output(), UTF_8));
    }

    /** The deadline passes once the program has written whose end is expected to a file. */
    private void assertEndedAtTheDeadline(String script) throws Exception {
        Path pid = bench.home().resolve("pid");
        ProgramRun run = new ProgramRun(bench.program(script), new Deadline(1), () -> Files.exists(pid) ? 1 : 0);
        assertEquals(Messages.timedOut("program").problem(), problem(run));
        while (isRunning(pid())) {
            Thread.sleep(1); // a signal that was sent takes effect when the system gets to it
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(bench.home().resolve("pid")).strip());
    }

    private void endChild() throws IOException {
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** One that has ended and that nobody asked for yet still has its number. */
    private static boolean isRunning(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }
}
