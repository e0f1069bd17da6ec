package wandb.auth.files.ini;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final boolean isRaw;
    private final List<IniNode> nodes;
    private final Map<String, IniSection> sections;

    private IniFile(byte[] bytes, boolean isRaw, IniParser parsed) {
        this.bytes = bytes;
        this.isRaw = isRaw;
        this.nodes = List.copyOf(parsed.nodes());
        this.sections = Collections.unmodifiableMap(new LinkedHashMap<>(parsed.sections()));
    }

    /** A file without a line. */
    public static IniFile empty() {
        return empty(false);
    }

    /** The same, with the rules of {@link #parseRaw}. */
    public static IniFile emptyRaw() {
        return empty(true);
    }

    private static IniFile empty(boolean isRaw) {
        byte[] none = {};
        return new IniFile(none, isRaw, new IniParser(none));
    }

    /**
     * The file that the bytes are.
     *
     * @throws IniException if they are not valid; the first of its problems
     */
    public static IniFile parse(byte[] bytes) throws IniException {
        return parse(bytes, false);
    }

    /**
     * The same where a percent sign in a value is itself, as in {@code ConfigParser(interpolation=None)}.
     *
     * @throws IniException if they are not valid; the first of its problems
     */
    public static IniFile parseRaw(byte[] bytes) throws IniException {
        return parse(bytes, true);
    }

    private static IniFile parse(byte[] bytes, boolean isRaw) throws IniException {
        byte[] copy = bytes.clone();
        IniParser parser = new IniParser(copy);
        parser.parse();
        return new IniFile(copy, isRaw, parser);
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The names of the sections in the order of the file, each with the line of its first header, counted from 1. */
    public Map<String, Integer> headings() {
        Map<String, Integer> headings = new LinkedHashMap<>();
        for (Map.Entry<String, IniSection> section : sections.entrySet()) {
            headings.put(section.getKey(), section.getValue().header().number());
        }
        return headings;
    }

    /**
     * The values of a section by the names of their options in lower case, those that it inherits included.
     *
     * @return empty if there is no such section
     * @throws IniException if one of the values cannot be told, since a percent sign in it is misused
     */
    public Optional<Map<String, IniValue>> section(String name) throws IniException {
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
            IniValue plain = new IniValue(option.raw(), option.node().number());
            values.put(option.name(), isRaw ? plain : Interpolation.value(option, options));
        }
        return Optional.of(values);
    }

    /**
     * This file with the option set in the section: in its place where it is there, else after the section's last
     * option, in a section at the end of the file if there is none yet. Percent signs are escaped where they mean more
     * than themselves.
     *
     * @param section the name of the section
     * @param option the name of the option, in lower case
     * @param value the value, which reads back as it is
     * @throws IllegalArgumentException if one of the texts cannot stand in such a file: it holds a line end or NUL,
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

    /**
     * This file without the section, where it has it: its header, its options and a blank line before it are taken out;
     * its comments stay.
     *
     * @param section the name of a section other than {@link #DEFAULTS}
     * @throws IllegalArgumentException if what stands after it would then read as something else
     */
    public IniFile without(String section) {
        return without(Set.of(section));
    }

    /** The same for several sections. */
    public IniFile without(Set<String> names) {
        return new IniEdit(this).remove(names);
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

    boolean isRaw() {
        return isRaw;
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
