package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who besides this user can get at a file of secrets through its owner and the folder that it stands in. Symbolic links are
 * followed.
 *
 * @param file the file that was looked at, links resolved
 * @param isForeign whether it belongs neither to this user nor to the owner of its folder, as {@code sudo} has it
 * @param openFolder the mode of the folder where others than its owner may put another file in place of this one
 */
public record FileExposure(Path file, boolean isForeign, Optional<String> openFolder) {

    /** What the system tells of the file; empty if absent, or where the system knows no such owners. */
    public static Optional<FileExposure> of(Path path) {
        try {
            return UnixStatus.isKnownFor(path) ? Optional.of(behindLinks(path.toRealPath())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // reading the file says why
        }
    }

    /** Whether its mode is not for this user to change: it belongs to somebody else, and this is not root. */
    public static boolean isOfAnother(Path path) {
        OptionalInt own = ProcessUser.idIfKnown();
        try {
            return UnixStatus.isKnownFor(path)
                    && own.isPresent()
                    && !ProcessUser.isRoot()
                    && UnixStatus.of(path.toRealPath()).owner() != own.getAsInt();
        } catch (IOException e) {
            return false; // reading the file says why
        }
    }

    /** The folder of the file. */
    public Path folder() {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static FileExposure behindLinks(Path file) throws IOException {
        Path parent = file.getParent();
        UnixStatus folder = UnixStatus.of(parent == null ? file : parent);
        int user = UnixStatus.of(file).owner();
        OptionalInt own = ProcessUser.idIfKnown();
        boolean isForeign = user != folder.owner() && own.isPresent() && own.getAsInt() != user;
        return new FileExposure(file, isForeign, openMode(folder));
    }

    /** In a sticky folder nobody removes another's file. */
    private static Optional<String> openMode(UnixStatus folder) {
        return folder.letsOthersRename()
                ? Optional.of("0" + Integer.toOctalString(folder.permissions() & 0777))
                : Optional.empty();
    }
}
