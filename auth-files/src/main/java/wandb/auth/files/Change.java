package wandb.auth.files;

import java.util.Optional;

/**
 * What an editor of a {@link SharedFile} decided.
 *
 * @param <T> the editor's own answer
 */
public final class Change<T> {

    private final Optional<byte[]> bytes;
    private final T answer;

    private Change(Optional<byte[]> bytes, T answer) {
        this.bytes = bytes;
        this.answer = answer;
    }

    /** The file stays as it is. */
    public static <T> Change<T> none(T answer) {
        return new Change<>(Optional.empty(), answer);
    }

    /** The file is to hold these bytes. */
    public static <T> Change<T> to(byte[] bytes, T answer) {
        return new Change<>(Optional.of(bytes), answer);
    }

    /** The new bytes; empty if the file stays as it is. */
    public Optional<byte[]> bytes() {
        return bytes;
    }

    /** The editor's own answer. */
    public T answer() {
        return answer;
    }
}
