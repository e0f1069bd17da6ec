package wandb.auth.netrc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts the file into words as CPython 3.11's {@code netrc} module does: blanks are LF, CR, tab and space, a double quote
 * at the start of a word quotes it, a backslash takes the next character as it is. A word that is not quoted takes the
 * one blank behind it along, which decides whether a hash after it begins a comment.
 */
final class NetrcLexer {

    private static final int END = -1;

    private final NetrcText text;
    private final byte[] bytes;
    private int position;
    private int lineEndsRead;
    private byte[] value = new byte[128];
    private int valueLength;

    NetrcLexer(NetrcText text) {
        this.text = text;
        this.bytes = text.bytes();
        this.position = text.start();
    }

    /** How far it has read. */
    int position() {
        return position;
    }

    /** How many line ends the words so far took; those that {@link #skipLine} took do not count, nor in Python. */
    int lineEndsRead() {
        return lineEndsRead;
    }

    /** The next word; at the end of the file one without bytes. */
    Token next() {
        int start = position;
        int c = read();
        while (isWhitespace(c)) {
            start = position;
            c = read();
        }
        valueLength = 0;
        if (c == END) {
            return new Token(position, position, "", false);
        }
        return c == '"' ? quoted(start) : bare(start, c);
    }

    /** Reads to the end of the line. False at the end of the file, where there is no line any more. */
    boolean skipLine() {
        int start = position;
        position = text.skipLineEnd(text.lineEndAfter(position));
        return position > start;
    }

    private Token quoted(int start) {
        int c = read();
        while (c != END && c != '"') {
            append(c == '\\' ? read() : c);
            c = read();
        }
        return token(start, position, c == END);
    }

    private Token bare(int start, int first) {
        int c = first;
        int end = position;
        while (c != END && !isWhitespace(c)) {
            append(c == '\\' ? read() : c);
            end = position;
            c = read();
        }
        return token(start, end, false);
    }

    private Token token(int start, int end, boolean quoteLeftOpen) {
        String word = new String(value, 0, valueLength, StandardCharsets.ISO_8859_1);
        return new Token(start, end, shared(word), quoteLeftOpen);
    }

    /** One instance for each keyword: a large file holds it many thousand times. */
    private static String shared(String word) {
        return switch (word) {
            case "machine" -> "machine";
            case "login" -> "login";
            case "user" -> "user";
            case "password" -> "password";
            default -> word;
        };
    }

    private int read() {
        if (position == bytes.length) {
            return END;
        }
        int next = text.skipLineEnd(position);
        if (next > position) {
            position = next;
            lineEndsRead++;
            return '\n';
        }
        return bytes[position++] & 0xff;
    }

    private void append(int c) {
        if (c == END) {
            return;
        }
        if (valueLength == value.length) {
            value = Arrays.copyOf(value, 2 * valueLength);
        }
        value[valueLength++] = (byte) c;
    }

    private static boolean isWhitespace(int c) {
        return c == '\n' || c == ' ' || c == '\t';
    }
}
