package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * What this process has open, under names that nobody can give to another file: proc_pid_fd(5). Below such a name of a folder,
 * a path leads into this folder, wherever its own name leads by then.
 */
public final class Descriptors {

    /** The folder of their names. */
    public static final String NAMES = "/proc/self/fd";

    private static final Path FOLDER = Path.of(NAMES);

    /** For writing too, since opening a pipe to read it alone waits for a writer. */
    private static final Set<OpenOption> BOTH_WAYS =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private Descriptors() {}

    /** Whether the system tells their names. */
    public static boolean areNamed() {
        return Files.isDirectory(FOLDER);
    }

    /** Whether the path is the name of one. */
    public static boolean isOne(Path path) {
        return path.startsWith(FOLDER) && path.getNameCount() <= FOLDER.getNameCount() + 1;
    }

    /**
     * The name of the open file or folder that stands at this place now.
     *
     * @param place its path without a link in it
     * @return empty if something else stands there
     */
    public static Optional<Path> at(Path place) throws IOException {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(FOLDER)) {
            for (Path descriptor : descriptors) {
                if (isAt(place, descriptor)) {
                    return Optional.of(descriptor);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(Path place, Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).equals(place);
        } catch (NoSuchFileException e) {
            return false; // closed since
        }
    }

    /** Opens a file that is no link and may have become a pipe, so that it can be judged by its descriptor. */
    public static FileChannel open(Path path) throws IOException {
        try {
            return openToWrite(path);
        } catch (FileSystemException e) {
            // Nobody can have put a pipe where nothing can be written, nor in the place of a file that only grows.
            return FileChannel.open(path, READ);
        }
    }

    /** The same to write it. */
    public static FileChannel openToWrite(Path path) throws IOException {
        return FileChannel.open(path, BOTH_WAYS);
    }
}
