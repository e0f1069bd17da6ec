package wandb.auth.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;
import java.util.Optional;

/**
 * What Unix knows of a file besides its content and its permissions.
 *
 * @param user the number of its owner
 * @param group the number of its group
 * @param links how many names it has
 */
record UnixAttributes(int user, int group, int links) {

    static final int ROOT = 0;

    /** Empty where the file system knows no such numbers or nothing stands there; a link is not followed. */
    static Optional<UnixAttributes> of(Path path) {
        return of(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The user that this process acts for; empty where the system does not tell. */
    static Optional<Integer> ownUser() {
        return of(Path.of("/proc/self"), new LinkOption[0]).map(UnixAttributes::user);
    }

    /** Whether none but this user, or root, can have put it here: it has one name, which cannot be another's link to it. */
    boolean isOnlyOf(int own) {
        return links == 1 && (user == own || user == ROOT);
    }

    private static Optional<UnixAttributes> of(Path path, LinkOption... options) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        try {
            Map<String, Object> numbers = Files.readAttributes(path, "unix:uid,gid,nlink", options);
            return Optional.of(
                    new UnixAttributes(number(numbers, "uid"), number(numbers, "gid"), number(numbers, "nlink")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int number(Map<String, Object> numbers, String name) {
        return numbers.get(name) instanceof Integer number ? number : ROOT;
    }

    /** What root makes in a user's directory is given to the user: {@code sudo} must not lock anybody out. */
    static void inheritOwner(Path made) throws IOException {
        Path directory = made.getParent();
        Optional<UnixAttributes> own = of(made);
        if (directory == null || own.isEmpty() || own.get().user != ROOT) {
            return;
        }
        if (of(directory, new LinkOption[0]).map(UnixAttributes::user).orElse(ROOT) != ROOT) {
            PosixFileAttributes wanted = Files.readAttributes(directory, PosixFileAttributes.class);
            PosixFileAttributeView view =
                    Files.getFileAttributeView(made, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            view.setGroup(wanted.group());
            view.setOwner(wanted.owner());
        }
    }
}
