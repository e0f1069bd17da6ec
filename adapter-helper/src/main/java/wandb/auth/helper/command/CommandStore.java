package wandb.auth.helper.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProcessResult;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramMessage;

/**
 * Three command lines as a store: one reads, one saves, one erases. What they say counts only if reading bears it out. No
 * command changes something only where it is as expected: what is there is read and compared just before, so that of two
 * runs in the same moment the later one wins.
 *
 * @param save saves what is on its standard input
 * @param template what it is given for a key; empty if the key itself
 */
public record CommandStore(
        CommandSource reader, CommandTemplate save, CommandTemplate erase, Optional<KeyTemplate> template)
        implements CredentialStore {

    @Override
    public Protection protection() {
        return reader.protection();
    }

    @Override
    public Finding find(Query query) {
        return reader.find(query);
    }

    @Override
    public Availability availability(Deadline deadline) {
        try {
            reader.command().file().check();
            save.file().check();
            erase.file().check();
            return new Availability.Usable();
        } catch (ProgramException e) {
            return new Availability.NotUsable(e.reason());
        }
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        Optional<Reason> excluded = reader.accounts().exclude(query.account());
        if (excluded.isPresent()) {
            return new Saved.Failed(place(), excluded.get());
        }
        try {
            if (!isAsExpected(query, expected)) {
                return new Saved.Conflict(place());
            }
            ProcessResult ended = reader.run(save, query, input(query, key));
            if (ended.exitCode() != 0) {
                String said = ProgramMessage.ofErrors(ended, List.of(key));
                throw new ProgramException(Messages.keyNotSaved(save.file().name(), ended.exitCode(), said));
            }
            return reader.read(query, List.of(key)) instanceof Outcome.Found found
                            && found.credential().equals(key)
                    ? new Saved.Stored(place(), Revision.of(key.reveal()), List.of())
                    : new Saved.Failed(
                            place(),
                            Messages.keyNotReturned(reader.id(), save.file().name(), reader.name()));
        } catch (ProgramException e) {
            return new Saved.Failed(place(), e.reason());
        }
    }

    /** What can be replaced whatever it is need not be read. */
    private boolean isAsExpected(Query query, Precondition expected) throws ProgramException {
        return expected instanceof Precondition.Anything || isAsExpected(reader.read(query, List.of()), expected);
    }

    /** Whether what was read is what the caller of a change expects; what is no key is only if anything is. */
    public static boolean isAsExpected(Outcome present, Precondition expected) {
        return switch (present) {
            case Outcome.Found found -> expected.matches(found.revision());
            case Outcome.Absent absent -> expected.matchesNone();
            default -> expected instanceof Precondition.Anything;
        };
    }

    private byte[] input(Query query, ApiKey key) throws ProgramException {
        return template.isPresent()
                ? template.get().of(key, query.account())
                : key.reveal().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        if (!reader.accounts().include(query.account())) {
            return new Erased.Nothing(place());
        }
        try {
            Outcome before = reader.read(query, List.of());
            if (!isAsExpected(before, expected)) {
                return new Erased.Conflict(place());
            }
            if (before instanceof Outcome.Absent) {
                return new Erased.Nothing(place());
            }
            List<ApiKey> secrets = keyIn(before);
            ProcessResult ended = reader.run(erase, query, new byte[0]);
            if (ended.exitCode() != 0 && !reader.absent().include(ended)) { // what is gone already is erased
                String said = ProgramMessage.ofErrors(ended, secrets);
                throw new ProgramException(Messages.keyNotErased(erase.file().name(), ended.exitCode(), said));
            }
            return reader.read(query, secrets) instanceof Outcome.Absent
                    ? new Erased.Gone(place())
                    : new Erased.Failed(
                            place(),
                            Messages.keyStillGiven(reader.id(), erase.file().name(), reader.name()));
        } catch (ProgramException e) {
            return new Erased.Failed(place(), e.reason());
        }
    }

    private static List<ApiKey> keyIn(Outcome outcome) {
        Optional<Credential> held =
                outcome instanceof Outcome.Found found ? Optional.of(found.credential()) : Optional.empty();
        return held.isPresent() && held.get() instanceof ApiKey key ? List.of(key) : List.of();
    }

    private Location place() {
        return reader.place();
    }
}
