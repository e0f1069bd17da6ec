package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.system.Run;

/**
 * Every system call that a login makes on its files fails once with each error, and the process is killed before each
 * call that changes something. Which calls those are comes from a trace of an undisturbed login.
 */
class FaultIT {

    /** Each error with the words for it. */
    private static final Map<String, String> ERRORS = Map.of(
            "ENOSPC", "no space left on device",
            "EIO", "input/output error",
            "EDQUOT", "disk quota exceeded",
            "EROFS", "read-only file system",
            "EACCES", "permission denied");

    /** One of so many; a prime, which shares no rhythm with the errors of a call. */
    private static final int SAMPLE = 14;

    @TempDir
    Path folder;

    static Stream<Scene> scenes() {
        return Stream.of(Scene.NETRC, Scene.SETTINGS, Scene.EMPTY);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aSampleOfTheCallsFails(Scene scene) throws Exception {
        failing(scene, SAMPLE);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    @Tag("slow")
    void eachCallFailsWithEachError(Scene scene) throws Exception {
        failing(scene, 1);
    }

    private void failing(Scene scene, int stride) throws Exception {
        Rehearsed login = Rehearsed.of(scene, folder);
        AtomicInteger noticed = new AtomicInteger();
        List<Callable<Void>> jobs = new ArrayList<>();
        for (SystemCall call : login.calls()) {
            for (String error : call.isWriting() ? new TreeSet<>(ERRORS.keySet()) : List.of("EIO")) {
                jobs.add(() -> {
                    Run run = login.failing(call, error);
                    if (run.exitCode() != 0) {
                        noticed.incrementAndGet();
                        assertTold(call, error, run);
                    }
                    return null;
                });
            }
        }
        int played = runAll(jobs, stride);
        assertTrue(noticed.get() > 0, "no fault was noticed");
        System.out.println("faults: " + scene + ": " + played + " errors at "
                + login.calls().size() + " system calls, " + noticed + " of them ended the login");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aKillBeforeASampleOfTheWritingCallsLeavesWholeFiles(Scene scene) throws Exception {
        killed(scene, SAMPLE);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    @Tag("slow")
    void aKillBeforeEachWritingCallLeavesWholeFiles(Scene scene) throws Exception {
        killed(scene, 1);
    }

    private void killed(Scene scene, int stride) throws Exception {
        Rehearsed login = Rehearsed.of(scene, folder);
        List<Callable<Void>> jobs = new ArrayList<>();
        for (SystemCall call : login.calls()) {
            if (call.isWriting()) {
                jobs.add(() -> {
                    login.killed(call);
                    return null;
                });
            }
        }
        System.out.println("faults: " + scene + ": " + runAll(jobs, stride) + " kills");
    }

    private static void assertTold(SystemCall call, String error, Run run) {
        String told = call + " with " + error + "\n" + run;
        // auth.ini may hold a policy: where it cannot be read, nothing is allowed.
        boolean isForbidden =
                run.exitCode() == 3 && !call.isWriting() && run.err().contains("auth.ini");
        assertTrue(run.exitCode() == 1 || isForbidden, told);
        assertTrue(run.err().startsWith("wandb: ERROR ") || run.err().contains("\nwandb: ERROR "), told);
        assertTrue(!run.err().contains(Scene.KEY), told);
        if (call.isWriting()) {
            assertTrue(run.err().contains(ERRORS.get(error)), told);
        }
    }

    /** Every so manieth job, as many at a time as the machine has processors; how many that were. */
    private static int runAll(List<Callable<Void>> all, int stride) throws Exception {
        List<Callable<Void>> jobs = new ArrayList<>();
        for (int i = 0; i < all.size(); i += stride) {
            jobs.add(all.get(i));
        }
        assertFalse(jobs.isEmpty(), "no system call was found to disturb");
        try (ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Void> job : executor.invokeAll(jobs)) {
                job.get();
            }
        }
        return jobs.size();
    }
}
