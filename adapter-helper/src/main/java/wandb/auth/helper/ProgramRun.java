package wandb.auth.helper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import wandb.auth.domain.Deadline;

/** One run of a program. It ends by the deadline, and says no more than fits. */
final class ProgramRun {

    /** The most that a program may write: some keys are tokens of many kilobytes, none is of a megabyte. */
    private static final int MOST_OUTPUT = 1 << 20;

    private static final int MOST_ERRORS = 1 << 12;

    /** What a program wrote before its end is read at once; a pipe that is open after this is held by another program. */
    private static final Duration FOR_THE_REST = Duration.ofSeconds(1);

    private final Program program;
    private final Deadline deadline;

    ProgramRun(Program program, Deadline deadline) {
        this.program = program;
        this.deadline = deadline;
    }

    /**
     * Runs it, with these bytes on its standard input.
     *
     * @throws ProgramProblem where it did not end by itself, in time and with all that it wrote
     */
    Ended run(byte[] input) throws ProgramProblem {
        if (deadline.hasPassed(System.nanoTime())) {
            throw tooLate();
        }
        Process process = started();
        Listener output = new Listener(process.getInputStream(), MOST_OUTPUT, () -> end(process));
        Listener errors = new Listener(process.getErrorStream(), MOST_ERRORS, () -> {});
        Thread.ofPlatform().daemon().name("speaker").start(() -> tell(process, input));
        try {
            boolean isInTime = process.waitFor(remaining().toNanos(), TimeUnit.NANOSECONDS);
            boolean isComplete = isInTime && output.awaitEnd(shorter(FOR_THE_REST, remaining()));
            if (output.isTooMuch()) {
                throw tooMuch();
            }
            if (!isInTime) {
                throw tooLate();
            }
            if (!isComplete) {
                throw outlived();
            }
            if (process.exitValue() != 0) {
                errors.awaitEnd(shorter(FOR_THE_REST, remaining()));
            }
            return new Ended(process.exitValue(), output.heard(), errors.heard());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooLate();
        } finally {
            if (process.isAlive()) {
                end(process);
            }
        }
    }

    private Process started() throws ProgramProblem {
        program.file().check();
        try {
            return program.start();
        } catch (IOException e) {
            throw new ProgramProblem(
                    program.file().shown() + " cannot be started.",
                    "See whether it is a program for this machine and, of a script, whether its interpreter is there.");
        }
    }

    /** A program that does not listen has ended, or will by the deadline. */
    private static void tell(Process process, byte[] input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input);
        } catch (IOException e) {
            return;
        }
    }

    /** Ends it and what it started, which is known only as long as it runs. */
    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private Duration remaining() {
        return deadline.remaining(System.nanoTime());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private ProgramProblem tooMuch() {
        return new ProgramProblem(
                program.file().name() + " wrote more than a key can be and was ended.",
                "Run it by hand to see what it writes.");
    }

    private ProgramProblem tooLate() {
        return new ProgramProblem(
                program.file().name() + " is not answering; it was ended.",
                "Run it by hand to see what it waits for: a PIN or a password can be asked for on a terminal only.");
    }

    private ProgramProblem outlived() {
        return new ProgramProblem(
                program.file().name() + " has ended, but a program that it started still holds its output.",
                "Let it start that program with an output of its own, such as >/dev/null.");
    }
}
