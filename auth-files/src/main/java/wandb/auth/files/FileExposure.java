package wandb.auth.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who besides this user can get at a file of secrets through its owner and the folder that it stands in. Symbolic links are
 * followed.
 *
 * @param file the file that was looked at, behind the links
 * @param isForeign whether it belongs neither to this user nor to the owner of its folder, as {@code sudo} has it
 * @param openFolder the mode of the folder where others than its owner may put another file in place of this one
 */
public record FileExposure(Path file, boolean isForeign, Optional<String> openFolder) {

    private static final int STICKY = 01000;
    private static final int WRITABLE_FOR_OTHERS = 022;

    /** What the system tells of the file; empty where there is none, or where the system knows no such owners. */
    public static Optional<FileExposure> of(Path path) {
        try {
            return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? Optional.of(behindLinks(path.toRealPath()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // reading the file says why
        }
    }

    /** The folder of the file. */
    public Path folder() {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static FileExposure behindLinks(Path file) throws IOException {
        Path parent = file.getParent();
        Unix folder = Unix.of(parent == null ? file : parent);
        Unix self = Unix.of(file);
        boolean isForeign = self.user != folder.user
                && UnixAttributes.ownUser().filter(own -> own != self.user).isPresent();
        return new FileExposure(file, isForeign, folder.openMode());
    }

    /** The owner's number and the mode: inode(7). */
    private record Unix(int user, int mode) {

        static Unix of(Path path) throws IOException {
            Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode");
            return attributes.get("uid") instanceof Integer user && attributes.get("mode") instanceof Integer mode
                    ? new Unix(user, mode)
                    : new Unix(0, 0);
        }

        /** In a sticky folder nobody removes another's file. */
        Optional<String> openMode() {
            boolean isOpen = (mode & WRITABLE_FOR_OTHERS) != 0 && (mode & STICKY) == 0;
            return isOpen ? Optional.of("0" + Integer.toOctalString(mode & 0777)) : Optional.empty();
        }
    }
}
