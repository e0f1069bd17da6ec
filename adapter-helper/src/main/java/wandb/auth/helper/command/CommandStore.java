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
import wandb.auth.helper.program.ProcessResult;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramMessage;

/**
 * Three command lines as a store: one reads, one saves, one erases. What they say counts only if reading bears it out. No
 * command changes something only where it is as expected: what is there is read and compared just before, so that of two
 * runs in the same moment the later one wins.
 *
 * @param reader reads
 * @param save saves what is on its standard input
 * @param erase erases
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
            change(save, query, input(query, key), List.of(key), "did not save the key");
            return reader.read(query, List.of(key)) instanceof Outcome.Found found
                            && found.credential().equals(key)
                    ? new Saved.Stored(place(), Revision.of(key.reveal()), List.of())
                    : new Saved.Failed(place(), notKept());
        } catch (ProgramException e) {
            return new Saved.Failed(place(), e.reason());
        }
    }

    /** What can be replaced whatever it is need not be read. */
    private boolean isAsExpected(Query query, Precondition expected) throws ProgramException {
        return expected instanceof Precondition.Anything || isAsExpected(reader.read(query, List.of()), expected);
    }

    private static boolean isAsExpected(Outcome present, Precondition expected) {
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

    private Reason notKept() {
        return new Reason(
                save.file().name() + " accepted the key, but " + reader.name() + " did not return it.",
                "See whether the commands of [store." + reader.id() + "] name the same item.");
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        if (reader.accounts().exclude(query.account()).isPresent()) {
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
            change(erase, query, new byte[0], secrets, "did not erase the key");
            return reader.read(query, secrets) instanceof Outcome.Absent
                    ? new Erased.Gone(place())
                    : new Erased.Failed(place(), notGone());
        } catch (ProgramException e) {
            return new Erased.Failed(place(), e.reason());
        }
    }

    private static List<ApiKey> keyIn(Outcome outcome) {
        Optional<Credential> held =
                outcome instanceof Outcome.Found found ? Optional.of(found.credential()) : Optional.empty();
        return held.isPresent() && held.get() instanceof ApiKey key ? List.of(key) : List.of();
    }

    private Reason notGone() {
        return new Reason(
                erase.file().name() + " reported that it erased the key, but " + reader.name() + " still gives one.",
                "See whether the commands of [store." + reader.id() + "] name the same item.");
    }

    /** What is gone already is erased: reading decides. */
    private void change(CommandTemplate command, Query query, byte[] input, List<ApiKey> secrets, String failure)
            throws ProgramException {
        ProcessResult ended = reader.runner().run(command, query, input);
        boolean isAbsent = command.equals(erase) && reader.absent().include(ended);
        if (ended.exitCode() != 0 && !isAbsent) {
            throw new ProgramException(
                    command.file().name() + " " + failure + " and exited with code " + ended.exitCode() + ", "
                            + ProgramMessage.ofErrors(ended, secrets),
                    "Fix that, and try again.");
        }
    }

    private Location place() {
        return reader.place();
    }
}
