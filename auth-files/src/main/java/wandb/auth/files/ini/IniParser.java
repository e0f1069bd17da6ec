package wandb.auth.files.ini;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wandb.auth.files.ini.IniNode.Kind;
import wandb.auth.files.message.Messages;

/** Reads a file line by line, as {@code configparser.ConfigParser} of Python 3.11 does with its default settings. */
final class IniParser {

    private final byte[] bytes;
    private final List<IniNode> nodes = new ArrayList<>();
    private final Map<String, IniSection> sections = new LinkedHashMap<>();
    private Optional<IniSection> section = Optional.empty();
    private Optional<OpenOption> option = Optional.empty();
    private int indentation;

    IniParser(byte[] bytes) {
        this.bytes = bytes;
    }

    void parse() throws IniException {
        Encoding.check(bytes);
        for (int start = 0; start < bytes.length; ) {
            int end = Lines.endOf(bytes, start);
            readLine(start, end);
            start = end;
        }
        closeOption();
    }

    List<IniNode> nodes() {
        return nodes;
    }

    Map<String, IniSection> sections() {
        return sections;
    }

    private void readLine(int start, int end) throws IniException {
        String line = new String(bytes, start, Lines.contentEnd(bytes, start, end) - start, StandardCharsets.UTF_8);
        int textStart = PythonText.skipSpace(line, 0);
        if (textStart == line.length()) {
            IniNode blank = add(Kind.BLANK, start, end);
            if (option.isPresent()) {
                option.get().blank(blank);
            }
        } else if (line.charAt(textStart) == '#' || line.charAt(textStart) == ';') {
            add(Kind.COMMENT, start, end);
        } else if (option.isPresent() && textStart > indentation) {
            String text = line.substring(textStart, PythonText.trimmedEnd(line, textStart, line.length()));
            option.get().continuation(add(Kind.CONTINUATION, start, end), text);
        } else {
            closeOption();
            indentation = textStart;
            readHeaderOrOption(line, start, end);
        }
    }

    private void readHeaderOrOption(String line, int start, int end) throws IniException {
        int lastBracket = line.lastIndexOf(']');
        if (line.charAt(indentation) == '[' && lastBracket > indentation + 1) {
            beginSection(line.substring(indentation + 1, lastBracket), add(Kind.HEADER, start, end), line);
        } else if (section.isEmpty()) {
            throw new IniException(nodes.size() + 1, Messages.BEFORE_FIRST_SECTION, Messages.BEGIN_WITH_SECTION);
        } else {
            beginOption(line, add(Kind.OPTION, start, end), section.get());
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
        option = Optional.of(new OpenOption(name, line, node, delimiter + 1));
    }

    private int delimiter(String line) {
        int equals = line.indexOf('=', indentation);
        int colon = line.indexOf(':', indentation);
        return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
    }

    private void closeOption() {
        if (option.isPresent() && section.isPresent()) {
            option.get().addTo(section.get());
        }
        option = Optional.empty();
    }

    private IniNode add(Kind kind, int start, int end) {
        IniNode node = new IniNode(kind, start, end, nodes.size() + 1);
        nodes.add(node);
        return node;
    }
}
