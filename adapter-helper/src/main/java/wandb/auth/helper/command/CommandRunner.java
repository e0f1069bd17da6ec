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
 * @param timeout how long each may take; empty if only the deadline counts
 */
public record CommandRunner(Optional<Duration> timeout) {

    ProcessResult run(CommandTemplate command, Query query, byte[] input) throws ProgramException {
        return new ProgramRun(command.forAccount(query.account()), deadline(query)).run(input);
    }

    private Deadline deadline(Query query) {
        long now = System.nanoTime();
        Duration remaining = query.deadline().remaining(now);
        Duration shorter =
                timeout.filter(limit -> limit.compareTo(remaining) < 0).orElse(remaining);
        return Deadline.after(shorter, now);
    }
}
