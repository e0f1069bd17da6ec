package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** Runs of the built program under strace. */
final class Strace {

    private static final Map<String, String> VARIABLES = Map.of("LC_ALL", "C.UTF-8");
    private static final String CALLS = "%file,%desc";
    private static final Pattern STOPPED = Pattern.compile("(?m)^(\\d+) +--- stopped by SIGSTOP ---$");

    private final Machine machine;
    private final List<String> arguments;
    private final Path log;

    Strace(Machine machine, List<String> arguments) {
        this.machine = machine;
        this.arguments = arguments;
        this.log = machine.workingDirectory().resolveSibling("strace.log");
    }

    static void assumeItIsThere(Machine machine) throws IOException, InterruptedException {
        assumeTrue(
                machine.run(Map.of(), "sh", "-c", "strace -f true 2>/dev/null").exitCode() == 0,
                "strace is missing or may not trace");
    }

    /** The calls on files under the home, in their order, that a run makes which nothing disturbs. */
    List<SystemCall> calls() throws IOException, InterruptedException {
        run("--seccomp-bpf", "trace=" + CALLS, "signal=none").ends(0);
        Map<String, Integer> counts = new HashMap<>();
        List<SystemCall> calls = new ArrayList<>();
        for (String line : lines()) {
            Matcher entry = SystemCall.entry(line);
            if (entry.find()) {
                int count = counts.merge(entry.group(1) + entry.group(2), 1, Integer::sum);
                if (isOurs(line)) {
                    calls.add(new SystemCall(entry.group(2), count, line.substring(entry.start(2))));
                }
            }
        }
        return calls;
    }

    /** A run in which one call fails. */
    Run failing(SystemCall call, String error) throws IOException, InterruptedException {
        return run("--seccomp-bpf", call, "error=" + error);
    }

    /** A run that is killed when it makes the call; strace 6.1 sends no second signal where the kernel filters. */
    Run killed(SystemCall call) throws IOException, InterruptedException {
        return run("-y", call, "signal=KILL");
    }

    /** A run that stops when it has made the call, ready to be started. */
    ProcessBuilder stopped(SystemCall call) {
        String stop = "inject=" + call.name() + ":signal=STOP:when=" + call.count();
        return machine.prepared(
                VARIABLES, command("-y", "trace=" + call.name(), stop).toArray(String[]::new));
    }

    /** The thread of the run that has stopped, when it has. */
    long awaitStop(Process run) throws IOException, InterruptedException {
        Matcher stopped = STOPPED.matcher("");
        Machine.await(() -> {
            assertTrue(run.isAlive(), "it ended without having stopped");
            return Files.exists(log)
                    && stopped.reset(Files.readString(log, StandardCharsets.ISO_8859_1))
                            .find();
        });
        return Long.parseLong(stopped.group(1));
    }

    /** Whether a call on the home's files failed in the last run; the loader of another thread may have met one too. */
    boolean hit() throws IOException {
        return lines().stream().anyMatch(line -> line.contains("(INJECTED)") && isOurs(line));
    }

    /** Whether a call on the home's files was the last one of the killed process. */
    boolean hitDeadly(SystemCall call) throws IOException {
        return lines().stream()
                .filter(line -> line.contains(call.name() + "(") && isOurs(line))
                .anyMatch(line -> line.endsWith("= ?") || line.endsWith("<unfinished ...>"));
    }

    private boolean isOurs(String line) {
        return line.contains(machine.home().toString());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    }

    private Run run(String option, SystemCall call, String how) throws IOException, InterruptedException {
        return run(option, "trace=" + call.name(), "inject=" + call.name() + ":" + how + ":when=" + call.count());
    }

    private Run run(String option, String traced, String further) throws IOException, InterruptedException {
        return machine.run(VARIABLES, command(option, traced, further).toArray(String[]::new));
    }

    private List<String> command(String option, String traced, String further) {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-y", option, "-s", "8"));
        command.addAll(List.of("-o", log.toString(), "-e", traced, "-e", further));
        // As the launcher does it, whose shell would count system calls of its own.
        command.addAll(List.of(Machine.IMAGE + "/bin/java", "-m", "wandb.auth.cli/wandb.auth.cli.Main"));
        command.addAll(arguments);
        return command;
    }
}
