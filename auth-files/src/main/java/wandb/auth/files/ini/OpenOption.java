package wandb.auth.files.ini;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An option while the lines of its value are read. */
final class OpenOption {

    private final String name;
    private final String line;
    private final IniNode node;
    private final int valueStart;
    private final int valueEnd;
    private final StringBuilder raw;
    private final List<IniNode> further = new ArrayList<>();
    private final List<IniNode> blanks = new ArrayList<>();

    OpenOption(String name, String line, IniNode node, int behindDelimiter) {
        this.name = name;
        this.line = line;
        this.node = node;
        this.valueStart = PythonText.skipSpace(line, behindDelimiter);
        this.valueEnd = PythonText.trimmedEnd(line, valueStart, line.length());
        this.raw = new StringBuilder(line.substring(valueStart, valueEnd));
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

    void addTo(IniSection section) {
        int start = node.start() + byteLength(valueStart);
        int end = node.start() + byteLength(valueEnd);
        String indentation = line.substring(0, PythonText.skipSpace(line, 0));
        section.add(new IniOption(name, node, start, end, further, raw.toString()), indentation);
    }

    private int byteLength(int characters) {
        return line.substring(0, characters).getBytes(StandardCharsets.UTF_8).length;
    }
}
