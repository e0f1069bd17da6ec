package wandb.auth.helper;

import java.time.Duration;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;

/**
 * A command that writes a key, as a source. One key is for one account: for any other, the command does not even run. One
 * that writes a netrc is asked for every account.
 *
 * @param id its id
 * @param program the command
 * @param protection how well it keeps a secret
 * @param account whose key it writes
 * @param reading how what it writes is read
 * @param timeout how long it may take; empty where only the deadline counts
 */
record CommandSource(
        SourceId id,
        Program program,
        Protection protection,
        Account account,
        CommandReading reading,
        Optional<Duration> timeout)
        implements CredentialSource {

    @Override
    public Finding find(Query query) {
        Location place = new Location.Place(id.value());
        if (!reading.format().isForEveryAccount() && !account.isSameAccount(query.account())) {
            return new Finding(place, new Outcome.Absent());
        }
        try {
            return new Finding(place, outcome(query));
        } catch (ProgramException e) {
            return new Finding(place, new Outcome.Unusable(e.reason()));
        }
    }

    private Outcome outcome(Query query) throws ProgramException {
        ProcessResult ended = new ProgramRun(program, deadline(query)).run(new byte[0]);
        if (ended.exitCode() != 0) {
            throw new ProgramException(
                    name() + " gave no key and ended with exit code " + ended.exitCode() + ", "
                            + ProgramMessage.ofErrors(ended),
                    "Fix that, and try again.");
        }
        return reading.read(CommandOutput.of(name(), ended.output()), query.account());
    }

    private Deadline deadline(Query query) {
        long now = System.nanoTime();
        Duration remaining = query.deadline().remaining(now);
        Duration shorter =
                timeout.filter(limit -> limit.compareTo(remaining) < 0).orElse(remaining);
        return Deadline.after(shorter, now);
    }

    private String name() {
        return program.file().name();
    }
}
