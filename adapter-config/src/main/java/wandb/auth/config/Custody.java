package wandb.auth.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.config.AuthFileContent.Broken;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;

/**
 * Whether none but those whom we trust can change a file, or put another in its place. A symbolic link is judged by what
 * it leads to and by the folders of both. On a system without POSIX permissions there is nothing to judge by.
 */
final class Custody {

    private static final int ONLY_OWNERS_RENAME = 01000;
    private static final int OTHERS_WRITE = 022;

    /** Asks the operating system. */
    @FunctionalInterface
    private interface Judgement {
        Optional<Broken> breach() throws IOException;
    }

    private final Owners owners;

    Custody(Owners owners) {
        this.owners = owners;
    }

    /** Who else could change the file; empty where nobody could, and where it is no file to begin with. */
    Optional<Broken> breach(Path file) {
        return UnixStatus.isKnownFor(file) ? judged(file, () -> breachOfFile(file)) : Optional.empty();
    }

    /** Who else could put another file in this one's place, which need not exist; empty where nobody could. */
    Optional<Broken> breachOfFolder(Path file) {
        return UnixStatus.isKnownFor(file) ? judged(file, () -> breachOfFolderOf(file)) : Optional.empty();
    }

    private static Optional<Broken> judged(Path file, Judgement judgement) {
        try {
            return judgement.breach();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // reading it says so
        } catch (IOException e) {
            return broken(file, "It cannot be read.", "Give yourself the right to read it and its folder.");
        }
    }

    private Optional<Broken> breachOfFile(Path file) throws IOException {
        UnixStatus status = UnixStatus.of(file);
        if (!status.isRegularFile()) {
            return Optional.empty(); // reading it says so
        }
        Optional<Broken> breach = breach(file, status, OTHERS_WRITE);
        if (breach.isEmpty()) {
            breach = breachOfFolderOf(file);
        }
        return breach.isPresent() || !Files.isSymbolicLink(file) ? breach : breachOfFolderOf(file.toRealPath());
    }

    private Optional<Broken> breachOfFolderOf(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            return Optional.empty();
        }
        UnixStatus status = UnixStatus.of(folder);
        boolean onlyOwnersRename = status.has(ONLY_OWNERS_RENAME);
        return breach(folder, status, onlyOwnersRename ? 0 : OTHERS_WRITE);
    }

    private Optional<Broken> breach(Path path, UnixStatus status, int forbidden) throws IOException {
        if (!owners.include(status.owner())) {
            return broken(path, owners.complaint(), owners.remedy());
        }
        if (status.has(forbidden)) {
            return broken(
                    path,
                    "Others than its owner may write it (mode 0" + Integer.toOctalString(status.permissions()) + ").",
                    "Take that right away (chmod go-w) once you have checked what was written.");
        }
        return Optional.empty();
    }

    private static Optional<Broken> broken(Path path, String problem, String remedy) {
        return Optional.of(new Broken(new Location.File(path), new Reason(problem, remedy)));
    }
}
