package wandb.auth.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import wandb.auth.files.FileProblem.Kind;

/**
 * A file that other programs read and write too. It is read whole and replaced whole: whoever reads it sees the old
 * content or the new.
 *
 * <p>Rights are judged by the permission bits of the owner, also for root, whom the operating system would let pass: a
 * file that its owner made read-only is not replaced.
 */
public final class SharedFile {

    /** The largest file that is read, in bytes: 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int MOST_ATTEMPTS = 16;

    private final Path path;
    private final boolean keepsRights;

    private SharedFile(Path path, boolean keepsRights) {
        this.path = path.toAbsolutePath();
        this.keepsRights = keepsRights;
    }

    /** The file at the path, which holds secrets; nothing is read yet. */
    public SharedFile(Path path) {
        this(path, false);
    }

    /** The file at the path, which others may be meant to use: an edit leaves it its group and everybody's rights. */
    public static SharedFile keepingRights(Path path) {
        return new SharedFile(path, true);
    }

    /**
     * What the file holds.
     *
     * @return empty where there is no file, or a link to none
     * @throws FileProblem where there is one that cannot be read
     */
    public Optional<FileContent> read() throws FileProblem {
        return read(LinkTarget.of(path));
    }

    /**
     * Replaces the file by what the editor makes of it.
     *
     * <p>A symbolic link stays one and its target is replaced. The rights of group and others are taken away,
     * unless it {@linkplain #keepingRights keeps} them. A program that wrote the file meanwhile, whether it knows of locks
     * or not, is noticed up to the renaming itself: then the editor is asked again.
     *
     * @throws FileProblem where the file could not be read or replaced; it is as it was
     */
    public <T> Edited<T> edit(Editor<T> editor) throws FileProblem {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Path target = LinkTarget.of(path);
            Optional<FileContent> present = read(target);
            Change<T> change = editor.edit(present);
            if (isDone(present, change)
                    || replace(target, present, change.bytes().orElseThrow())) {
                boolean written = change.bytes().isPresent();
                return new Edited<>(
                        change.answer(),
                        written && present.isEmpty(),
                        present.map(FileContent::mode).filter(mode -> written && isTightened(mode)));
            }
        }
        throw new FileProblem(Kind.BUSY, path, "keeps being changed by another program");
    }

    /**
     * Whether it could be replaced, judged without writing anything.
     *
     * @throws FileProblem where it could not
     */
    public void checkReplaceable() throws FileProblem {
        Path target = LinkTarget.of(path);
        Optional<FileStatus> status = FileStatus.of(target);
        if (status.isPresent()) {
            status.get().checkIsReadableFile(target);
            status.get().checkIsWritable(target);
        }
        FileStatus.checkIsWritableDirectory(directoryOf(target));
    }

    private boolean isTightened(FileMode mode) {
        return !keepsRights && mode.isOpenToOthers();
    }

    private <T> boolean isDone(Optional<FileContent> present, Change<T> change) {
        return change.bytes().isEmpty()
                || present.filter(content -> content.holds(change.bytes().get()) && !isTightened(content.mode()))
                        .isPresent();
    }

    private static Optional<FileContent> read(Path target) throws FileProblem {
        Optional<FileStatus> status = FileStatus.of(target);
        if (status.isEmpty()) {
            return Optional.empty();
        }
        status.get().checkIsReadableFile(target);
        try (InputStream in = Files.newInputStream(target)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new FileProblem(Kind.TOO_LARGE, target, "is larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            return Optional.of(new FileContent(bytes, status.get().mode()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileProblem.reading(target, e);
        }
    }

    /** False where the file changed after it was read; then nothing was written. */
    private boolean replace(Path target, Optional<FileContent> present, byte[] bytes) throws FileProblem {
        checkReplaceable();
        Path directory = directoryOf(target);
        try (TemporaryFile temporary = TemporaryFile.in(directory)) {
            temporary.write(bytes, present.isPresent() ? mode(present.get(), temporary, target) : FileMode.PRIVATE);
            if (!LinkTarget.of(path).equals(target) || !isSame(present, read(target))) {
                return false;
            }
            temporary.moveTo(target);
        } catch (IOException e) {
            throw FileProblem.writing(target, e);
        }
        makeDurable(directory);
        return true;
    }

    /** The rights of a group are kept only where the file can be given to that group. */
    private FileMode mode(FileContent present, TemporaryFile temporary, Path target) {
        return keepsRights && temporary.takesGroupOf(target)
                ? present.mode()
                : present.mode().withoutOthers();
    }

    private static boolean isSame(Optional<FileContent> before, Optional<FileContent> now) {
        return before.isPresent()
                ? now.isPresent() && now.get().holds(before.get().bytes())
                : now.isEmpty();
    }

    private static void makeDurable(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file is replaced already; some systems cannot open a directory, and there is nothing left to undo.
            return;
        }
    }

    private static Path directoryOf(Path target) {
        Path directory = target.getParent();
        return directory == null ? target : directory;
    }
}
