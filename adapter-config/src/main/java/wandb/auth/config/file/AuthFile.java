package wandb.auth.config.file;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
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

    private static final Path ADMINISTRATORS = Path.of("/etc/wandb/auth.ini");

    /** The administrator's, where people look for it; no variable of the user's names another one in its place. */
    public static AuthFile ofAdministrator(Environment environment) {
        Optional<Path> programData = environment.programData();
        Path path = programData.isPresent() ? programData.get().resolve("wandb").resolve("auth.ini") : ADMINISTRATORS;
        return new AuthFile(path, TrustedOwners.ROOT);
    }

    /** The user's own in this folder. */
    public static AuthFile ofUser(Path folder) {
        return new AuthFile(folder.resolve("auth.ini"), TrustedOwners.ROOT_OR_USER_AT_HOME);
    }

    /** Whether nothing has its name, not even a link that leads nowhere; where that cannot be told, it is there. */
    public boolean isMissing() {
        return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** What is judged is what is read: where nobody else can change a name, a link or a file on the way to it. */
    public Parsed<AuthIni> read() {
        if (isMissing()) {
            return AuthIni.absent(path);
        }
        try {
            Custody custody = new FileOwnershipCheck(owners).of(path);
            if (custody.violation().isPresent()) {
                return new Invalid<>(complaint(custody.violation().get()));
            }
            return custody.sound().isEmpty() && isMissing() ? AuthIni.absent(path) : read(custody);
        } catch (FileException e) {
            return new Invalid<>(complaint(e));
        }
    }

    private Parsed<AuthIni> read(Custody custody) throws FileException {
        Optional<FileContent> content = FileContent.of(custody);
        return content.isPresent()
                ? AuthIni.of(path, content)
                : new Invalid<>(new Location.File(path), Messages.nothingToRead());
    }

    /** That others could have written it, or a file on the way to it. */
    public static Complaint complaint(Violation violation) {
        return new Complaint(new Location.File(violation.path()), new Reason(violation.problem(), violation.remedy()));
    }

    /** That a file cannot be read or replaced. */
    public static Complaint complaint(FileException problem) {
        return new Complaint(new Location.File(problem.path()), Messages.of(problem));
    }

    /** The same, where a folder on the way to it may be a file or a device, as in a configuration at /dev/null. */
    public Parsed<AuthIni> readUnlessThereCanBeNone() {
        Parsed<AuthIni> content = read();
        return content instanceof Invalid && hasFileAbove() ? AuthIni.absent(path) : content;
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
            return Optional.of(complaint(e));
        }
    }
}
