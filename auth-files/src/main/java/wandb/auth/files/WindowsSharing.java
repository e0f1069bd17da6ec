package wandb.auth.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * What is different on Windows, where a program that has a file open can keep others from opening, renaming and deleting it. Scanners
 * and indexers do so for a moment with every file that is new. So each such step is tried again for two seconds.
 */
final class WindowsSharing {

    /** With pauses of 1, 2, 4 milliseconds and so on between them. */
    static final int MOST_TRIES = 12;

    private final Time time;

    WindowsSharing(Time time) {
        this.time = time;
    }

    /** Something that another program can keep from being done. */
    @FunctionalInterface
    interface Step<T> {
        T take() throws IOException, FileException;
    }

    /** Opens a file, or whatever else a lack of rights ends at once. */
    <T> T open(Step<T> step) throws IOException, FileException {
        for (int tried = 1; ; tried++) {
            try {
                return step.take();
            } catch (FileSystemException e) {
                if (!isSharing(e) || !mayTryAgain(tried)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Puts the new file in the place of the old one, which is closed first: nothing takes the place of what is open. Before each
     * further try it is read again.
     *
     * @param move gives the new file its name
     * @return false where the file changed meanwhile
     */
    boolean replace(Step<?> move, Path target, ReplacedFile old) throws IOException, FileException {
        old.close();
        for (int tried = 1; ; tried++) {
            try {
                move.take();
                return true;
            } catch (FileSystemException e) {
                boolean isHeld = isSharing(e) || e instanceof AccessDeniedException;
                if (!isHeld || !mayTryAgain(tried)) {
                    throw e;
                }
            }
            try (ReplacedFile now = ReplacedFile.open(target, time)) {
                if (!now.isSameAs(old)) {
                    return false;
                }
            }
        }
    }

    /** A violation of sharing has no type of its own in the JDK. */
    private static boolean isSharing(FileSystemException e) {
        return e.getClass() == FileSystemException.class;
    }

    private boolean mayTryAgain(int tried) {
        return tried < MOST_TRIES && time.pause(1L << (tried - 1));
    }
}
