package wandb.auth.files.ini;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An INI file as Python's {@code configparser.ConfigParser} reads it with its default settings (Python 3.11): what that
 * module refuses is refused here too. An edit gives a new file in which every byte stays that it does not have to
 * change.
 *
 * <p>The rules, in short: names and values are separated by {@code =} or {@code :}; a line that begins with {@code #}
 * or {@code ;} is a comment, and there is no other kind; a line indented deeper than its option continues the value;
 * names of options are folded to lower case; a section or an option may not come twice; every section inherits from
 * {@code [DEFAULT]}.
 */
public final class IniFile {

    /** The section that all others inherit from; alone it may have several headers. */
    public static final String DEFAULTS = "DEFAULT";

    private final byte[] bytes;
    private final List<IniNode> nodes;
    private final Map<String, IniSection> sections;

    private IniFile(byte[] bytes, IniParser parsed) {
        this.bytes = bytes;
        this.nodes = List.copyOf(parsed.nodes());
        this.sections = Map.copyOf(parsed.sections());
    }

    /** A file without a line. */
    public static IniFile empty() {
        byte[] none = {};
        return new IniFile(none, new IniParser(none));
    }

    /**
     * The file that the bytes are.
     *
     * @throws IniProblem where they are none; the first of its problems
     */
    public static IniFile parse(byte[] bytes) throws IniProblem {
        byte[] copy = bytes.clone();
        IniParser parser = new IniParser(copy);
        parser.parse();
        return new IniFile(copy, parser);
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The values of a section by the names of their options in lower case, those that it inherits included.
     *
     * @return empty where there is no such section
     * @throws IniProblem where one of the values cannot be told, since a percent sign in it is misused
     */
    public Optional<Map<String, IniValue>> section(String name) throws IniProblem {
        IniSection section = sections.get(name);
        if (section == null) {
            return Optional.empty();
        }
        Map<String, IniOption> options = new LinkedHashMap<>();
        IniSection defaults = sections.get(DEFAULTS);
        if (defaults != null) {
            options.putAll(defaults.options());
        }
        options.putAll(section.options());
        Map<String, IniValue> values = new LinkedHashMap<>();
        for (IniOption option : options.values()) {
            values.put(option.name(), Interpolation.value(option, options));
        }
        return Optional.of(values);
    }

    /**
     * This file with the option set in the section: in its place where it is there, else behind the section's last
     * option, in a section at the end of the file where there is none yet. Percent signs are escaped.
     *
     * @param section the name of the section
     * @param option the name of the option, in lower case
     * @param value the value, which reads back as it is
     * @throws IllegalArgumentException where one of the texts cannot stand in such a file: it holds a line end or NUL,
     *     or the value begins or ends with white space
     */
    public IniFile with(String section, String option, String value) {
        return new IniEdit(this).set(section, option, value);
    }

    /**
     * This file with the lines of the option taken out of the section, where it has it; an inherited option stays.
     *
     * @param section the name of the section
     * @param option the name of the option, in lower case
     */
    public IniFile without(String section, String option) {
        return new IniEdit(this).remove(section, option);
    }

    List<IniNode> nodes() {
        return nodes;
    }

    Map<String, IniSection> sections() {
        return sections;
    }

    Optional<IniSection> sectionNode(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    Optional<IniOption> optionNode(String section, String option) {
        return sectionNode(section).map(found -> found.options().get(option));
    }

    byte[] content() {
        return bytes;
    }

    /** Without the content, which may hold a secret. */
    @Override
    public String toString() {
        return "IniFile[" + bytes.length + " bytes]";
    }
}
