package wandb.auth.files;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;

/**
 * Reads a file when nobody seems to be in the middle of writing it. The SDK and many editors empty a file and then fill
 * it: what is read in between looks like all there is.
 */
final class QuiescentRead {

    /** How long a file must have been left alone. */
    private static final long MILLIS = 20;

    /** The same for an empty file, whose writer may be waiting for its turn on a busy machine. */
    private static final long MILLIS_IF_EMPTY = 500;

    private static final long LONGEST_MILLIS = 10_000;

    private QuiescentRead() {}

    /** The file, read and kept open. */
    static ReplacedFile open(Path target, Time time) throws FileException {
        long end = time.nanoTime() + LONGEST_MILLIS * 1_000_000;
        while (true) {
            ReplacedFile file = ReplacedFile.open(target, time);
            Optional<FileContent> content = file.content();
            long rest = content.isPresent() ? millisToRest(content.get(), time) : 0;
            if (rest <= 0) {
                return file;
            }
            file.close();
            if (time.nanoTime() - end > 0 || !time.pause(rest)) {
                throw new FileException(Kind.BUSY, target, Messages.KEEPS_CHANGING);
            }
        }
    }

    /** A time in the future is that of another clock and tells nothing. */
    private static long millisToRest(FileContent content, Time time) {
        long age = time.currentTimeMillis()
                - content.status().attributes().lastModifiedTime().toMillis();
        return age < 0 ? 0 : (content.bytes().length == 0 ? MILLIS_IF_EMPTY : MILLIS) - age;
    }
}
