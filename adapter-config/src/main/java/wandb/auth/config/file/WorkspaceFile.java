package wandb.auth.config.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.UnixStatus;

/**
 * The {@code wandb/auth.ini} of a workspace: that of the working directory, else of the nearest folder above it that has one,
 * up to the home directory; where the working directory is not below that, up to the root of the file system. Looking for it
 * costs one call of the operating system a folder.
 *
 * @param workspace the absolute path of the workspace
 */
public record WorkspaceFile(Path workspace) {

    private static final int EVERYBODY_WRITES = 02;

    /** The nearest one; empty if absent. */
    public static Optional<WorkspaceFile> nearest(Environment environment) {
        Path from = environment.workingDirectory();
        Optional<Path> home = environment.home();
        Optional<Path> last = home.isPresent() ? Optional.of(last(from, from.resolve(home.get()))) : Optional.empty();
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            WorkspaceFile file = new WorkspaceFile(folder);
            // There is none either where 'wandb' is a program.
            if (Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS) && file.isOfWorkspace(environment)) {
                return Optional.of(file);
            }
            if (last.isPresent() && folder.equals(last.get())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The home directory, by its real name where that is the one that the working directory is below. */
    private static Path last(Path from, Path home) {
        if (from.startsWith(home)) {
            return home;
        }
        try {
            return home.toRealPath();
        } catch (IOException e) {
            return home; // which the working directory is not below
        }
    }

    private Path folder() {
        return workspace.resolve("wandb");
    }

    private Path path() {
        return folder().resolve("auth.ini");
    }

    /** Not the user's or the administrator's own, nor what anybody may have put where all put their files. */
    private boolean isOfWorkspace(Environment environment) {
        boolean isUsers = ConfigFolder.in(environment) instanceof Valid<Path> folder
                && KeyFiles.isSameFile(path(), AuthFile.ofUser(folder.value()).path());
        return !isUsers
                && !KeyFiles.isSameFile(
                        path(), AuthFile.ofAdministrator(environment).path())
                && !UnixStatus.isStickyForAll(workspace);
    }

    /** What it says; broken where others than its user could have chosen it. */
    public Parsed<AuthIni> read() {
        try {
            Optional<Complaint> breach = breach();
            return breach.isPresent() ? new Invalid<>(breach.get()) : AuthIni.of(path(), new SharedFile(path()).read());
        } catch (FileException e) {
            return new Invalid<>(AuthFile.complaint(e));
        } catch (IOException e) {
            return new Invalid<>(complaint(path(), Messages.workspaceUnreadable()));
        }
    }

    /** That a group may write it is the custom where several work on a project. */
    private Optional<Complaint> breach() throws IOException {
        List<Path> judged = UnixStatus.isKnownFor(workspace) ? List.of(path(), folder(), workspace) : List.of();
        for (Path each : judged) {
            UnixStatus status = UnixStatus.of(each);
            if (!TrustedOwners.ROOT_OR_USER.include(status.owner())) {
                return Optional.of(complaint(each, Messages.workspaceOfAnother()));
            }
            if (status.has(EVERYBODY_WRITES)) {
                return Optional.of(complaint(each, Messages.workspaceOpenToEverybody(status.permissions())));
            }
        }
        return Optional.empty();
    }

    private static Complaint complaint(Path path, Reason reason) {
        return new Complaint(new Location.File(path), reason);
    }
}
