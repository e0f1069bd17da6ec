package wandb.auth.helper.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import wandb.auth.domain.Deadline;
import wandb.auth.helper.message.Messages;

/**
 * One run of a program. It ends by the deadline, and says no more than fits. The program's own end counts, with what was
 * written by then: programs that it leaves behind are neither waited for nor ended, whatever they do with its outputs.
 *
 * @param nanoTime the clock, in nanoseconds on the deadline's scale
 */
public record ProgramRun(Program program, Deadline deadline, LongSupplier nanoTime) {

    /** The most that a program may write: some keys are tokens of many kilobytes, none is of a megabyte. */
    private static final int MOST_OUTPUT = 1 << 20;

    private static final int MOST_ERRORS = 1 << 12;

    /** How often its outputs are emptied while it runs; its end is noticed at once. */
    private static final long PAUSE_MILLIS = 5;

    public ProgramRun(Program program, Deadline deadline) {
        this(program, deadline, System::nanoTime);
    }

    /**
     * Runs it, with these bytes on its standard input.
     *
     * @throws ProgramException if it cannot be started, does not end in time or writes more than fits
     */
    public ProcessResult run(byte[] input) throws ProgramException {
        if (deadline.hasPassed(nanoTime.getAsLong())) {
            throw new ProgramException(Messages.notStarted(name()));
        }
        Process process = started();
        Thread.ofPlatform().daemon().name("speaker").start(() -> tell(process, input));
        // Java's own thread for ended processes empties their pipes until nobody writes, for ever if a program that was
        // left behind goes on writing. It takes these two locks for that, and finds the pipes closed.
        synchronized (process.getInputStream()) {
            synchronized (process.getErrorStream()) {
                return ended(process);
            }
        }
    }

    private ProcessResult ended(Process process) throws ProgramException {
        try (InputStream outputPipe = process.getInputStream();
                InputStream errorPipe = process.getErrorStream()) {
            WrittenBytes output = new WrittenBytes(outputPipe, MOST_OUTPUT);
            WrittenBytes errors = new WrittenBytes(errorPipe, MOST_ERRORS);
            boolean hasEnded;
            do {
                hasEnded = process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                output.take();
                errors.take();
                if (output.isOverLimit()) {
                    throw new ProgramException(Messages.tooMuchOutput(name()));
                }
                if (!hasEnded) {
                    checkTime();
                }
            } while (!hasEnded);
            return new ProcessResult(process.exitValue(), output.bytes(), errors.bytes());
        } catch (IOException e) {
            throw new ProgramException(Messages.outputUnreadable(name()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooLate();
        } finally {
            if (process.isAlive()) {
                end(process);
            }
        }
    }

    private void checkTime() throws ProgramException {
        if (deadline.hasPassed(nanoTime.getAsLong())) {
            throw tooLate();
        }
    }

    private Process started() throws ProgramException {
        program.file().check();
        try {
            return program.start();
        } catch (IOException e) {
            throw new ProgramException(Messages.cannotBeStarted(program.file().path()));
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

    private ProgramException tooLate() {
        return new ProgramException(Messages.timedOut(name()));
    }

    private String name() {
        return program.file().name();
    }
}
