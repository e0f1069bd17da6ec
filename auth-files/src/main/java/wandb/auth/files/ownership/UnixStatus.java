package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What inode(7) says of a file, links followed.
 *
 * @param owner the number of its owner
 * @param mode its type and permissions
 */
public record UnixStatus(int owner, int mode) {

    private static final int TYPE = 0170000;
    private static final int REGULAR_FILE = 0100000;
    private static final int PERMISSIONS = 07777;

    /** Whether the file system knows such things. */
    public static boolean isKnownFor(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** What it says now. */
    public static UnixStatus of(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode");
        return new UnixStatus(
                (int) attributes.getOrDefault("uid", -1), (int) attributes.getOrDefault("mode", PERMISSIONS));
    }

    /** Whether it is a regular file. */
    public boolean isRegularFile() {
        return (mode & TYPE) == REGULAR_FILE;
    }

    /** The permissions with the set-id and sticky bits. */
    public int permissions() {
        return mode & PERMISSIONS;
    }

    /** Whether any of these bits of the mode is set. */
    public boolean has(int bits) {
        return (mode & bits) != 0;
    }
}
