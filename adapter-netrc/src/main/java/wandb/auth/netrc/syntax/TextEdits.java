package wandb.auth.netrc.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import wandb.auth.netrc.syntax.NetrcNode.Field;

/** Changes to the bytes of a file, collected in any order and applied at once; what no change names stays. */
public final class TextEdits {

    private record Splice(int start, int end, String text) {}

    private final NetrcText text;
    private final List<Splice> splices = new ArrayList<>();

    public TextEdits(NetrcText text) {
        this.text = text;
    }

    /** Puts the text there. */
    public void insert(int offset, String inserted) {
        replace(offset, offset, inserted);
    }

    /** Puts the text, one byte a character, in the place of the bytes between; no two changes may overlap. */
    public void replace(int start, int end, String replacement) {
        splices.add(new Splice(start, end, replacement));
    }

    /** Takes a keyword and its value out, with the line that they have to themselves. */
    public void erase(Field field) {
        int start = field.keyword().start();
        int end = field.value().isWritten()
                ? field.value().end()
                : field.keyword().end();
        int blanksEnd = text.skipBlanks(end);
        if (text.isFirstOnLine(start) && text.isAtLineEnd(blanksEnd)) {
            replace(text.skipBlanksBackwards(start), text.skipLineEnd(blanksEnd), "");
        } else {
            replace(text.skipBlanksBackwards(start), end, text.isWhitespace(end) ? "" : " ");
        }
    }

    /** Whether all changes end before or at the offset. */
    public boolean stayBefore(int offset) {
        for (Splice splice : splices) {
            if (splice.end() > offset) {
                return false;
            }
        }
        return true;
    }

    public byte[] apply() {
        // Not Comparator.comparingInt: its lambda is one that the class cache of the image cannot keep.
        splices.sort((one, other) -> Integer.compare(one.start(), other.start()));
        ByteBuffer out = ByteBuffer.allocate(length());
        int copied = 0;
        for (Splice splice : splices) {
            out.put(text.bytes(), copied, splice.start() - copied);
            out.put(splice.text().getBytes(StandardCharsets.ISO_8859_1));
            copied = splice.end();
        }
        out.put(text.bytes(), copied, text.length() - copied);
        return out.array();
    }

    /** How many bytes there will be. */
    private int length() {
        int length = text.length();
        for (Splice splice : splices) {
            length += splice.text().length() - (splice.end() - splice.start());
        }
        return length;
    }
}
