package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.EditResult;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.ProfileEntry;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.EntryEraser;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcParseCache;

/**
 * One erasing of an account's entries from a netrc file. Where the caller expects a key, those with another one stay: it may be
 * nowhere else.
 *
 * @param path the file
 * @param account the account
 * @param expected what the caller expects to be there
 * @param documents what was read before
 */
record DeleteOperation(Path path, Account account, Precondition expected, NetrcParseCache documents) {

    Erased run(EditLock lock) {
        SharedFile file = new SharedFile(path);
        try (EditLock.Held held = lock.hold()) {
            EditResult<Erased> edited = file.edit(held, this::change);
            return edited.answer() instanceof Erased.Gone gone
                    ? confirmed(gone, EditRemarks.of(edited), entries(documents.of(file.read())))
                    : edited.answer();
        } catch (FileException e) {
            return failed(0, Messages.unusableFile(path, e));
        } catch (NetrcException e) {
            return failed(e.line(), e.reason());
        }
    }

    private Change<Erased> change(Optional<FileContent> present) {
        try {
            AccountEntries entries = entries(documents.of(present));
            Set<Entry> meant = new LinkedHashSet<>();
            Erased answer = judged(entries, meant);
            return answer instanceof Erased.Gone gone
                    ? without(entries, List.copyOf(meant), gone.location())
                    : Change.none(answer);
        } catch (NetrcException e) {
            return Change.none(failed(e.line(), e.reason()));
        }
    }

    /** The answer once what is meant, which is added to this, is erased. */
    Erased judged(AccountEntries entries, Set<Entry> meant) {
        Location place = entries.place(path);
        if (!entries.are(expected)) {
            return new Erased.Conflict(place);
        }
        return meant.addAll(meant(entries)) ? new Erased.Gone(place) : new Erased.Nothing(place);
    }

    private List<Entry> meant(AccountEntries account) {
        List<Entry> meant = new ArrayList<>();
        for (ProfileEntry each : account.entries()) {
            String key = each.entry().password();
            if (key.isEmpty() || expected.matches(Revision.of(key))) {
                meant.add(each.entry());
            }
        }
        return meant;
    }

    /** The secret goes in any case: of an entry that cannot go as a whole, its password does. */
    private Change<Erased> without(AccountEntries account, List<Entry> entries, Location place) throws NetrcException {
        EntryEraser eraser = new EntryEraser(account.document(), entries);
        try {
            return Change.to(eraser.erased().text().bytes(), new Erased.Gone(place));
        } catch (NetrcException whole) {
            NetrcDocument left = eraser.emptied();
            int line = account.document().line(entries.getFirst().keyword());
            String remark = Messages.onlyPasswordRemoved(line, whole.reason().problem());
            return Change.to(left.text().bytes(), new Erased.Gone(place, List.of(remark)));
        }
    }

    /**
     * The answer for what the file holds now.
     *
     * @param edited what the edit did besides
     */
    Erased confirmed(Erased.Gone gone, List<String> edited, AccountEntries after) {
        if (!meant(after).isEmpty()) {
            return failed(0, Messages.entryIsThereAgain());
        }
        List<String> remarks = new ArrayList<>(gone.remarks());
        remarks.addAll(edited);
        for (ProfileEntry other : after.entries()) {
            int line = after.document().line(other.entry().decidingToken());
            remarks.add(Messages.otherKeyLeft(new Location.File(path, line)));
        }
        ServerEntries server = after.server();
        boolean isDefaultLeftInactive = !account.profile().isDefault()
                && server.active().isEmpty()
                && server.of(Profile.DEFAULT).deciding().isPresent();
        if (isDefaultLeftInactive) {
            remarks.add(Messages.defaultProfileIsInactive(server.active(), server.host())
                    .toString());
        }
        return new Erased.Gone(gone.location(), remarks);
    }

    AccountEntries entries(NetrcDocument document) {
        return ServerEntries.of(document, account.host()).of(account.profile());
    }

    Erased failed(int line, Reason reason) {
        return new Erased.Failed(new Location.File(path, line), reason);
    }
}
