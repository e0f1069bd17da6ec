package wandb.auth.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import wandb.auth.files.FileException.Kind;

/**
 * Overwrites files that cannot be replaced. What a file held and is to hold is on the disk, beside the lock, before its
 * first byte changes: where the run is killed in the middle, the next one puts the old content back.
 */
final class UndoJournal {

    private static final String NAME = "auth.undo";
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> OVER = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path target;
    private final byte[] old;
    private final byte[] wanted;

    private UndoJournal(Path target, byte[] old, byte[] wanted) {
        this.target = target;
        this.old = old;
        this.wanted = wanted;
    }

    /**
     * Overwrites a file; where that fails it is as it was.
     *
     * @param folder where no other process makes an undo file now
     */
    static void overwrite(Path folder, Path target, byte[] old, byte[] wanted) throws IOException, FileException {
        Path file = folder.resolve(NAME);
        if (isForeign(file)) {
            throw new FileException(Kind.FOREIGN, file, "belongs to another user");
        }
        UndoJournal undo = new UndoJournal(target.toAbsolutePath(), old, wanted);
        try {
            undo.note(file);
            Replacement.makeDurable(folder);
            write(target, OVER, wanted);
        } catch (IOException e) {
            undo.restore(file, e);
            Files.deleteIfExists(file);
            throw e;
        }
        Files.delete(file);
    }

    /** Puts the old content back where a run was killed while it overwrote a file. */
    static void finish(EditLock.Held lock) throws FileException {
        if (lock.folder().isEmpty()) {
            return;
        }
        Path file = lock.folder().get().resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || isForeign(file)) {
            return;
        }
        try {
            Optional<UndoJournal> undo = noted(file);
            if (undo.isPresent() && undo.get().isHalfDone()) {
                write(undo.get().target, OVER, undo.get().old);
            }
            Files.delete(file);
        } catch (IOException e) {
            throw FileException.writing(file, e);
        }
    }

    /**
     * Whether somebody else left it there, who could have any file of this user overwritten by it: in a folder that others
     * may write, or in a user's own, for root.
     */
    private static boolean isForeign(Path file) {
        Optional<UnixAttributes> inode = UnixAttributes.of(file);
        Optional<Integer> own = UnixAttributes.ownUser();
        return inode.isPresent() && own.isPresent() && !inode.get().isOnlyOf(own.get());
    }

    private void restore(Path file, IOException cause) throws FileException {
        try {
            if (!Arrays.equals(Files.readAllBytes(target), old)) {
                write(target, OVER, old);
            }
        } catch (IOException e) {
            FileException problem = FileException.writing(target, cause);
            throw new FileException(
                    Kind.FAILED,
                    target,
                    problem.predicate() + ", and is half written; the next login puts the old content back from "
                            + file);
        }
    }

    private void note(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(old.length + wanted.length + 1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (byte[] part : new byte[][] {target.toString().getBytes(UTF_8), old, wanted}) {
                out.writeInt(part.length);
                out.write(part);
            }
        }
        write(file, NEW, bytes.toByteArray());
    }

    /** Empty where it was not written to its end: then the file was not touched yet. */
    private static Optional<UndoJournal> noted(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            byte[][] parts = new byte[3][];
            for (int i = 0; i < parts.length; i++) {
                int length = in.available() < Integer.BYTES ? -1 : in.readInt();
                if (length < 0 || length > in.available()) {
                    return Optional.empty();
                }
                parts[i] = in.readNBytes(length);
            }
            return Optional.of(new UndoJournal(Path.of(new String(parts[0], UTF_8)), parts[1], parts[2]));
        }
    }

    /** Whether every byte is the old one or the wanted one, and the whole is neither. */
    private boolean isHalfDone() throws IOException {
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        byte[] now = Files.readAllBytes(target);
        if (Arrays.equals(now, old) || Arrays.equals(now, wanted)) {
            return false;
        }
        for (int i = 0; i < now.length; i++) {
            if (!isAt(i, now[i], old) && !isAt(i, now[i], wanted)) {
                return false;
            }
        }
        return now.length >= Math.min(old.length, wanted.length);
    }

    private static boolean isAt(int index, byte value, byte[] bytes) {
        return index < bytes.length && bytes[index] == value;
    }

    private static void write(Path file, Set<OpenOption> options, byte[] bytes) throws IOException {
        try (FileChannel channel = options.equals(NEW)
                ? FileChannel.open(file, options, FileStatus.privateFile(file))
                : FileChannel.open(file, options)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.truncate(bytes.length);
            channel.force(true);
        }
    }
}
