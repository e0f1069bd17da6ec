package wandb.auth.config.file;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.config.file.AuthFileContent.Broken;
import wandb.auth.config.file.AuthFileContent.Missing;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ownership.Custody;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.Violation;

/**
 * An {@code auth.ini} on disk.
 *
 * @param path its absolute path
 * @param owners who may own it
 */
public record AuthFile(Path path, TrustedOwners owners) {

    /** Whether nothing has its name, not even a link that leads nowhere; where that cannot be told, it is there. */
    public boolean isMissing() {
        return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** What is judged is what is read: where nobody else can change a name, a link or a file on the way to it. */
    public AuthFileContent read() {
        if (isMissing()) {
            return new Missing();
        }
        try {
            return switch (new FileOwnershipCheck(owners).of(path)) {
                case Violation violation -> Broken.by(violation);
                case Custody.Absent absent -> isMissing() ? new Missing() : broken(Messages.nothingToRead());
                case Custody.Sound sound -> read(sound.path());
            };
        } catch (FileException e) {
            return new Broken(new Location.File(e.path()), Messages.of(e));
        }
    }

    private AuthFileContent read(Path file) throws FileException {
        Optional<FileContent> content = new SharedFile(file).read();
        return content.isPresent() ? AuthFileContent.of(path, content.get().bytes()) : broken(Messages.nothingToRead());
    }

    private Broken broken(Reason reason) {
        return new Broken(new Location.File(path), reason);
    }

    /** The same, where a folder on the way to it may be a file or a device, as in a configuration at /dev/null. */
    public AuthFileContent readUnlessThereCanBeNone() {
        AuthFileContent content = read();
        return content instanceof Broken && hasFileAbove() ? new Missing() : content;
    }

    private boolean hasFileAbove() {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                return true;
            }
        }
        return false;
    }

    /** What would keep it from being written, judged without changing anything. */
    public Optional<Complaint> obstacleToWriting() {
        try {
            new SharedFile(path).makingItsFolder().checkReplaceable();
            return Optional.empty();
        } catch (FileException e) {
            return Optional.of(new Complaint(new Location.File(e.path()), Messages.of(e)));
        }
    }
}
