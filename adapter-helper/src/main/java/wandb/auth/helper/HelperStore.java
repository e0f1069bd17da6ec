package wandb.auth.helper;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.helper.command.CommandStore;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.Program;
import wandb.auth.helper.program.ProgramException;

/**
 * A credential helper as a store. The protocol cannot change something only where it is as expected: what is there is read
 * and compared just before, so that of two runs in the same moment the later one wins.
 */
record HelperStore(SourceId id, Program program, Protection protection) implements CredentialStore {

    @Override
    public Finding find(Query query) {
        HelperItem item = HelperItem.of(query.account());
        try {
            return new Finding(place(item), helper(query).get(item));
        } catch (ProgramException e) {
            return new Finding(place(item), new Outcome.Unusable(e.reason()));
        }
    }

    @Override
    public Availability availability(Deadline deadline) {
        try {
            program.file().check();
            return new Availability.Usable();
        } catch (ProgramException e) {
            return new Availability.NotUsable(e.reason());
        }
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        HelperItem item = HelperItem.of(query.account());
        DockerHelper helper = helper(query);
        try {
            Optional<Outcome> before = before(helper, item, expected);
            if (before.isPresent() && !CommandStore.isAsExpected(before.get(), expected)) {
                return new Saved.Conflict(place(item));
            }
            helper.store(item, key);
            return confirmed(helper, item, key);
        } catch (ProgramException e) {
            return new Saved.Failed(place(item), e.reason());
        }
    }

    /**
     * What is there; empty if the helper cannot tell, does not even have the item in its list, and whatever is there may be
     * replaced: only a save repairs an item that was lost or is broken.
     */
    private static Optional<Outcome> before(DockerHelper helper, HelperItem item, Precondition expected)
            throws ProgramException {
        try {
            return Optional.of(helper.get(item));
        } catch (UnreadableItemException e) {
            if (expected instanceof Precondition.Anything && !helper.hasItem(item)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A key that cannot be read back is taken out again, lest one be there that is said not to be saved. */
    private Saved confirmed(DockerHelper helper, HelperItem item, ApiKey key) throws ProgramException {
        try {
            return helper.get(item) instanceof Outcome.Found found
                            && found.credential().equals(key)
                    ? new Saved.Stored(place(item), Revision.of(key.reveal()), List.of())
                    : new Saved.Failed(place(item), Messages.keyNotKept(name()));
        } catch (UnreadableItemException e) {
            Reason why = e.reason();
            try {
                helper.erase(item);
            } catch (ProgramException stays) {
                return new Saved.Failed(place(item), Messages.keyMayBeThere(name(), why));
            }
            return new Saved.Failed(place(item), Messages.keyTakenOut(name(), why));
        }
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        HelperItem item = HelperItem.of(query.account());
        DockerHelper helper = helper(query);
        try {
            Outcome before = helper.get(item);
            if (!CommandStore.isAsExpected(before, expected)) {
                return new Erased.Conflict(place(item));
            }
            if (before instanceof Outcome.Absent) {
                return new Erased.Nothing(place(item));
            }
            helper.erase(item);
            return erased(helper, item);
        } catch (UnreadableItemException e) {
            return expected instanceof Precondition.Anything
                    ? erasedUnread(helper, item, e)
                    : new Erased.Failed(place(item), e.reason());
        } catch (ProgramException e) {
            return new Erased.Failed(place(item), e.reason());
        }
    }

    /** What nobody can read can be erased all the same. */
    private Erased erasedUnread(DockerHelper helper, HelperItem item, UnreadableItemException unread) {
        try {
            helper.erase(item);
            return erased(helper, item);
        } catch (ProgramException e) {
            return new Erased.Failed(place(item), unread.reason());
        }
    }

    private Erased erased(DockerHelper helper, HelperItem item) throws ProgramException {
        return helper.get(item) instanceof Outcome.Absent
                ? new Erased.Gone(place(item))
                : new Erased.Failed(place(item), Messages.keyNotGone(name()));
    }

    private DockerHelper helper(Query query) {
        return new DockerHelper(program, query.deadline());
    }

    private String name() {
        return program.file().name();
    }

    private Location place(HelperItem item) {
        return new Location.Place(id + Messages.ITEM + item.serverUrl());
    }
}
