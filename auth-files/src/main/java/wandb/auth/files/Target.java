package wandb.auth.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.HeldFolder;
import wandb.auth.files.ownership.RootsWay;

/**
 * The file that a path leads to through all links: replacing that file, and not the link, leaves the link a link. Where root
 * comes to it through a folder of another user, that folder is held open, and the file is reached through it.
 */
final class Target implements AutoCloseable {

    /** As many as Linux follows (path_resolution(7)). */
    private static final int MOST_LINKS = 40;

    private final Path path;
    private final Path real;
    private final Path file;
    private final Optional<RootsWay> way;
    private final Optional<HeldFolder> held;

    private Target(Path path, Path real, Path file, Optional<RootsWay> way, Optional<HeldFolder> held) {
        this.path = path;
        this.real = real;
        this.file = file;
        this.way = way;
        this.held = held;
    }

    /**
     * The file that the path leads to now, which need not exist.
     *
     * @throws FileException of the kind {@link Kind#NO_DIRECTORY} where root could not hold its folder, as it is missing; where
     *     a link leads to a place that whoever could have made it could not write
     */
    static Target of(Path path) throws FileException {
        return of(path, Optional.empty());
    }

    /** The same after another way of root: what only root can have changed since then is not looked at again. */
    static Target of(Path path, Optional<RootsWay> earlier) throws FileException {
        Optional<RootsWay> way = rootsWay(path, earlier);
        if (way.isPresent() && way.get().isForeign()) {
            return hold(path, way.get());
        }
        Path real = behindLinks(path);
        return new Target(path, real, real, way, Optional.empty());
    }

    /** The path with the symbolic links of its last name resolved; nothing need exist there. */
    static Path behindLinks(Path path) throws FileException {
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

    /** Refuses a path by which another user leads root to a place that he could not write himself. */
    static void checkIsWithinReach(Path path) throws FileException {
        rootsWay(path, Optional.empty());
    }

    private static Optional<RootsWay> rootsWay(Path path, Optional<RootsWay> earlier) throws FileException {
        try {
            Optional<RootsWay> way = RootsWay.to(path, earlier);
            if (way.isPresent() && way.get().isBeyondReach()) {
                behindLinks(path); // of a link that was planted in a sticky directory, this tells more
                throw new FileException(Kind.FOREIGN, path, Messages.LEADS_BEYOND_REACH);
            }
            return way;
        } catch (FileSystemLoopException e) {
            throw new FileException(Kind.LINK_LOOP, path, Messages.LEADS_IN_A_CIRCLE);
        } catch (IOException e) {
            throw FileException.reading(path, e);
        }
    }

    private static Target hold(Path path, RootsWay way) throws FileException {
        Path real = way.end();
        Path folder = SharedFile.directoryOf(real);
        try {
            HeldFolder held = HeldFolder.at(folder, way.owner())
                    .orElseThrow(() -> new FileException(Kind.BUSY, folder, Messages.KEEPS_CHANGING));
            Path file = held.path().resolve(String.valueOf(real.getFileName()));
            return new Target(path, real, file, Optional.of(way), Optional.of(held));
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new FileException(Kind.NO_DIRECTORY, folder, Messages.DOES_NOT_EXIST);
        } catch (IOException e) {
            throw FileException.reading(folder, e);
        }
    }

    /** The way to it, if this process is root's. */
    Optional<RootsWay> way() {
        return way;
    }

    /** Where it is reached. */
    Path file() {
        return file;
    }

    /** Whether the path leads there still. */
    boolean isStillMeant() throws FileException {
        if (held.isEmpty()) {
            return behindLinks(path).equals(real);
        }
        Optional<RootsWay> now = rootsWay(path, Optional.empty());
        return now.isPresent() && now.get().isForeign() && now.get().end().equals(real);
    }

    @Override
    public void close() {
        try {
            if (held.isPresent()) {
                held.get().close();
            }
        } catch (IOException e) {
            return; // nothing was written through it
        }
    }
}
