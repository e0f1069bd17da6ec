package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.ProfileSwitcher;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.EditResult;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.ProfileEntry;
import wandb.auth.netrc.entry.ProfileRenamer;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcParser;

/** Makes a profile the one that other readers of the netrc file find, by one edit of the file. */
public final class NetrcProfileSwitcher implements ProfileSwitcher {

    /** The switcher, for the module system. */
    public NetrcProfileSwitcher() {}

    @Override
    public Activity activity(Environment environment, Account account) {
        return switch (FileChoice.in(environment)) {
            case Invalid<Path> none -> new Failed(none.location(), none.reason());
            case Valid<Path> file -> activity(file.value(), account);
        };
    }

    private static Activity activity(Path path, Account account) {
        try {
            return activity(entries(new SharedFile(path).read(), account.host()), account.profile(), path);
        } catch (FileException e) {
            return failed(path, e);
        } catch (NetrcException e) {
            return failed(path, e);
        }
    }

    @Override
    public Activity activate(Environment environment, Account account) {
        return switch (FileChoice.in(environment)) {
            case Invalid<Path> none -> new Failed(none.location(), none.reason());
            case Valid<Path> file -> activated(file.value(), account, lock(environment));
        };
    }

    private static Activity activated(Path path, Account account, EditLock lock) {
        try {
            EditResult<Activity> edited = new SharedFile(path).edit(lock, present -> activated(present, account, path));
            return switch (edited.answer()) {
                case Active active -> new Active(active.location(), active.kept(), Messages.sideEffects(edited));
                case NoneActive none -> new NoneActive(none.location(), none.kept(), Messages.sideEffects(edited));
                case Activity unchanged -> unchanged;
            };
        } catch (FileException e) {
            return failed(path, e);
        }
    }

    private static Change<Activity> activated(Optional<FileContent> present, Account account, Path path) {
        try {
            ServerEntries server = entries(present, account.host());
            Activity before = activity(server, account.profile(), path);
            Optional<Profile> other =
                    before instanceof NoKey none && account.profile().isDefault() ? none.active() : Optional.empty();
            if (!(before instanceof Inactive) && other.isEmpty()) {
                return Change.none(before);
            }
            NetrcDocument document = ProfileRenamer.activated(server, account.profile());
            Location place = AccountEntries.of(document, account).place(path);
            Activity after = before instanceof Inactive inactive
                    ? new Active(place, inactive.active())
                    : new NoneActive(place, other.orElseThrow(), List.of());
            return Change.to(document.text().bytes(), after);
        } catch (NetrcException e) {
            return Change.none(failed(path, e));
        }
    }

    private static Activity activity(ServerEntries server, Profile profile, Path path) {
        AccountEntries account = server.of(profile);
        if (account.entries().isEmpty()) {
            return new NoKey(new Location.File(path), server.active());
        }
        for (ProfileEntry entry : server.entries()) {
            if (entry.isPlain() != entry.profile().equals(profile)) {
                return new Inactive(server.active().filter(active -> !active.equals(profile)));
            }
        }
        return new Active(account.place(path), Optional.empty());
    }

    @Override
    public Optional<Failed> takeOver(Environment environment, Map<String, String> former) {
        return switch (FileChoice.in(environment)) {
            case Invalid<Path> none -> Optional.of(new Failed(none.location(), none.reason()));
            case Valid<Path> file -> marked(file.value(), new FormerSwitches(former), lock(environment));
        };
    }

    private static Optional<Failed> marked(Path path, FormerSwitches former, EditLock lock) {
        try {
            return new SharedFile(path)
                    .<Optional<Failed>>edit(lock, present -> marked(present, former, path))
                    .answer();
        } catch (FileException e) {
            return Optional.of(failed(path, e));
        }
    }

    private static Change<Optional<Failed>> marked(Optional<FileContent> present, FormerSwitches former, Path path) {
        if (present.isEmpty()) {
            return Change.none(Optional.empty());
        }
        try {
            NetrcDocument document = NetrcParser.parse(present.get().bytes());
            for (Host host : former.hosts()) {
                document = ProfileRenamer.marked(ServerEntries.of(document, host, former.of(host)));
            }
            return document.text().length() == present.get().bytes().length
                    ? Change.none(Optional.empty())
                    : Change.to(document.text().bytes(), Optional.empty());
        } catch (NetrcException e) {
            return Change.none(Optional.of(failed(path, e)));
        }
    }

    private static ServerEntries entries(Optional<FileContent> content, Host host) throws NetrcException {
        byte[] bytes = content.isPresent() ? content.get().bytes() : new byte[0];
        return ServerEntries.of(NetrcParser.parse(bytes), host);
    }

    private static EditLock lock(Environment environment) {
        return EditLock.in(ConfigFolder.pathIn(environment));
    }

    private static Failed failed(Path path, FileException e) {
        return new Failed(new Location.File(path), Messages.unusableFile(path, e));
    }

    private static Failed failed(Path path, NetrcException e) {
        return new Failed(new Location.File(path, e.line()), e.reason());
    }
}
