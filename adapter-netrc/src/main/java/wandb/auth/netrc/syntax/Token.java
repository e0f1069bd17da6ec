package wandb.auth.netrc.syntax;

/**
 * A word of the file as Python's reader delivers it.
 *
 * @param start the offset of its first byte, a quote included
 * @param end the offset after its last byte, a closing quote included
 * @param value what it means: without quotes and backslashes, one character a byte; empty at the end of the file
 * @param quoteLeftOpen whether a quote opens it that nothing closes, so that it holds the rest of the file
 */
public record Token(int start, int end, String value, boolean quoteLeftOpen) {

    /** Whether any byte of the file belongs to it; the end of the file is a token without one. */
    public boolean isWritten() {
        return end > start;
    }

    public boolean isHash() {
        return value.startsWith("#");
    }

    /** Without the value, which may be a password. */
    @Override
    public String toString() {
        return "Token[" + start + ".." + end + "]";
    }
}
