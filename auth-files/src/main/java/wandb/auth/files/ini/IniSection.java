package wandb.auth.files.ini;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A section while its lines are read, and afterwards where one more option would go. */
final class IniSection {

    private final Map<String, IniOption> options = new LinkedHashMap<>();
    private final IniNode header;
    private IniNode lastHeader;

    /** The last option below the last header. */
    private Optional<IniOption> last = Optional.empty();

    private String indentation = "";

    IniSection(IniNode header) {
        this.header = header;
        this.lastHeader = header;
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
        last = Optional.of(option);
        indentation = itsIndentation;
    }

    /** The section goes on under another header: only the section of defaults may. */
    void resumeAt(IniNode nextHeader) {
        lastHeader = nextHeader;
        last = Optional.empty();
        indentation = "";
    }

    /** The next header, indented more than a new option above it, would be read as a part of that option's value. */
    void endBefore(String indentationOfNextHeader) {
        if (last.isEmpty()) {
            indentation = indentationOfNextHeader;
        }
    }

    /** The last line of its last option, else its header. */
    IniNode last() {
        if (last.isEmpty()) {
            return lastHeader;
        }
        IniOption option = last.get();
        return option.further().isEmpty() ? option.node() : option.further().getLast();
    }

    /** How far a new option at the end has to be indented. */
    String indentation() {
        return indentation;
    }
}
