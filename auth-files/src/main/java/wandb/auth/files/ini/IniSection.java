package wandb.auth.files.ini;

import java.util.LinkedHashMap;
import java.util.Map;

/** A section while its lines are read, and afterwards where one more option would go. */
final class IniSection {

    private final Map<String, IniOption> options = new LinkedHashMap<>();
    private final IniNode header;
    private IniNode last;
    private String indentation = "";

    IniSection(IniNode header) {
        this.header = header;
        this.last = header;
    }

    /** The line that it begins with. */
    IniNode header() {
        return header;
    }

    /** The options by their names. */
    Map<String, IniOption> options() {
        return options;
    }

    void add(IniOption option, String itsIndentation) {
        options.put(option.name(), option);
        last = option.further().isEmpty() ? option.node() : option.further().getLast();
        indentation = itsIndentation;
    }

    /** The section goes on under another header: only the section of defaults may. */
    void resumeAt(IniNode nextHeader) {
        last = nextHeader;
        indentation = "";
    }

    /** The next header, indented more than a new option above it, would be read as a part of that option's value. */
    void endBefore(String indentationOfNextHeader) {
        if (last.kind() == IniNode.Kind.HEADER) {
            indentation = indentationOfNextHeader;
        }
    }

    /** The last line of its last option, else its header. */
    IniNode last() {
        return last;
    }

    /** How far a new option at the end has to be indented. */
    String indentation() {
        return indentation;
    }
}
