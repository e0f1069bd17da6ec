package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;

/**
 * One erasing of an account's entries from a netrc file.
 *
 * @param path the file
 * @param names tells the account's machine names
 * @param expected what the caller expects to be there
 * @param documents what was read before
 */
record DeleteOperation(Path path, EntryNaming names, Precondition expected, NetrcParseCache documents) {

    Erased run(EditLock lock) {
        SharedFile file = new SharedFile(path);
        try {
            Erased erased = file.edit(lock, this::change).answer();
            return erased instanceof Erased.Gone ? confirmed(erased, file.read()) : erased;
        } catch (FileException e) {
            return failed(0, NetrcStore.reason(e));
        } catch (NetrcException e) {
            return failed(e.line(), e.reason());
        }
    }

    private Change<Erased> change(Optional<FileContent> present) {
        try {
            AccountEntries account = entries(present);
            Location place = account.place(path);
            if (!account.are(expected)) {
                return Change.none(new Erased.Conflict(place));
            }
            return account.entries().isEmpty()
                    ? Change.none(new Erased.Nothing(place))
                    : Change.to(new EntryEraser(account).bytes(), new Erased.Gone(place));
        } catch (NetrcException e) {
            return Change.none(failed(e.line(), e.reason()));
        }
    }

    private Erased confirmed(Erased gone, Optional<FileContent> now) throws NetrcException {
        return entries(now).entries().isEmpty()
                ? gone
                : failed(0, new Reason("The entry is there again: another program wrote the file.", "Try again."));
    }

    private AccountEntries entries(Optional<FileContent> content) throws NetrcException {
        byte[] bytes = content.isPresent() ? content.get().bytes() : new byte[0];
        return names.entriesIn(documents.of(bytes));
    }

    private Erased failed(int line, Reason reason) {
        return new Erased.Failed(new Location.File(path, line), reason);
    }
}
