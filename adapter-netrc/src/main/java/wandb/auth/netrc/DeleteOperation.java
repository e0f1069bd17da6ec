package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        try {
            EditResult<Erased> edited = file.edit(lock, this::change);
            return edited.answer() instanceof Erased.Gone gone ? confirmed(gone, edited, file.read()) : edited.answer();
        } catch (FileException e) {
            return failed(0, Messages.unusableFile(path, e));
        } catch (NetrcException e) {
            return failed(e.line(), e.reason());
        }
    }

    private Change<Erased> change(Optional<FileContent> present) {
        try {
            AccountEntries entries = entries(present);
            Location place = entries.place(path);
            if (!entries.are(expected)) {
                return Change.none(new Erased.Conflict(place));
            }
            List<Entry> meant = meant(entries);
            return meant.isEmpty() ? Change.none(new Erased.Nothing(place)) : without(entries, meant, place);
        } catch (NetrcException e) {
            return Change.none(failed(e.line(), e.reason()));
        }
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

    private Erased confirmed(Erased.Gone gone, EditResult<?> edited, Optional<FileContent> now) throws NetrcException {
        AccountEntries after = entries(now);
        if (!meant(after).isEmpty()) {
            return failed(0, Messages.entryIsThereAgain());
        }
        List<String> remarks = new ArrayList<>(gone.remarks());
        remarks.addAll(EditRemarks.of(edited));
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

    private AccountEntries entries(Optional<FileContent> content) throws NetrcException {
        byte[] bytes = content.isPresent() ? content.get().bytes() : new byte[0];
        return ServerEntries.of(documents.of(bytes), account.host()).of(account.profile());
    }

    private Erased failed(int line, Reason reason) {
        return new Erased.Failed(new Location.File(path, line), reason);
    }
}
