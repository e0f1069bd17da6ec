package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a path leads root through the folders of another user, who could lead root anywhere by a link. What that user could not
 * have reached himself is not reached for him.
 */
public final class RootsWay {

    private static final int ROOT = 0;
    private static final int ANYBODY = -1;

    private final PathWalk walk;

    /** Whose folder the way has come to last since it began at the root of the file system; he can rename all below it. */
    private int inFolderOf = ROOT;

    /** Whether others can rename in the folder that the way has come to last. */
    private boolean isOpen;

    /** Who could have made the links that were followed, or put them there. */
    private int linkOf = ROOT;

    private int owner = ROOT;
    private boolean isOfSeveral;
    private boolean isForeign;

    private RootsWay(PathWalk walk) {
        this.walk = walk;
    }

    /**
     * The way to the file, which need not exist.
     *
     * @param earlier another way, gone before: what only root can have changed since then is not looked at again
     * @return empty if this process is not root's
     * @throws IOException if it cannot be followed, as through a circle of links
     */
    public static Optional<RootsWay> to(Path file, Optional<RootsWay> earlier) throws IOException {
        if (!UnixStatus.isKnownFor(file) || !ProcessUser.isRoot()) {
            return Optional.empty();
        }
        Optional<PathWalk> walked = earlier.isPresent() ? Optional.of(earlier.get().walk) : Optional.empty();
        return Optional.of(followed(PathWalk.to(file, walked)));
    }

    /** The same of root's process, with nothing gone before. */
    public static RootsWay of(Path file) throws IOException {
        return followed(PathWalk.to(file));
    }

    private static RootsWay followed(PathWalk walk) {
        RootsWay way = new RootsWay(walk);
        way.follow();
        return way;
    }

    private void follow() {
        for (UnixStatus step : walk.steps()) {
            if (step.isSymbolicLink()) {
                link(maker(step.owner()));
            } else {
                folder(step);
            }
        }
    }

    private int maker(int owner) {
        if (inFolderOf != ROOT) {
            return inFolderOf;
        }
        return isOpen ? ANYBODY : owner;
    }

    private void link(int maker) {
        if (maker != ROOT) {
            isOfSeveral = isOfSeveral || (linkOf != ROOT && linkOf != maker);
            linkOf = maker;
            isForeign = true;
        }
    }

    private void folder(UnixStatus step) {
        owner = step.owner();
        isOpen = step.letsOthersRename();
        if (owner != ROOT) {
            inFolderOf = owner;
            isForeign = true;
        } else if (step.path().getParent() == null) {
            inFolderOf = ROOT;
        }
    }

    /** Whether it leads through a folder or a link of another user. */
    public boolean isForeign() {
        return isForeign;
    }

    /** Where it leads, without a link. */
    public Path end() {
        return walk.end();
    }

    /** The owner of the last folder on it that exists. */
    public int owner() {
        return owner;
    }

    /** Whether a link leads to a folder or a file that the user who could have made the link could not write. */
    public boolean isBeyondReach() {
        boolean isHisFile = walk.found().isEmpty() || walk.found().get().owner() == linkOf;
        return linkOf != ROOT && (isOfSeveral || owner != linkOf || !isHisFile);
    }
}
