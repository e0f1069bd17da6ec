package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.EditResult;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.NetrcEntryEditor;
import wandb.auth.netrc.entry.ProfileEntry;
import wandb.auth.netrc.entry.ProfileRenamer;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcParseCache;
import wandb.auth.netrc.syntax.NetrcText;

/**
 * One save of a key to a netrc file.
 *
 * @param path the file
 * @param account the account
 * @param key the key
 * @param expected what the caller expects to be there
 * @param documents what was read before
 */
record SaveOperation(Path path, Account account, ApiKey key, Precondition expected, NetrcParseCache documents) {

    Saved run(EditLock lock) {
        if (account.host().netrcMachine().equals("default")) {
            return failed(0, Messages.serverNamedDefault());
        }
        SharedFile file = new SharedFile(path);
        try (EditLock.Held held = lock.hold()) {
            EditResult<Optional<Saved>> edited = file.edit(held, this::change);
            return edited.answer().isPresent() ? edited.answer().get() : confirmed(edited, file.read(held));
        } catch (FileException e) {
            return failed(0, Messages.unusableFile(path, e));
        } catch (NetrcException e) {
            return failed(e.line(), e.reason());
        }
    }

    /** The file with the key; or without a change, and why. */
    private Change<Optional<Saved>> change(Optional<FileContent> present) {
        try {
            AccountEntries entries = entries(present);
            if (!entries.are(expected)) {
                return Change.none(Optional.of(new Saved.Conflict(entries.place(path))));
            }
            NetrcDocument saved = new NetrcEntryEditor(underThePlainName(entries), key.reveal()).saved();
            documents.keep(saved);
            return Change.to(saved.text().bytes(), Optional.empty());
        } catch (NetrcException e) {
            return Change.none(Optional.of(failed(e.line(), e.reason())));
        }
    }

    /** The default profile's entries get the server's own name back where no other profile has it any more. */
    private AccountEntries underThePlainName(AccountEntries entries) throws NetrcException {
        if (entries.entries().isEmpty() || entries.server().active().isPresent() || !entries.mayBePlain()) {
            return entries;
        }
        NetrcDocument renamed = ProfileRenamer.activated(entries.server(), account.profile());
        return AccountEntries.of(renamed, account);
    }

    private Saved confirmed(EditResult<Optional<Saved>> edited, Optional<FileContent> now) throws NetrcException {
        AccountEntries entries = entries(now);
        Optional<ProfileEntry> entry = entries.deciding();
        if (entry.isEmpty() || !entry.get().entry().password().equals(key.reveal())) {
            return failed(0, Messages.keyNotReadBack());
        }
        return new Saved.Stored(entries.place(path), Revision.of(key.reveal()), remarks(edited, entries));
    }

    private AccountEntries entries(Optional<FileContent> content) throws NetrcException {
        return AccountEntries.of(documents.of(content), account);
    }

    private List<String> remarks(EditResult<?> edited, AccountEntries entries) {
        List<String> remarks = new ArrayList<>();
        if (edited.hasSideEffects()) {
            remarks.addAll(Messages.sideEffects(edited));
        }
        if (!entries.isFoundByOthers()) {
            remarks.add(Messages.NOT_FOUND_BY_SDK);
        }
        NetrcText text = entries.document().text();
        if (!text.isUtf8WithoutMark() || entries.server().entries().size() > 1) { // else there is nothing to find
            NetrcDiagnostics troubles = new NetrcDiagnostics(path);
            troubles.encoding(text);
            troubles.duplicates(entries);
            remarks.addAll(troubles.remarks());
        }
        return remarks;
    }

    private Saved failed(int line, Reason reason) {
        return new Saved.Failed(new Location.File(path, line), reason);
    }
}
