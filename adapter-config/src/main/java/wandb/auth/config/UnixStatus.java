package wandb.auth.config;

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
record UnixStatus(int owner, int mode) {

    private static final int TYPE = 0170000;
    private static final int REGULAR_FILE = 0100000;
    private static final int PERMISSIONS = 07777;

    static boolean isKnownFor(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    static UnixStatus of(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode");
        return new UnixStatus(
                (int) attributes.getOrDefault("uid", -1), (int) attributes.getOrDefault("mode", PERMISSIONS));
    }

    boolean isRegularFile() {
        return (mode & TYPE) == REGULAR_FILE;
    }

    /** The permissions with the set-id and sticky bits. */
    int permissions() {
        return mode & PERMISSIONS;
    }

    boolean has(int bits) {
        return (mode & bits) != 0;
    }
}
