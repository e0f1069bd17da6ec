package wandb.auth.netrc;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.ConfigFolder;
import wandb.auth.domain.port.account.ActiveProfileStore;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;

/** Makes a profile the one that other readers of the netrc file find, by one edit of the file. */
public final class NetrcProfileSwitch implements ActiveProfileStore {

    /** The switch, for the module system. */
    public NetrcProfileSwitch() {}

    @Override
    public Standing standing(Environment environment, Account account, List<Profile> switched) {
        return switch (FileChoice.in(environment)) {
            case FileChoice.Undecided none -> new Failed(none.location(), none.reason());
            case FileChoice.Chosen file -> {
                try {
                    yield new Attempt(file, new EntryNaming(account, switched))
                            .standing(new SharedFile(file.path()).read());
                } catch (FileException e) {
                    yield new Failed(new Location.File(file.path()), NetrcStore.reason(e));
                }
            }
        };
    }

    @Override
    public Standing make(Environment environment, Account account, List<Profile> switched) {
        return switch (FileChoice.in(environment)) {
            case FileChoice.Undecided none -> new Failed(none.location(), none.reason());
            case FileChoice.Chosen file -> {
                try {
                    yield new Attempt(file, new EntryNaming(account, switched))
                            .run(EditLock.in(ConfigFolder.pathIn(environment)));
                } catch (FileException e) {
                    yield new Failed(new Location.File(file.path()), NetrcStore.reason(e));
                }
            }
        };
    }

    /** One switch in one file. */
    private record Attempt(FileChoice.Chosen file, EntryNaming names) {

        Standing run(EditLock lock) throws FileException {
            SharedFile shared = new SharedFile(file.path());
            Standing made = shared.<Standing>edit(lock, this::change).answer();
            if (!(made instanceof Behind behind)) {
                return made;
            }
            return standing(shared.read()) instanceof Found found
                    ? new Found(found.location(), behind.found())
                    : failed(0, new Reason("Another program wrote the file at the same time.", "Try again."));
        }

        private Change<Standing> change(Optional<FileContent> present) {
            try {
                NetrcDocument document = parse(present);
                if (!EntryNaming.hasAny(document, own())) {
                    return Change.none(new Nothing(new Location.File(file.path()))); // taken away meanwhile
                }
                Standing standing = standing(document);
                if (!(standing instanceof Behind behind)) {
                    return Change.none(standing);
                }
                ProfileRenamer change = new ProfileRenamer(document, plain(), own());
                return Change.to(change.takenFrom(behind.found().orElse(Profile.DEFAULT)), behind);
            } catch (NetrcException e) {
                return Change.none(failed(e.line(), e.reason()));
            }
        }

        Standing standing(Optional<FileContent> present) {
            try {
                return standing(parse(present));
            } catch (NetrcException e) {
                return failed(e.line(), e.reason());
            }
        }

        private Standing standing(NetrcDocument document) {
            boolean hasOwn = EntryNaming.hasAny(document, own());
            boolean hasPlain = EntryNaming.hasAny(document, plain());
            Optional<Profile> holder = names.holder(document);
            if (!hasOwn) {
                return hasPlain
                                && holder.filter(names.account().profile()::equals)
                                        .isPresent()
                        ? new Found(AccountEntries.of(document, plain()).place(file.path()), Optional.empty())
                        : new Nothing(new Location.File(file.path()));
            }
            if (!hasPlain) {
                return new Behind(Optional.empty());
            }
            return holder.isPresent() ? new Behind(holder) : nobodys(document);
        }

        private Standing nobodys(NetrcDocument document) {
            return new Failed(
                    AccountEntries.of(document, plain()).place(file.path()),
                    new Reason(
                            "The entry that other programs find is of no profile that is known here.",
                            "If its key is needed, save it under a name of its own (wandb login --profile NAME);"
                                    + " then take the entry out, and try again."));
        }

        private MachineNameSet own() {
            return names.own(names.account().profile());
        }

        private MachineNameSet plain() {
            return MachineNameSet.plain(names.account().host());
        }

        private static NetrcDocument parse(Optional<FileContent> content) throws NetrcException {
            return NetrcParser.parse(content.isPresent() ? content.get().bytes() : new byte[0]);
        }

        private Standing failed(int line, Reason reason) {
            return new Failed(new Location.File(file.path(), line), reason);
        }
    }
}
