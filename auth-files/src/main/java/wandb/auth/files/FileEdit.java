package wandb.auth.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;

/**
 * One edit of a file: what it holds is read, changed and written, as often as it takes until nobody else wrote it
 * in the meantime.
 *
 * @param <T> the type of the editor's answer
 */
final class FileEdit<T> {

    private static final int MOST_ATTEMPTS = 16;

    private final Path path;
    private final boolean keepsRights;
    private final EditLock.Held lock;
    private final Function<Optional<FileContent>, Change<T>> editor;

    private boolean created;
    private boolean inPlace;
    private Optional<FileMode> tightenedFrom = Optional.empty();

    /** What another program wrote into the file that we had replaced just then. */
    private Optional<FileContent> late = Optional.empty();

    /** What we put in its place. */
    private byte[] ours = new byte[0];

    FileEdit(Path path, boolean keepsRights, EditLock.Held lock, Function<Optional<FileContent>, Change<T>> editor) {
        this.path = path;
        this.keepsRights = keepsRights;
        this.lock = lock;
        this.editor = editor;
    }

    EditResult<T> run() throws FileException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try (Target target = Target.of(path, lock.way());
                    ReplacedFile old = ReplacedFile.openAtRest(target.file(), lock.time())) {
                removeLitter(target.file(), attempt);
                Optional<EditResult<T>> edited = attempt(target, old);
                if (edited.isPresent()) {
                    return edited.get();
                }
            }
        }
        throw new FileException(Kind.BUSY, path, Messages.KEEPS_CHANGING);
    }

    private void removeLitter(Path target, int attempt) {
        if (attempt == 0 && lock.folder().isPresent()) {
            StaleTempFiles.removeIn(SharedFile.directoryOf(target));
        }
    }

    /** Empty if another program wrote the file in the meantime. */
    private Optional<EditResult<T>> attempt(Target target, ReplacedFile old) throws FileException {
        Optional<FileContent> present = old.content();
        boolean isMerge =
                late.isPresent() && present.isPresent() && present.get().holds(ours);
        Optional<FileContent> shown = isMerge ? late : present;
        Change<T> change = editor.apply(shown);
        Optional<byte[]> wanted = isMerge && change.bytes().isEmpty() ? shown.map(FileContent::bytes) : change.bytes();
        if (wanted.isPresent()) {
            FileContent.checkSize(target.file(), wanted.get());
        }
        return isDone(present, wanted) || isWritten(target, old, wanted.get())
                ? Optional.of(new EditResult<>(change.answer(), created, tightenedFrom, inPlace))
                : Optional.empty();
    }

    private boolean isDone(Optional<FileContent> present, Optional<byte[]> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        return holds(present, wanted.get()) && !isTightened(present.get());
    }

    private static boolean holds(Optional<FileContent> present, byte[] bytes) {
        return present.isPresent() && present.get().holds(bytes);
    }

    private boolean isTightened(FileContent present) {
        return !keepsRights && present.mode().isOpenToOthers();
    }

    /** False where another program wrote the file too, before we did or just then. */
    private boolean isWritten(Target target, ReplacedFile old, byte[] bytes) throws FileException {
        Optional<FileContent> present = old.content();
        Replacement replacement = new Replacement(target, old, keepsRights, lock);
        if (!replacement.write(bytes)) {
            return false;
        }
        if (present.isEmpty()) {
            created = true;
        } else if (isTightened(present.get())) {
            tightenedFrom = Optional.of(present.get().mode());
        }
        inPlace = replacement.isInPlace();
        ours = bytes;
        late = replacement.late();
        return late.isEmpty();
    }
}
