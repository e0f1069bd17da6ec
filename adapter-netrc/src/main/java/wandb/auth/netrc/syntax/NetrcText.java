package wandb.auth.netrc.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The bytes of a netrc file and where its lines are. A line ends with LF, CR LF or CR, as for Python, which reads the
 * file as text.
 */
public final class NetrcText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final byte[] bytes;

    /** Lines are counted on from the last time: in a large file the same are asked for again and again. */
    private int countedTo;

    private int lineEndsCounted;

    public NetrcText(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    /** Where the text begins: after a byte order mark, if there is one. */
    public int start() {
        if (bytes.length < BYTE_ORDER_MARK.length) {
            return 0;
        }
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (bytes[i] != BYTE_ORDER_MARK[i]) {
                return 0;
            }
        }
        return BYTE_ORDER_MARK.length;
    }

    /** The line that the offset is in, counted from 1. */
    public int line(int offset) {
        if (offset < countedTo) {
            countedTo = 0;
            lineEndsCounted = 0;
        }
        for (int i = countedTo; i < offset; i++) {
            if (bytes[i] <= '\r' && endsLine(i)) {
                lineEndsCounted++;
            }
        }
        countedTo = offset;
        return lineEndsCounted + 1;
    }

    /** The character of its line that the offset is at, counted from 1. */
    public int column(int offset) {
        int column = 1;
        for (int i = Math.max(lineStart(offset), start()); i < offset; i++) {
            boolean continuesCharacter = (bytes[i] & 0xc0) == 0x80;
            column += continuesCharacter ? 0 : 1;
        }
        return column;
    }

    /** Where the offset's line begins. */
    public int lineStart(int offset) {
        int at = offset;
        while (at > start() && !endsLine(at - 1)) {
            at--;
        }
        return at;
    }

    /** The offset of the first line end from there on, or of the end of the file. */
    public int lineEndAfter(int offset) {
        int at = offset;
        while (!isAtLineEnd(at)) {
            at++;
        }
        return at;
    }

    /** Whether only blanks stand between the beginning of its line and the offset. */
    public boolean isFirstOnLine(int offset) {
        int before =
                skipBlanksBackwards(offset); // not from the beginning of the line, which may hold thousands of entries
        return before == start() || endsLine(before - 1);
    }

    /** The first offset from there on that holds no space or tab. */
    public int skipBlanks(int offset) {
        int at = offset;
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The offset after the spaces and tabs that end there. */
    public int skipBlanksBackwards(int offset) {
        int at = offset;
        while (at > start() && isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    public boolean isAtLineEnd(int offset) {
        return offset == bytes.length || bytes[offset] == '\n' || bytes[offset] == '\r';
    }

    /** The offset after the line end that is there, or the offset if there is none. */
    public int skipLineEnd(int offset) {
        if (offset < bytes.length && bytes[offset] == '\r') {
            return offset + 1 < bytes.length && bytes[offset + 1] == '\n' ? offset + 2 : offset + 1;
        }
        return offset < bytes.length && bytes[offset] == '\n' ? offset + 1 : offset;
    }

    public boolean isWhitespace(int offset) {
        return isAtLineEnd(offset) || isBlank(bytes[offset]);
    }

    public boolean endsWithLineEnd() {
        return bytes.length == start() || endsLine(bytes.length - 1);
    }

    /** The line end to write: CR LF in a file whose first line ends so, else LF. */
    public String lineEnd() {
        for (int i = 0; i < bytes.length; i++) {
            if (endsLine(i)) {
                return i > 0 && bytes[i] == '\n' && bytes[i - 1] == '\r' ? "\r\n" : "\n";
            }
        }
        return "\n";
    }

    /** The text between the offsets, one character a byte. */
    public String slice(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** How many bytes both texts begin with. */
    public int sameStart(NetrcText other) {
        int different = Arrays.mismatch(bytes, other.bytes);
        return different < 0 ? bytes.length : different;
    }

    /** Where in the other text begins what both end with. */
    public int sameEnd(NetrcText other) {
        int at = bytes.length;
        int otherAt = other.bytes.length;
        while (at > 0 && otherAt > 0 && bytes[at - 1] == other.bytes[otherAt - 1]) {
            at--;
            otherAt--;
        }
        return otherAt;
    }

    /** Whether Python can read it, which takes a byte order mark for a word and stops at any other encoding. */
    public boolean isUtf8WithoutMark() {
        return start() == 0 && firstInvalidUtf8().isEmpty();
    }

    /** The first offset that is not UTF-8. */
    public OptionalInt firstInvalidUtf8() {
        if (isAscii()) {
            return OptionalInt.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean invalid =
                StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
        return invalid ? OptionalInt.of(in.position()) : OptionalInt.empty();
    }

    /** Whether every other byte of the beginning is zero, or a mark says so: text in UTF-16, of either byte order. */
    public boolean isUtf16() {
        if (bytes.length < 2) {
            return false;
        }
        int mark = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        return mark == 0xfffe || mark == 0xfeff || (bytes[0] == 0) != (bytes[1] == 0);
    }

    private boolean isAscii() {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line ends with this byte; the CR of a CR LF does not count. */
    private boolean endsLine(int offset) {
        byte b = bytes[offset];
        return b == '\n' || (b == '\r' && (offset + 1 == bytes.length || bytes[offset + 1] != '\n'));
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
