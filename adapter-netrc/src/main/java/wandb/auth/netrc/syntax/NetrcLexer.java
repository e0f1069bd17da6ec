package wandb.auth.netrc.syntax;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the file into words as CPython 3.11's {@code netrc} module does: blanks are LF, CR, tab and space, a double quote
 * at the start of a word quotes it, a backslash takes the next character as it is. A word that is not quoted takes the
 * one blank behind it along, which decides whether a hash after it begins a comment.
 *
 * <p>It stands on one word at a time and makes no object of it unless asked: a file may hold hundreds of thousands.
 */
final class NetrcLexer {

    private static final int END = -1;

    private final NetrcText text;
    private final byte[] bytes;
    private int position;
    private int start;
    private int end;
    private boolean crossedLineEnd;
    private boolean quoteLeftOpen;

    /** What the word means where that is not what its bytes say. */
    private @Nullable String meaning;

    private NetrcLexer(NetrcText text, int position) {
        this.text = text;
        this.bytes = text.bytes();
        this.position = position;
    }

    /** One that stands before the first word. */
    public NetrcLexer(NetrcText text) {
        this(text, text.start());
    }

    /** The word that begins there. */
    public static Token wordAt(int offset, NetrcText text) {
        NetrcLexer lexer = new NetrcLexer(text, offset);
        lexer.next();
        return lexer.word();
    }

    /** How far it has read. */
    public int position() {
        return position;
    }

    /** Goes on to the next word; at the end of the file to one without bytes. */
    public void next() {
        crossedLineEnd = false;
        quoteLeftOpen = false;
        meaning = null;
        start = behindBlanks(position);
        int at = behindPlain(start);
        if (at < bytes.length && !isBlank(bytes[at])) {
            position = start;
            readSpecial();
            return;
        }
        end = at;
        position = at;
        if (at > start) {
            read();
        }
    }

    /** Whether a line ended since the word before; those that {@link #skipLine} took do not count, nor in Python. */
    public boolean crossedLineEnd() {
        return crossedLineEnd;
    }

    /** The offset of the word's first byte. */
    public int start() {
        return start;
    }

    /** The offset behind the word's last byte. */
    public int end() {
        return end;
    }

    public boolean quoteLeftOpen() {
        return quoteLeftOpen;
    }

    /** Whether the word means nothing, as an empty pair of quotes does, or is the end of the file. */
    public boolean isEmpty() {
        return meaning == null ? end == start : meaning.isEmpty();
    }

    public boolean isHash() {
        return meaning == null ? end > start && bytes[start] == '#' : meaning.startsWith("#");
    }

    /** Whether the word means this one, which is in ASCII. */
    public boolean is(String word) {
        if (meaning != null) {
            return meaning.equals(word);
        }
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** What the word means, one character a byte. */
    public String value() {
        return meaning == null ? new String(bytes, start, end - start, StandardCharsets.ISO_8859_1) : meaning;
    }

    /** The word. */
    public Token word() {
        return new Token(start, end, value(), quoteLeftOpen);
    }

    /** Reads to the end of the line. False at the end of the file, where there is no line any more. */
    public boolean skipLine() {
        int before = position;
        position = text.skipLineEnd(text.lineEndAfter(position));
        return position > before;
    }

    private int behindBlanks(int offset) {
        byte[] all = bytes; // the two loops that look at every byte do not look at a field for each
        int at = offset;
        while (at < all.length && isBlank(all[at])) {
            crossedLineEnd |= all[at] == '\n' || all[at] == '\r';
            at++;
        }
        return at;
    }

    /** The first offset from there on with a blank, a backslash or a quote. */
    private int behindPlain(int offset) {
        byte[] all = bytes;
        int at = offset;
        while (at < all.length && ((all[at] > '"' && all[at] != '\\') || isPlain(all[at]))) {
            at++;
        }
        return at;
    }

    /** Reads a word with a quote or a backslash. */
    private void readSpecial() {
        StringBuilder value = new StringBuilder();
        int c = read();
        if (c == '"') {
            c = read();
            while (c != END && c != '"') {
                append(c == '\\' ? read() : c, value);
                c = read();
            }
            end = position;
            quoteLeftOpen = c == END;
        } else {
            while (c != END && !isBlank((byte) c)) {
                append(c == '\\' ? read() : c, value);
                end = position;
                c = read();
            }
        }
        meaning = value.toString();
    }

    /** The next byte; for any line end LF. */
    private int read() {
        if (position == bytes.length) {
            return END;
        }
        int next = text.skipLineEnd(position);
        if (next > position) {
            position = next;
            crossedLineEnd = true;
            return '\n';
        }
        return bytes[position++] & 0xff;
    }

    private static void append(int c, StringBuilder value) {
        if (c != END) {
            value.append((char) c);
        }
    }

    private static boolean isPlain(byte b) {
        return !isBlank(b) && b != '\\' && b != '"';
    }

    private static boolean isBlank(byte b) {
        return b <= ' ' && (b == ' ' || b == '\n' || b == '\t' || b == '\r');
    }
}
