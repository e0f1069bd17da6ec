package wandb.auth.files.ini;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An option as it stands in a section; the further lines of its value are added as they are read. */
final class IniOption {

    private final String name;
    private final IniNode node;
    private final int valueStart;
    private final int valueEnd;
    private final StringBuilder raw;
    private final List<IniNode> further = new ArrayList<>();
    private final List<IniNode> blanks = new ArrayList<>();

    /**
     * An option of one line.
     *
     * @param line the text of the line
     * @param behindDelimiter the place in it after the equals sign
     */
    IniOption(String name, IniNode node, String line, int behindDelimiter) {
        int start = PythonText.skipSpace(line, behindDelimiter);
        int end = PythonText.trimmedEnd(line, start, line.length());
        this.name = name;
        this.node = node;
        this.valueStart = node.start() + byteLength(line, start);
        this.valueEnd = node.start() + byteLength(line, end);
        this.raw = new StringBuilder(line.substring(start, end));
    }

    private static int byteLength(String line, int characters) {
        return line.substring(0, characters).getBytes(StandardCharsets.UTF_8).length;
    }

    /** A blank line: it counts only where the value continues after it. */
    void blank(IniNode blank) {
        blanks.add(blank);
    }

    void continuation(IniNode continuation, String text) {
        raw.repeat('\n', blanks.size() + 1).append(text);
        further.addAll(blanks);
        further.add(continuation);
        blanks.clear();
    }

    /** Its name in lower case. */
    String name() {
        return name;
    }

    /** Its first line. */
    IniNode node() {
        return node;
    }

    /** The offset of its value on the first line. */
    int valueStart() {
        return valueStart;
    }

    /** The offset after its value on the first line. */
    int valueEnd() {
        return valueEnd;
    }

    /** The other lines of its value; comments between them are not among them. */
    List<IniNode> further() {
        return further;
    }

    /** Its value before references are replaced. */
    String raw() {
        return raw.toString();
    }
}
