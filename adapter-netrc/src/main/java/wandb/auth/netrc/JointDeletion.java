package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Erased;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.EditResult;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.EntryEraser;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcParseCache;

/**
 * The erasing of several accounts' entries in one change of a netrc file.
 *
 * @param path the file
 * @param deletions what is erased of each account
 * @param documents what was read before
 */
record JointDeletion(Path path, List<DeleteOperation> deletions, NetrcParseCache documents) {

    /** What became of each; empty where they cannot go together, so that nothing was changed. */
    Optional<List<Erased>> run(EditLock lock) {
        SharedFile file = new SharedFile(path);
        try (EditLock.Held held = lock.hold()) {
            EditResult<Optional<List<Erased>>> edited = file.edit(held, this::change);
            return edited.answer().isPresent()
                    ? Optional.of(confirmed(edited.answer().get(), EditRemarks.of(edited), documents.of(file.read())))
                    : Optional.empty();
        } catch (FileException e) {
            return Optional.of(failed(0, Messages.unusableFile(path, e)));
        } catch (NetrcException e) {
            return Optional.of(failed(e.line(), e.reason()));
        }
    }

    private Change<Optional<List<Erased>>> change(Optional<FileContent> present) {
        try {
            NetrcDocument document = documents.of(present);
            Set<Entry> meant = new LinkedHashSet<>();
            List<Erased> answers = new ArrayList<>();
            for (DeleteOperation each : deletions) {
                answers.add(each.judged(each.entries(document), meant));
            }
            return meant.isEmpty()
                    ? Change.none(Optional.of(answers))
                    : Change.to(new EntryEraser(document, meant).erased().text().bytes(), Optional.of(answers));
        } catch (NetrcException e) {
            return Change.none(Optional.empty());
        }
    }

    /** The answers for what the file holds now; what the edit did besides, it did once. */
    private List<Erased> confirmed(List<Erased> answers, List<String> edited, NetrcDocument now) {
        List<Erased> confirmed = new ArrayList<>();
        List<String> remarks = edited;
        for (int i = 0; i < answers.size(); i++) {
            AccountEntries after = deletions.get(i).entries(now);
            if (answers.get(i) instanceof Erased.Gone gone) {
                confirmed.add(deletions.get(i).confirmed(gone, remarks, after));
                remarks = List.of();
            } else {
                confirmed.add(answers.get(i));
            }
        }
        return confirmed;
    }

    private List<Erased> failed(int line, Reason reason) {
        return deletions.stream().map(each -> each.failed(line, reason)).toList();
    }
}
