package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.files.message.Messages;

/**
 * Whether none but those whom we trust can change a file, or put another in its place. Every folder and link on the way from the
 * root of the file system counts, as for sshd. What is believed is judged where nobody can change it: the folders above
 * first, and then the file under its name in them, which nobody else can give to another file. Windows has access lists to judge by; on
 * a file system with neither there is nothing.
 */
public final class FileOwnershipCheck {

    private final TrustedOwners owners;

    /** Trusts these. */
    public FileOwnershipCheck(TrustedOwners owners) {
        this.owners = owners;
    }

    /**
     * Whether the file can be believed. Where the answer is that it can, or that it is absent, no later look at it may say
     * otherwise: a file that somebody puts there afterwards is not the one that was judged.
     */
    public Custody of(Path file) {
        try {
            if (!UnixStatus.isKnownFor(file)) {
                return WindowsCustody.isJudgeOf(file) ? windows().of(file) : new Custody.Sound(file);
            }
            PathWalk way = PathWalk.to(file);
            if (way.found().isEmpty()) {
                return new Custody.Absent();
            }
            Optional<Violation> violation = violationOfFile(file, way.found().get());
            if (violation.isEmpty()) {
                violation = violationOfWay(way);
            }
            return Custody.of(way.end(), violation);
        } catch (IOException e) {
            return unreadable(file);
        }
    }

    /** Who else could change the file; empty if nobody could, and where it is no file to begin with. */
    public Optional<Violation> breach(Path file) {
        return of(file) instanceof Violation violation ? Optional.of(violation) : Optional.empty();
    }

    /** Who else could put another file in this one's place, which need not exist; empty if nobody could. */
    public Optional<Violation> breachOfFolder(Path file) {
        try {
            if (!UnixStatus.isKnownFor(file)) {
                return WindowsCustody.isJudgeOf(file) ? windows().breachOfFolder(file) : Optional.empty();
            }
            return violationOfWay(PathWalk.to(file));
        } catch (IOException e) {
            return Optional.of(unreadable(file));
        }
    }

    /**
     * Whether nobody else can even leave a file of their own beside this one, as they could in a folder like {@code /tmp}, where
     * a user's own file can be put under another name.
     */
    public boolean isPrivateFolderOf(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                return false;
            }
            if (!UnixStatus.isKnownFor(file)) {
                return !WindowsCustody.isJudgeOf(file)
                        || (windows().breachOfFolder(file).isEmpty()
                                && windows().isClosed(folder));
            }
            PathWalk way = PathWalk.to(file);
            return way.hasFolder()
                    && violationOfWay(way).isEmpty()
                    && !way.steps().getLast().letsOthersWrite();
        } catch (IOException e) {
            return false;
        }
    }

    private WindowsCustody windows() throws IOException {
        return new WindowsCustody(owners, ProcessUser.name());
    }

    private static Violation unreadable(Path file) {
        return new Violation(file, Messages.UNREADABLE, Messages.ALLOW_READING_WITH_FOLDER);
    }

    /** Of what is no file, reading it says so. */
    private Optional<Violation> violationOfFile(Path file, UnixStatus status) throws IOException {
        if (!status.isRegularFile()) {
            return Optional.empty();
        }
        return violation(file, status, status.letsOthersWrite());
    }

    private Optional<Violation> violationOfWay(PathWalk way) throws IOException {
        Path last = way.end().getParent();
        boolean isClosed = false;
        boolean isSticky = false;
        for (UnixStatus step : way.steps()) {
            Optional<Violation> violation = Optional.empty();
            if (!step.isSymbolicLink()) {
                boolean isAbove = !step.path().equals(last);
                isClosed = isClosed || step.isClosedToOthers();
                boolean isSpared = isAbove && isClosed && owners.spareClosedFolders();
                boolean isOpen = isSpared ? step.letsEverybodyRename() : step.letsOthersRename();
                boolean isUnmapped = isAbove && step.owner() == UnmappedUsers.NUMBER && UnmappedUsers.exist();
                violation =
                        isUnmapped ? violationOfMode(step.path(), step, isOpen) : violation(step.path(), step, isOpen);
                isSticky = step.isSticky();
            } else if (isSticky) {
                violation = violation(step.path(), step, false);
            }
            if (violation.isPresent()) {
                return violation;
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> violation(Path path, UnixStatus status, boolean isOpen) throws IOException {
        return owners.include(status.owner())
                ? violationOfMode(path, status, isOpen)
                : Optional.of(new Violation(path, owners.complaint(), owners.remedy()));
    }

    private static Optional<Violation> violationOfMode(Path path, UnixStatus status, boolean isOpen) {
        return isOpen
                ? Optional.of(
                        new Violation(path, Messages.changeableByOthers(status.permissions()), Messages.FORBID_OTHERS))
                : Optional.empty();
    }
}
