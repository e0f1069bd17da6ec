package wandb.auth.files;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.Custody;

/** What a file held when it was read, and who could read it then. */
public final class FileContent {

    private final byte[] bytes;
    private final FileStatus status;

    FileContent(byte[] bytes, FileStatus status) {
        this.bytes = bytes;
        this.status = status;
    }

    /**
     * What a file holds that was found sound: nobody else can lead this process to another one now. Empty if there is none.
     *
     * @throws FileException if there is one that cannot be read
     */
    public static Optional<FileContent> of(Custody custody) throws FileException {
        return custody.sound().isPresent() ? of(custody.sound().get()) : Optional.empty();
    }

    /** What a file that is no link holds; empty if absent. */
    static Optional<FileContent> of(Path target) throws FileException {
        Optional<FileStatus> status = FileStatus.ofFileToRead(target);
        if (status.isEmpty()) {
            return Optional.empty();
        }
        if (status.get().isEmpty()) {
            return Optional.of(new FileContent(new byte[0], status.get()));
        }
        try (InputStream in = open(target)) {
            FileContent content = new FileContent(in.readNBytes(SharedFile.MAX_BYTES + 1), status.get());
            checkSize(target, content.bytes);
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileException.reading(target, e);
        }
    }

    /** Without a channel, which loads two native libraries that most runs need for nothing else. */
    private static InputStream open(Path target) throws IOException, FileException {
        if (OpenFiles.isHeld(target)) {
            return channel(target);
        }
        if (target.getFileSystem().equals(FileSystems.getDefault())) {
            try {
                return new FileInputStream(target.toFile());
            } catch (FileNotFoundException e) {
                return channel(target); // whose exception tells what is wrong
            }
        }
        return channel(target);
    }

    private static InputStream channel(Path target) throws IOException, FileException {
        return Channels.newInputStream(OpenFiles.read(target, Time.OF_THE_MACHINE));
    }

    static void checkSize(Path target, byte[] bytes) throws FileException {
        if (bytes.length > SharedFile.MAX_BYTES) {
            throw new FileException(Kind.TOO_LARGE, target, Messages.tooLarge(SharedFile.MAX_BYTES >> 20));
        }
    }

    /** The bytes; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The permissions. */
    public FileMode mode() {
        return status.mode();
    }

    FileStatus status() {
        return status;
    }

    /** The same file with other bytes. */
    FileContent with(byte[] others) {
        return new FileContent(others, status);
    }

    boolean holds(byte[] others) {
        return Arrays.equals(bytes, others);
    }

    /** Without the bytes, which may be secret. */
    @Override
    public String toString() {
        return "FileContent[" + bytes.length + " bytes, mode " + mode() + "]";
    }
}
