package wandb.auth.helper.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProcessResult;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramMessage;
import wandb.auth.helper.program.ProgramRun;

/**
 * A command that writes a key, as a source. For an account that the section is not for, the command does not even run.
 *
 * @param accounts whose keys it writes
 * @param timeout how long each command of the section may take, in place of what a question leaves them all; empty if that counts
 */
public record CommandSource(
        SourceId id,
        CommandTemplate command,
        Protection protection,
        ServedAccounts accounts,
        CommandReading reading,
        AbsentAnswers absent,
        Optional<Duration> timeout)
        implements CredentialSource {

    @Override
    public Finding find(Query query) {
        if (!accounts.include(query.account())) {
            return new Finding(place(), new Outcome.Absent());
        }
        try {
            return new Finding(place(), read(query, List.of()));
        } catch (ProgramException e) {
            return new Finding(place(), new Outcome.Unusable(e.reason()));
        }
    }

    /**
     * What the command says for an account that the section is for: unusable if it gave something that is no key.
     *
     * @param secrets what it may repeat and nobody may see
     * @throws ProgramException if it gave no answer
     */
    Outcome read(Query query, List<ApiKey> secrets) throws ProgramException {
        ProcessResult ended = run(command, query, new byte[0]);
        if (absent.include(ended)) {
            return new Outcome.Absent();
        }
        if (ended.exitCode() != 0) {
            throw new ProgramException(failure(ended.exitCode(), ProgramMessage.ofErrors(ended, secrets)));
        }
        try {
            return reading.read(CommandOutput.of(name(), ended.output()), query.account());
        } catch (ProgramException e) {
            return new Outcome.Unusable(e.reason());
        }
    }

    /** Whoever sets a time knows the program: three starts of a large one can take longer than a question leaves them. */
    ProcessResult run(CommandTemplate template, Query query, byte[] input) throws ProgramException {
        Deadline deadline = timeout.isPresent() ? Deadline.after(timeout.get(), System.nanoTime()) : query.deadline();
        return new ProgramRun(template.forAccount(query.account()), deadline).run(input);
    }

    private Reason failure(int exitCode, String said) {
        return absent.areKnown()
                ? Messages.gaveNoKey(name(), exitCode, said)
                : Messages.gaveNoKeyOrHasNone(id, name(), exitCode, said);
    }

    Location place() {
        return new Location.Place(id.value());
    }

    String name() {
        return command.file().name();
    }
}
