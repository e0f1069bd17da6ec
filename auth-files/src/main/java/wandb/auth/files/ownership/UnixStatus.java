package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;

/**
 * What inode(7) says of a file.
 *
 * @param path the name that it was looked at under
 * @param owner the number of its owner
 * @param mode its type and permissions
 */
public record UnixStatus(Path path, int owner, int mode) {

    private static final int ROOT = 0;
    private static final int TYPE = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int REGULAR_FILE = 0100000;
    private static final int SYMBOLIC_LINK = 0120000;
    private static final int PERMISSIONS = 07777;
    private static final int ONLY_OWNERS_RENAME = 01000;
    private static final int EVERYBODY_WRITES = 02;
    private static final int OTHERS_WRITE = 022;
    private static final int OTHERS_ENTER = 011;

    /** Whether the file system knows such things. */
    public static boolean isKnownFor(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** What it says now, links followed. */
    public static UnixStatus of(Path path) throws IOException {
        return read(path);
    }

    /** What it says now of what has this name, which may be a link. */
    public static UnixStatus ofEntry(Path path) throws IOException {
        return read(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The same; empty if nothing has this name or the file system knows no such things. */
    public static Optional<UnixStatus> ifKnown(Path path) {
        if (!isKnownFor(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ofEntry(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether anybody may leave files in the folder, and nobody but their owners may rename them, as in {@code /tmp}; false of one
     * that cannot be looked at. Asked of every file that is opened, so what costs little is looked at first.
     */
    public static boolean isStickyForAll(Path folder) {
        try {
            return isKnownFor(folder)
                    && Files.readAttributes(folder, PosixFileAttributes.class)
                            .permissions()
                            .contains(PosixFilePermission.OTHERS_WRITE)
                    && of(folder).isSticky();
        } catch (IOException e) {
            return false;
        }
    }

    /** No more than is judged on the way to each file: the JDK takes long for each name. */
    private static UnixStatus read(Path path, LinkOption... options) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode", options);
        return new UnixStatus(
                path, (int) attributes.getOrDefault("uid", -1), (int) attributes.getOrDefault("mode", PERMISSIONS));
    }

    /** The number of its group now. */
    public int group(LinkOption... options) throws IOException {
        return (int) Files.readAttributes(path, "unix:gid", options).getOrDefault("gid", -1);
    }

    /** How many names it has now; as many as can be if that cannot be told. */
    public int links(LinkOption... options) {
        try {
            return (int) Files.readAttributes(path, "unix:nlink", options).getOrDefault("nlink", Integer.MAX_VALUE);
        } catch (IOException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** Whether it is a regular file. */
    public boolean isRegularFile() {
        return (mode & TYPE) == REGULAR_FILE;
    }

    boolean isDirectory() {
        return (mode & TYPE) == DIRECTORY;
    }

    boolean isSymbolicLink() {
        return (mode & TYPE) == SYMBOLIC_LINK;
    }

    /** Whether it belongs to root. */
    public boolean isRoots() {
        return owner == ROOT;
    }

    boolean isRootsFolder() {
        return isRoots() && isDirectory();
    }

    /** The permissions with the set-id and sticky bits. */
    public int permissions() {
        return mode & PERMISSIONS;
    }

    /** Whether any of these bits of the mode is set. */
    public boolean has(int bits) {
        return (mode & bits) != 0;
    }

    /** Of a folder: whether others than its owner may rename what others have put there. */
    public boolean letsOthersRename() {
        return has(OTHERS_WRITE) && !has(ONLY_OWNERS_RENAME);
    }

    /** The same of everybody, whatever group they are in. */
    boolean letsEverybodyRename() {
        return has(EVERYBODY_WRITES) && !has(ONLY_OWNERS_RENAME);
    }

    boolean isSticky() {
        return has(ONLY_OWNERS_RENAME);
    }

    /** Of a folder: whether nobody but its owner may use what is in it. */
    boolean isClosedToOthers() {
        return !has(OTHERS_ENTER);
    }

    /** Whether others than its owner may write it. */
    public boolean letsOthersWrite() {
        return has(OTHERS_WRITE);
    }

    /** Whether only these owners can have put it here: it has one name, which cannot be another's link to it. */
    public boolean isOnlyOf(int user, LinkOption... options) {
        return (owner == user || isRoots()) && links(options) == 1;
    }
}
