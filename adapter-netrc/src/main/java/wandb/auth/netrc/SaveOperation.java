package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import wandb.auth.netrc.NetrcNode.Entry;

/**
 * One save of a key to a netrc file.
 *
 * @param path the file
 * @param names tells the account's machine names
 * @param key the key
 * @param expected what the caller expects to be there
 * @param documents what was read before
 */
record SaveOperation(Path path, EntryNaming names, ApiKey key, Precondition expected, NetrcParseCache documents) {

    Saved run(EditLock lock) {
        if (names.account().host().netrcMachine().equals("default")) {
            return failed(
                    0,
                    new Reason(
                            "In a netrc file the name 'default' stands for every machine.",
                            "Use the server's full host name."));
        }
        SharedFile file = new SharedFile(path);
        try {
            EditResult<Optional<Saved>> edited = file.edit(lock, this::change);
            return edited.answer().isPresent() ? edited.answer().get() : confirmed(edited, file.read());
        } catch (FileException e) {
            return failed(0, NetrcStore.reason(e));
        } catch (NetrcException e) {
            return failed(e.line(), e.reason());
        }
    }

    /** The file with the key; or without a change, and why. */
    private Change<Optional<Saved>> change(Optional<FileContent> present) {
        byte[] bytes = present.isPresent() ? present.get().bytes() : new byte[0];
        try {
            AccountEntries account = names.entriesIn(documents.of(bytes));
            if (!account.are(expected)) {
                return Change.none(Optional.of(new Saved.Conflict(account.place(path))));
            }
            NetrcDocument saved = new NetrcEntryEditor(account, key.reveal()).saved();
            documents.keep(saved);
            return Change.to(saved.text().bytes(), Optional.empty());
        } catch (NetrcException e) {
            return Change.none(Optional.of(failed(e.line(), e.reason())));
        }
    }

    private Saved confirmed(EditResult<Optional<Saved>> edited, Optional<FileContent> now) throws NetrcException {
        byte[] bytes = now.isPresent() ? now.get().bytes() : new byte[0];
        NetrcDocument document = documents.of(bytes);
        AccountEntries account = names.entriesIn(document);
        Optional<Entry> entry = account.deciding(account.names().main());
        if (entry.isEmpty() || !entry.get().password().equals(key.reveal())) {
            return failed(
                    0,
                    new Reason(
                            "The key was written, but reading it back did not give it: another program wrote the file.",
                            "Log in again."));
        }
        return new Saved.Stored(account.place(path), Revision.of(key.reveal()), remarks(edited, account));
    }

    private List<String> remarks(EditResult<?> edited, AccountEntries account) {
        List<String> remarks = new ArrayList<>();
        if (edited.created()) {
            remarks.add("The file was created.");
        }
        edited.tightenedFrom()
                .ifPresent(before -> remarks.add("Others had rights to the file: its mode " + before
                        + " was changed to " + before.withoutOthers() + "."));
        if (edited.inPlace()) {
            remarks.add(
                    "The file is mounted by itself or has several names, so it was overwritten instead of replaced.");
        }
        if (!account.names().isReadBySdk()) {
            remarks.add("The Python SDK does not find it there. It gets the key from: wandb auth exec --profile "
                    + names.account().profile() + " -- PROGRAM");
        }
        NetrcDiagnostics troubles = new NetrcDiagnostics(path);
        troubles.encoding(account.document().text());
        troubles.duplicates(account);
        remarks.addAll(troubles.remarks());
        return remarks;
    }

    private Saved failed(int line, Reason reason) {
        return new Saved.Failed(new Location.File(path, line), reason);
    }
}
