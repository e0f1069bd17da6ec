package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code WANDB_AUTH_TRACE=1} shows the steps of the launcher and of the program in one form; what a run prints is the same. */
class TraceIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String STEP = "wandb: TRACE \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ";
    private static final Map<String, String> TRACE = Map.of("WANDB_AUTH_TRACE", "1");

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startLoggedIn() throws Exception {
        machine = new Machine(folder);
        machine.wandb("login", KEY).ends(0);
    }

    @Test
    void aRunShowsTheLaunchersStepFirstAndTheExitCodeLast() throws Exception {
        Run run = machine.wandbWith(TRACE, "auth", "token").ends(0);

        List<String> steps = run.err().lines().toList();
        assertEquals(KEY + "\n", run.out());
        assertTrue(steps.stream().allMatch(step -> step.matches(STEP + ".*")), run::toString);
        assertTrue(
                steps.getFirst().matches(STEP + "launcher: starting \\S+/bin/java with the class cache classes.jsa"),
                run::toString);
        assertTrue(steps.getLast().endsWith(" exit code: 0"), run::toString);
        assertTrue(
                steps.stream()
                        .anyMatch(step -> step.endsWith(" lookup: netrc: " + machine.home()
                                + "/.netrc:1: found API key, 40 characters, ending in 4567; this ends the lookup")),
                run::toString);
    }

    @Test
    void whatTakesThisProgramsPlaceIsAStep() throws Exception {
        Run run = machine.wandbWith(TRACE, "auth", "exec", "--", "true").ends(0);

        assertTrue(
                run.err().lines().toList().getLast().matches(STEP + "launcher: running true in this place, with .*"),
                run::toString);
        assertFalse(run.err().contains(KEY.substring(0, 8)), run::toString);
    }

    @Test
    void aCommandOfTheSdkIsHandedOnInOneStep() throws IOException, InterruptedException {
        FakePrograms programs = new FakePrograms(machine);
        Map<String, String> variables = new HashMap<>(FakePrograms.path(programs.sdk()));
        variables.putAll(TRACE);

        Run run = machine.wandbWith(variables, "sync");

        assertEquals("[sync]", run.out());
        assertTrue(run.err().matches(STEP + "launcher: handing the command on to \\S+/sdk/wandb\n"), run::toString);
    }
}
