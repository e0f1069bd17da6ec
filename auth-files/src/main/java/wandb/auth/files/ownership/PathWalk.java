package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The way from the root of the file system to a file, each folder and each link looked at under a name in the folder before it.
 * If nobody else can rename in the folders so far, what a name stands for now, it stands for later too.
 */
final class PathWalk {

    /** As many as Linux follows (path_resolution(7)). */
    private static final int MOST_LINKS = 40;

    private final Path start;
    private final Optional<PathWalk> earlier;
    private final List<UnixStatus> steps = new ArrayList<>();
    private final Deque<Path> names = new ArrayDeque<>();
    private Path place;
    private int links;
    private Optional<UnixStatus> found = Optional.empty();

    private PathWalk(Path start, Path root, Optional<PathWalk> earlier) {
        this.start = start;
        this.place = root;
        this.earlier = earlier;
    }

    /**
     * The way to the file, which need not exist.
     *
     * @throws IOException if it cannot be followed: too many links, a folder that is closed
     */
    static PathWalk to(Path file) throws IOException {
        return to(file, Optional.empty());
    }

    /** The same after an earlier walk: what only root can have changed since then is not looked at again. */
    static PathWalk to(Path file, Optional<PathWalk> earlier) throws IOException {
        Path absolute = file.toAbsolutePath();
        PathWalk walk = new PathWalk(absolute, absolute.getRoot(), earlier);
        walk.push(absolute);
        walk.run();
        return walk;
    }

    /** The folders and links on the way from its root, in their order, by paths without a link; the file is not among them. */
    List<UnixStatus> steps() {
        return steps;
    }

    /** Where it leads, without a link. */
    Path end() {
        return place;
    }

    /** Whether the folder that the file would stand in is there, so that nobody can make another one in its place. */
    boolean hasFolder() {
        return steps.getLast().path().equals(place.getParent());
    }

    /** What stands at the end; empty if nothing does. */
    Optional<UnixStatus> found() {
        return found;
    }

    private void run() throws IOException {
        found = Optional.of(status(place));
        while (!names.isEmpty() && found.isPresent() && found.get().isDirectory()) {
            steps.add(found.get());
            step(names.pop());
        }
        if (!names.isEmpty()) {
            found = Optional.empty(); // nothing is below a file
        }
        while (!names.isEmpty()) {
            place = place.resolve(names.pop());
        }
    }

    private void step(Path name) throws IOException {
        String text = name.toString();
        if (text.equals("..")) {
            Path above = place.getParent();
            moveTo(above == null ? place : above);
        } else if (!text.isEmpty() && !text.equals(".")) {
            moveTo(place.resolve(name));
        }
    }

    private void moveTo(Path next) throws IOException {
        try {
            UnixStatus status = status(next);
            if (status.isSymbolicLink()) {
                follow(next, status);
            } else {
                place = next;
                found = Optional.of(status);
            }
        } catch (NoSuchFileException e) {
            place = next;
            found = Optional.empty();
        }
    }

    private UnixStatus status(Path next) throws IOException {
        int number = steps.size();
        boolean isSettled = earlier.isPresent()
                && number < earlier.get().settled()
                && earlier.get().steps.get(number).path().equals(next);
        return isSettled ? earlier.get().steps.get(number) : UnixStatus.ofEntry(next);
    }

    /** How many of the first steps are folders of root, each in a folder of root that nobody else can rename it in. */
    private int settled() {
        int settled = 0;
        boolean isOpen = false;
        while (settled < steps.size() && !isOpen && steps.get(settled).isRootsFolder()) {
            isOpen = steps.get(settled).letsOthersRename();
            settled++;
        }
        return settled;
    }

    private void follow(Path link, UnixStatus status) throws IOException {
        links++;
        if (links > MOST_LINKS) {
            throw new FileSystemLoopException(start.toString());
        }
        steps.add(status);
        Path target = Files.readSymbolicLink(link);
        if (target.isAbsolute()) {
            place = target.getRoot();
            found = Optional.of(steps.getFirst());
        }
        push(target);
    }

    /** Its names come before those that are left. */
    private void push(Path path) {
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            names.push(path.getName(i));
        }
    }
}
