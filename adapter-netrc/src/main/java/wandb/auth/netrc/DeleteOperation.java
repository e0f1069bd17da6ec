package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
 * One erasing of accounts' entries from a netrc file. Where the caller expects a key, those with another one stay: it may be
 * nowhere else.
 *
 * @param path the file
 * @param accounts the accounts
 * @param expected what the caller expects to be there
 * @param documents what was read before
 */
record DeleteOperation(Path path, List<Account> accounts, Precondition expected, NetrcParseCache documents) {

    /** What became of each, in one change of the file; in one for each account where all entries cannot go together. */
    List<Erased> run(EditLock lock) {
        Optional<List<Erased>> together = together(lock);
        if (together.isPresent()) {
            return together.get();
        }
        List<Erased> alone = new ArrayList<>();
        for (Account account : accounts) {
            alone.addAll(new DeleteOperation(path, List.of(account), expected, documents).run(lock));
        }
        return alone;
    }

    /** Empty where several accounts' entries cannot go together, so that nothing was changed. */
    private Optional<List<Erased>> together(EditLock lock) {
        SharedFile file = new SharedFile(path);
        try (EditLock.Held held = lock.hold()) {
            EditResult<Optional<List<Erased>>> edited = file.edit(held, this::change);
            Optional<List<Erased>> answers = edited.answer();
            return answers.isPresent() && isAnyGone(answers.get())
                    ? Optional.of(confirmed(answers.get(), Messages.sideEffects(edited), documents.of(file.read(held))))
                    : answers;
        } catch (FileException e) {
            return failed(0, Messages.unusableFile(path, e));
        } catch (NetrcException e) {
            return failed(e.line(), e.reason());
        }
    }

    private static boolean isAnyGone(List<Erased> answers) {
        for (Erased answer : answers) {
            if (answer instanceof Erased.Gone) {
                return true;
            }
        }
        return false;
    }

    private Change<Optional<List<Erased>>> change(Optional<FileContent> present) {
        try {
            NetrcDocument document = documents.of(present);
            Set<Entry> meant = new LinkedHashSet<>();
            List<Erased> answers = new ArrayList<>();
            for (Account account : accounts) {
                answers.add(judged(AccountEntries.of(document, account), meant));
            }
            return meant.isEmpty() ? Change.none(Optional.of(answers)) : without(meant, document, answers);
        } catch (NetrcException e) {
            return Change.none(failed(e.line(), e.reason()));
        }
    }

    /** The answer once what is meant, which is added to this, is erased. */
    private Erased judged(AccountEntries entries, Set<Entry> meant) {
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

    /** The secret goes in any case: of an account's entry that cannot go as a whole, its password does. */
    private Change<Optional<List<Erased>>> without(Set<Entry> meant, NetrcDocument document, List<Erased> answers)
            throws NetrcException {
        EntryEraser eraser = new EntryEraser(document, meant);
        try {
            return Change.to(eraser.erased().text().bytes(), Optional.of(answers));
        } catch (NetrcException whole) {
            if (accounts.size() > 1) {
                return Change.none(Optional.empty());
            }
            NetrcDocument left = eraser.emptied();
            int line = meant.iterator().next().line();
            String remark = Messages.onlyPasswordRemoved(line, whole.reason().problem());
            Location place = AccountEntries.of(document, accounts.getFirst()).place(path);
            return Change.to(left.text().bytes(), Optional.of(List.of(new Erased.Gone(place, List.of(remark)))));
        }
    }

    /**
     * The answers for what the file holds now.
     *
     * @param edited what the edit did besides, which is said once
     */
    private List<Erased> confirmed(List<Erased> answers, List<String> edited, NetrcDocument now) {
        List<Erased> confirmed = new ArrayList<>();
        List<String> remarks = edited;
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Erased.Gone gone) {
                confirmed.add(confirmed(gone, remarks, AccountEntries.of(now, accounts.get(i))));
                remarks = List.of();
            } else {
                confirmed.add(answers.get(i));
            }
        }
        return confirmed;
    }

    private Erased confirmed(Erased.Gone gone, List<String> edited, AccountEntries after) {
        if (!meant(after).isEmpty()) {
            return new Erased.Failed(new Location.File(path), Messages.entryIsThereAgain());
        }
        List<String> remarks = new ArrayList<>(gone.remarks());
        remarks.addAll(edited);
        for (ProfileEntry other : after.entries()) {
            remarks.add(
                    Messages.otherKeyLeft(new Location.File(path, other.entry().decidingLine())));
        }
        ServerEntries server = after.server();
        boolean isDefaultLeftInactive = !after.profile().isDefault()
                && server.active().isEmpty()
                && server.of(Profile.DEFAULT).deciding().isPresent();
        if (isDefaultLeftInactive) {
            remarks.add(Messages.defaultProfileIsInactive(server.active(), server.host())
                    .toString());
        }
        return new Erased.Gone(gone.location(), remarks);
    }

    private Optional<List<Erased>> failed(int line, Reason reason) {
        return Optional.of(
                Collections.nCopies(accounts.size(), new Erased.Failed(new Location.File(path, line), reason)));
    }
}
