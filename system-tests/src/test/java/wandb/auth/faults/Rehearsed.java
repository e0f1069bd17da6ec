package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/**
 * A login that was played undisturbed, and can now be disturbed.
 *
 * @param scene what is there before
 * @param folder where machines are made
 * @param calls the system calls on the files under the home
 * @param before the files before
 * @param after the files after an undisturbed login
 */
record Rehearsed(
        Scene scene, Path folder, List<SystemCall> calls, Map<String, String> before, Map<String, String> after) {

    /** How often a run is repeated whose disturbance met another call, since threads of the JVM count differently. */
    private static final int MOST_ATTEMPTS = 50;

    static Rehearsed of(Scene scene, Path folder) throws Exception {
        Machine machine = scene.machine(folder);
        Strace.assumeItIsThere(machine);
        Map<String, String> before = Scene.state(machine);
        List<SystemCall> calls = new Strace(machine, scene.arguments()).calls();
        Map<String, String> after = Scene.state(machine);
        assertNotEquals(before, after);
        return new Rehearsed(scene, folder, calls, before, after);
    }

    /** A run in which the call fails; its files must be as its exit code says. */
    Run failing(SystemCall call, String error) throws Exception {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Machine machine = scene.machine(folder);
            Strace strace = new Strace(machine, scene.arguments());
            Run run = strace.failing(call, error);
            if (strace.hit()) {
                check(call, machine, run);
                return run;
            }
        }
        throw new AssertionError("the run never came to " + call);
    }

    private void check(SystemCall call, Machine machine, Run run) throws Exception {
        Map<String, String> now = Scene.state(machine);
        String told = call + "\n" + run + "\n" + now;
        assertWhole(now, told);
        if (run.exitCode() == 0) {
            assertEquals(answeredFor(after, run), answeredFor(now, run), told);
        } else if (isBeforeAnythingWasRenamed(call)) {
            assertEquals(texts(before), texts(now), told);
        }
        if (!call.name().startsWith("unlink")) {
            assertTrue(now.keySet().stream().noneMatch(Scene::isLitter), told);
        }
    }

    /** The files that a login which succeeded answers for: all, but the list of accounts and the settings where it says so. */
    private static Map<String, String> answeredFor(Map<String, String> state, Run run) {
        Map<String, String> files = new TreeMap<>(state);
        if (run.err().contains("wandb: WARNING The account could not be added")) {
            files.remove(".config/wandb/auth.ini");
        }
        if (run.err().contains("wandb: WARNING The server was not remembered")) {
            files.remove(".config/wandb/settings");
        }
        return files;
    }

    /** A run that is killed before the call; its files must be whole, and the next run must do all and clean up. */
    void killed(SystemCall call) throws Exception {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Machine machine = scene.machine(folder);
            Strace strace = new Strace(machine, scene.arguments());
            Run run = strace.killed(call);
            if (run.exitCode() == 137 && strace.hitDeadly(call)) {
                Map<String, String> now = Scene.state(machine);
                assertWhole(now, call + "\n" + now);
                machine.wandb(scene.arguments().toArray(String[]::new)).ends(0);
                assertEquals(after, Scene.state(machine), call + "\n" + now);
                return;
            }
        }
        throw new AssertionError("the run never came to " + call);
    }

    /** Each file is the old one or the new one, or the old one without the rights of others. */
    private void assertWhole(Map<String, String> now, String told) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String old = before.getOrDefault(name, "");
            String tightened = old.isEmpty() ? "" : "rw-------" + old.substring(9);
            String is = now.getOrDefault(name, "");
            assertTrue(is.equals(old) || is.equals(after.get(name)) || is.equals(tightened), name + "\n" + told);
        }
    }

    /** The rename too: where it fails, the file keeps its name. */
    private boolean isBeforeAnythingWasRenamed(SystemCall call) {
        for (SystemCall each : calls) {
            if (each.equals(call)) {
                return true;
            }
            if (each.isRenaming()) {
                return false;
            }
        }
        return false;
    }

    private static List<String> texts(Map<String, String> state) {
        return state.entrySet().stream()
                .map(file -> file.getKey() + file.getValue().substring(9))
                .toList();
    }
}
