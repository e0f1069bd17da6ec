package wandb.auth.files;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.RootsWay;

/**
 * A file that other programs read and write too. It is read whole and replaced whole: whoever reads it sees the old
 * content or the new.
 *
 * <p>A file that its owner made read-only is not replaced, even by root, whom the operating system would let pass. Whether a
 * folder can be written, the operating system is asked.
 */
public final class SharedFile {

    /** The largest file that is read or written, in bytes: 24 MiB, what can be edited in the heap that the program has. */
    public static final int MAX_BYTES = 24 << 20;

    private final Path path;
    private final boolean keepsRights;
    private final boolean makesFolder;

    private SharedFile(Path path, boolean keepsRights, boolean makesFolder) {
        this.path = path.toAbsolutePath();
        this.keepsRights = keepsRights;
        this.makesFolder = makesFolder;
    }

    /** The file at the path, which holds secrets; nothing is read yet. */
    public SharedFile(Path path) {
        this(path, false, false);
    }

    /** This file, which others may be meant to use: an edit leaves it its group and everybody's rights. */
    public SharedFile keepingRights() {
        return new SharedFile(path, true, makesFolder);
    }

    /** This file, whose directory an edit makes if there is none, for the user only. */
    public SharedFile makingItsFolder() {
        return new SharedFile(path, keepsRights, true);
    }

    /**
     * What the file holds.
     *
     * @return empty if there is no file, or a link to none
     * @throws FileException if there is one that cannot be read
     */
    public Optional<FileContent> read() throws FileException {
        return read(Optional.empty());
    }

    /**
     * The same under a lock that is held.
     *
     * @throws FileException if there is one that cannot be read
     */
    public Optional<FileContent> read(EditLock.Held held) throws FileException {
        return read(held.way());
    }

    private Optional<FileContent> read(Optional<RootsWay> earlier) throws FileException {
        if (ProcessUser.isRoot() && isAbsentWithoutLinks()) {
            return Optional.empty(); // there is nothing to be led to
        }
        try (Target target = Target.of(path, earlier)) {
            return FileContent.of(target.file());
        } catch (FileException e) {
            if (e.kind() == FileException.Kind.NO_DIRECTORY || e.kind() == FileException.Kind.FILE_AS_DIRECTORY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isAbsentWithoutLinks() {
        if (!Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path above = path;
        while (above != null && !Files.isSymbolicLink(above)) {
            above = above.getParent();
        }
        return above == null;
    }

    /**
     * Replaces the file by what the editor makes of it, while no other program of ours edits any file.
     *
     * <p>A symbolic link stays one and its target is replaced; the new file has the owner, group, access control list and
     * other attributes of the old one. The rights of group and others are taken away, unless it {@linkplain
     * #keepingRights keeps} them. A file that cannot be replaced because it is mounted by itself or has several names is
     * written in place.
     *
     * <p>A program that wrote the file in the meantime without knowing of locks is noticed, and the editor is asked again about
     * what it wrote. What is not noticed: another file that takes this name between the last look and the renaming, two
     * system calls that follow each other; what is written into the old file more than a moment after the renaming.
     *
     * @param editor works out the change from what the file holds, empty if there is no file. It is asked again where the file
     *     changed in the meantime, so it must not do anything else
     * @param <T> what it answers besides
     * @throws FileException if the file could not be read or replaced
     */
    public <T> EditResult<T> edit(EditLock lock, Function<Optional<FileContent>, Change<T>> editor)
            throws FileException {
        if (makesFolder) {
            Folder.make(directoryOf(path));
        }
        try (EditLock.Held held = lock.hold()) {
            return edit(held, editor);
        }
    }

    /**
     * The same under a lock that is held on, so that what is read back is what was written: another run may be waiting to edit it. Its
     * directory is there.
     *
     * @throws FileException if the file could not be read or replaced
     */
    public <T> EditResult<T> edit(EditLock.Held held, Function<Optional<FileContent>, Change<T>> editor)
            throws FileException {
        held.finishUndo(Optional.of(path));
        return new FileEdit<>(path, keepsRights, held, editor).run();
    }

    /**
     * Whether it could be replaced, judged without writing anything.
     *
     * @throws FileException if it could not
     */
    public void checkReplaceable() throws FileException {
        Path first = makesFolder ? Folder.firstToMake(path) : path;
        if (first.equals(path)) {
            try (Target target = Target.of(path)) {
                checkReplaceable(target.file());
            }
        } else {
            Target.checkIsWithinReach(path);
            checkCanBeMade(first);
        }
    }

    /** A directory that was missing a moment ago; if it is there now, another run made it. */
    static void checkCanBeMade(Path folder) throws FileException {
        FileStatus.of(folder);
        FileStatus.checkIsWritableDirectory(directoryOf(folder));
    }

    static void checkReplaceable(Path target) throws FileException {
        Optional<FileStatus> status = FileStatus.ofFileToRead(target);
        if (status.isPresent()) {
            FileStatus.checkLetsWrite(target, status.get().mode());
            status.get().checkIsWritable(target);
        } else {
            FileStatus.checkIsWritableDirectory(directoryOf(target));
        }
    }

    static Path directoryOf(Path target) {
        Path directory = target.getParent();
        return directory == null ? target : directory;
    }
}
