package wandb.auth.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;

/** Where a path leads to in the end: replacing that file, and not the link, leaves the link a link. */
final class SymlinkResolver {

    /** As many as Linux follows (path_resolution(7)). */
    private static final int MOST_LINKS = 40;

    private SymlinkResolver() {}

    /** The path with the symbolic links of its last name resolved; nothing need exist there. */
    static Path of(Path path) throws FileException {
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileException(Kind.LINK_LOOP, path, Messages.LEADS_IN_A_CIRCLE);
            }
            StickyDirectory.checkIsNotPlanted(target);
            try {
                // Not normalised: what ".." means after a linked directory, only the operating system knows.
                target = target.resolveSibling(Files.readSymbolicLink(target));
            } catch (IOException e) {
                throw FileException.reading(target, e);
            }
        }
        return target;
    }
}
