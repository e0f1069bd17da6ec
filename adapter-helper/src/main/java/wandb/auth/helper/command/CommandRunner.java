package wandb.auth.helper.command;

import java.time.Duration;
import java.util.Optional;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.spi.Query;
import wandb.auth.helper.program.ProcessResult;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramRun;

/**
 * Runs the commands of a section.
 *
 * @param timeout how long each may take, in place of what a question leaves them all; empty if that counts
 */
public record CommandRunner(Optional<Duration> timeout) {

    ProcessResult run(CommandTemplate command, Query query, byte[] input) throws ProgramException {
        return new ProgramRun(command.forAccount(query.account()), deadline(query)).run(input);
    }

    /** Whoever sets a time knows the program: three starts of a large one can take longer than a question leaves them. */
    private Deadline deadline(Query query) {
        return timeout.isPresent() ? Deadline.after(timeout.get(), System.nanoTime()) : query.deadline();
    }
}
