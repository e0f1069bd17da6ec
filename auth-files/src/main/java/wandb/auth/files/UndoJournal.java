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
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.UnixStatus;

/**
 * Overwrites files that cannot be replaced. What a file held and is to hold is on the disk, beside the lock, before its
 * first byte changes: where the run is killed in the middle, the next one puts the old content back.
 */
final class UndoJournal {

    static final String NAME = "auth.undo";

    /** Two contents and a path, with their lengths. */
    private static final long MOST_BYTES = 2L * SharedFile.MAX_BYTES + 65_536;

    private static final FileOwnershipCheck CUSTODY = new FileOwnershipCheck(TrustedOwners.ROOT_OR_USER_AT_HOME);
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
        checkIsFree(file);
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

    /** Whether a copy can be kept there that the next run will believe. */
    private static void checkIsFree(Path file) throws FileException {
        if (!CUSTODY.isPrivateFolderOf(file)) {
            throw new FileException(Kind.FOREIGN, SharedFile.directoryOf(file), Messages.NO_COPY_WHERE_OTHERS_WRITE);
        }
        Optional<UnixStatus> status = UnixStatus.ifKnown(file);
        if (status.isPresent() && FileException.stranger(file).isPresent()) {
            throw new FileException(Kind.FOREIGN, file, Messages.OF_ANOTHER_USER);
        }
        if (status.isPresent() || Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileException(Kind.NOT_A_FILE, file, Messages.IN_THE_WAY_OF_COPY);
        }
    }

    /**
     * Puts the old content back that the regular file of that name in the folder of the lock tells of. A journal that cannot be
     * read, or whose file cannot be written, stays, and keeps nobody from editing other files.
     *
     * @param about the file that is to be edited next
     * @throws FileException if this is the file whose old content could not be put back
     */
    static void finish(Path folder, Optional<Path> about) throws FileException {
        Path file = folder.resolve(NAME);
        if (!isBelieved(file)) {
            return;
        }
        Optional<UndoJournal> undo = Optional.empty();
        try {
            undo = noted(file);
            if (undo.isPresent() && undo.get().isHalfDone()) {
                write(undo.get().target, OVER, undo.get().old);
            }
            Files.delete(file);
        } catch (IOException | FileException e) {
            if (undo.isPresent() && about.isPresent() && undo.get().isAbout(about.get())) {
                throw undo.get().isStuck(file, e);
            }
        }
    }

    /** In a folder where nobody else can leave a file, a regular file with one name is this user's own. */
    private static boolean isBelieved(Path file) {
        if (!CUSTODY.isPrivateFolderOf(file)) {
            return false;
        }
        Optional<UnixStatus> status = UnixStatus.ifKnown(file);
        OptionalInt own = ProcessUser.idIfKnown();
        return own.isEmpty() || (status.isPresent() && status.get().isOnlyOf(own.getAsInt()));
    }

    private boolean isAbout(Path path) {
        try {
            return Target.behindLinks(path).equals(target) || Files.isSameFile(path, target);
        } catch (IOException | FileException e) {
            return false;
        }
    }

    private FileException isStuck(Path file, Exception cause) {
        String words = cause instanceof FileException known
                ? known.predicate()
                : FileException.writing(target, cause).predicate();
        return new FileException(Kind.FAILED, target, Messages.perhapsHalfWritten(words, file));
    }

    private void restore(Path file, IOException cause) throws FileException {
        try {
            if (!Arrays.equals(Files.readAllBytes(target), old)) {
                write(target, OVER, old);
            }
        } catch (IOException e) {
            FileException problem = FileException.writing(target, cause);
            throw new FileException(Kind.FAILED, target, Messages.halfWritten(problem.predicate(), file));
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

    /** Empty if it was not written to its end: then the file was not touched yet. */
    private static Optional<UndoJournal> noted(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("it is too large for one of ours");
        }
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
        } catch (InvalidPathException e) {
            return Optional.empty(); // nobody's file
        }
    }

    /** Whether every byte is the old one or the wanted one, and the whole is neither. */
    private boolean isHalfDone() throws IOException, FileException {
        Optional<FileStatus> status = FileStatus.of(target, LinkOption.NOFOLLOW_LINKS);
        boolean isFile = status.isPresent() && status.get().attributes().isRegularFile();
        if (!isFile || status.get().attributes().size() > SharedFile.MAX_BYTES) {
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
