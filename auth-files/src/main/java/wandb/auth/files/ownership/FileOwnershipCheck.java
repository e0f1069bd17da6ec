package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether none but those whom we trust can change a file, or put another in its place. A symbolic link is judged by what
 * it leads to and by the folders of both. On a system without POSIX permissions there is nothing to judge by.
 */
public final class FileOwnershipCheck {

    private static final int ONLY_OWNERS_RENAME = 01000;
    private static final int OTHERS_WRITE = 022;

    /** Asks the operating system. */
    @FunctionalInterface
    private interface Judgement {
        Optional<Violation> breach() throws IOException;
    }

    private final TrustedOwners owners;

    /** Trusts these. */
    public FileOwnershipCheck(TrustedOwners owners) {
        this.owners = owners;
    }

    /** Who else could change the file; empty where nobody could, and where it is no file to begin with. */
    public Optional<Violation> breach(Path file) {
        return UnixStatus.isKnownFor(file) ? judged(file, () -> breachOfFile(file)) : Optional.empty();
    }

    /** Who else could put another file in this one's place, which need not exist; empty where nobody could. */
    public Optional<Violation> breachOfFolder(Path file) {
        return UnixStatus.isKnownFor(file) ? judged(file, () -> breachOfFolderOf(file)) : Optional.empty();
    }

    private static Optional<Violation> judged(Path file, Judgement judgement) {
        try {
            return judgement.breach();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // reading it says so
        } catch (IOException e) {
            return breached(file, "It cannot be read.", "Give yourself the right to read it and its folder.");
        }
    }

    private Optional<Violation> breachOfFile(Path file) throws IOException {
        UnixStatus status = UnixStatus.of(file);
        if (!status.isRegularFile()) {
            return Optional.empty(); // reading it says so
        }
        Optional<Violation> breach = breach(file, status, OTHERS_WRITE);
        if (breach.isEmpty()) {
            breach = breachOfFolderOf(file);
        }
        return breach.isPresent() || !Files.isSymbolicLink(file) ? breach : breachOfFolderOf(file.toRealPath());
    }

    private Optional<Violation> breachOfFolderOf(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            return Optional.empty();
        }
        UnixStatus status = UnixStatus.of(folder);
        boolean onlyOwnersRename = status.has(ONLY_OWNERS_RENAME);
        return breach(folder, status, onlyOwnersRename ? 0 : OTHERS_WRITE);
    }

    private Optional<Violation> breach(Path path, UnixStatus status, int forbidden) throws IOException {
        if (!owners.include(status.owner())) {
            return breached(path, owners.complaint(), owners.remedy());
        }
        if (status.has(forbidden)) {
            return breached(
                    path,
                    "Others than its owner may write it (mode 0" + Integer.toOctalString(status.permissions()) + ").",
                    "Take that right away (chmod go-w) once you have checked what was written.");
        }
        return Optional.empty();
    }

    private static Optional<Violation> breached(Path path, String problem, String remedy) {
        return Optional.of(new Violation(path, problem, remedy));
    }
}
