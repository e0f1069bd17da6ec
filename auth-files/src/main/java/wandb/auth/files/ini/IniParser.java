package wandb.auth.files.ini;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wandb.auth.files.message.Messages;

/** Reads a file line by line, as {@code configparser.ConfigParser} of Python 3.11 does with its default settings. */
final class IniParser {

    private final byte[] bytes;
    private final List<IniNode> nodes = new ArrayList<>();
    private final Map<String, IniSection> sections = new LinkedHashMap<>();
    private Optional<IniSection> section = Optional.empty();
    private Optional<IniOption> option = Optional.empty();
    private int indentation;

    IniParser(byte[] bytes) {
        this.bytes = bytes;
    }

    void parse() throws IniException {
        if (!isAscii()) {
            Encoding.check(bytes);
        }
        for (int start = 0; start < bytes.length; ) {
            int end = IniNode.endOf(bytes, start);
            readLine(start, end);
            start = end;
        }
    }

    private boolean isAscii() {
        int ascii = 0;
        while (ascii < bytes.length && bytes[ascii] >= 0) {
            ascii++;
        }
        return ascii == bytes.length;
    }

    List<IniNode> nodes() {
        return nodes;
    }

    Map<String, IniSection> sections() {
        return sections;
    }

    private void readLine(int start, int end) throws IniException {
        String line = new String(bytes, start, IniNode.contentEnd(bytes, start, end) - start, StandardCharsets.UTF_8);
        int textStart = PythonText.skipSpace(line, 0);
        if (textStart == line.length()) {
            IniNode blank = add(start, end, true);
            if (option.isPresent()) {
                option.get().blank(blank);
            }
        } else if (line.charAt(textStart) == '#' || line.charAt(textStart) == ';') {
            add(start, end, false);
        } else if (option.isPresent() && textStart > indentation) {
            String text = line.substring(textStart, PythonText.trimmedEnd(line, textStart, line.length()));
            option.get().continuation(add(start, end, false), text);
        } else {
            option = Optional.empty();
            indentation = textStart;
            readHeaderOrOption(line, start, end);
        }
    }

    private void readHeaderOrOption(String line, int start, int end) throws IniException {
        int lastBracket = line.lastIndexOf(']');
        if (line.charAt(indentation) == '[' && lastBracket > indentation + 1) {
            beginSection(line.substring(indentation + 1, lastBracket), add(start, end, false), line);
        } else if (section.isEmpty()) {
            throw new IniException(nodes.size() + 1, Messages.BEFORE_FIRST_SECTION, Messages.BEGIN_WITH_SECTION);
        } else {
            beginOption(line, add(start, end, false), section.get());
        }
    }

    private void beginSection(String name, IniNode header, String line) throws IniException {
        if (section.isPresent()) {
            section.get().endBefore(line.substring(0, indentation));
        }
        IniSection known = sections.get(name);
        if (known == null) {
            known = new IniSection(header);
            sections.put(name, known);
        } else if (name.equals(IniFile.DEFAULTS)) {
            known.resumeAt(header);
        } else {
            throw new IniException(header.number(), Messages.SECTION_TWICE, Messages.JOIN_SECTIONS);
        }
        section = Optional.of(known);
    }

    private void beginOption(String line, IniNode node, IniSection into) throws IniException {
        int delimiter = delimiter(line);
        if (delimiter < 0) {
            throw new IniException(node.number(), Messages.NO_EQUALS_SIGN, Messages.CORRECT_LINE);
        }
        String name = line.substring(indentation, PythonText.trimmedEnd(line, indentation, delimiter))
                .toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw new IniException(node.number(), Messages.NO_OPTION_NAME, Messages.CORRECT_LINE);
        }
        IniOption earlier = into.options().get(name);
        if (earlier != null) {
            throw new IniException(
                    node.number(), Messages.optionTwice(earlier.node().number()), Messages.REMOVE_ONE_OPTION);
        }
        IniOption begun = new IniOption(name, node, line, delimiter + 1);
        into.add(begun, line.substring(0, indentation));
        option = Optional.of(begun);
    }

    private int delimiter(String line) {
        int equals = line.indexOf('=', indentation);
        int colon = line.indexOf(':', indentation);
        return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
    }

    private IniNode add(int start, int end, boolean isBlank) {
        IniNode node = new IniNode(start, end, nodes.size() + 1, isBlank);
        nodes.add(node);
        return node;
    }
}
