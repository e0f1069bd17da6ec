package wandb.auth.files.ini;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for every file, whatever its bytes, and one option. A file that is refused keeps every promise, so the
 * callers see to it that most are not.
 */
final class IniPromises {

    private final byte[] file;
    private final String section;
    private final String option;
    private final String value;

    /**
     * Names and a value that may stand in a file.
     *
     * @param file the bytes of the file
     * @param section the section of the option
     * @param option the option
     * @param value its new value
     */
    IniPromises(byte[] file, String section, String option, String value) {
        this.file = file;
        this.section = section;
        this.option = option;
        this.value = value;
    }

    /** The edit and the file, as a report shows them. */
    @Override
    public String toString() {
        return "[" + section + "] " + option + " = " + value + " in " + shown(file);
    }

    static String shown(byte[] file) {
        StringBuilder shown = new StringBuilder("\"");
        for (byte b : file) {
            char c = (char) (b & 0xff);
            shown.append(c >= ' ' && c < 0x7f && c != '\\' ? String.valueOf(c) : String.format("\\x%02x", (int) c));
        }
        return shown.append('"').toString();
    }

    /** The file; none where the parser refuses it by its own error. */
    static Optional<IniFile> parsed(byte[] file) {
        try {
            return Optional.of(IniFile.parse(file));
        } catch (IniException e) {
            assertTrue(e.line() >= 1, e.getMessage());
            return Optional.empty();
        }
    }

    /** The lines of a tree are the file, none of them empty. */
    void aTreeIsTheWholeFile() {
        Optional<IniFile> tree = parsed(file);
        if (tree.isPresent()) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (IniNode node : tree.get().nodes()) {
                assertTrue(node.end() > node.start(), node.toString());
                joined.write(file, node.start(), node.end() - node.start());
            }
            assertArrayEquals(file, joined.toByteArray());
            assertArrayEquals(file, tree.get().bytes());
        }
    }

    /** Either every value of the section can be told, or the place of one that cannot. */
    void valuesAreToldOrRefused() {
        Optional<IniFile> tree = parsed(file);
        try {
            if (tree.isPresent()) {
                tree.get().section(section);
            }
        } catch (IniException e) {
            assertTrue(e.line() >= 1, e.getMessage());
        }
    }

    /** The option has the value, every other one the value that it had, and every other byte stands. */
    void settingAnOptionChangesNothingElse() {
        Optional<IniFile> before = parsed(file);
        if (before.isPresent()) {
            IniFile after = before.get().with(section, option, value);
            Map<String, Map<String, String>> expected = raw(before.get());
            expected.computeIfAbsent(section, name -> new LinkedHashMap<>()).put(option, value.replace("%", "%%"));
            assertEquals(expected, raw(after));
            assertOnlyTheOptionIsWritten(before.get(), after);
        }
    }

    /** The option is gone, every other one has the value that it had, and every other byte stands. */
    void removingAnOptionChangesNothingElse() {
        Optional<IniFile> before = parsed(file);
        if (before.isPresent()) {
            IniFile after = before.get().without(section, option);
            Map<String, Map<String, String>> expected = raw(before.get());
            if (expected.containsKey(section)) {
                expected.get(section).remove(option);
            }
            assertEquals(expected, raw(after));
            assertFalse(after.optionNode(section, option).isPresent());
            assertEquals(withOption(before.get(), ""), text(after));
        }
    }

    /** Where the section had no such option, removing gives the file back; a line end that its last line lacked stays. */
    void removingUndoesSetting() {
        Optional<IniFile> before = parsed(file);
        boolean isNew = before.isPresent()
                && before.get().sectionNode(section).isPresent()
                && before.get().optionNode(section, option).isEmpty();
        if (isNew) {
            String undone = text(before.get().with(section, option, value).without(section, option));
            String lineEnd = undone.substring(
                    Math.min(undone.length(), text(before.get()).length()));
            assertTrue(Set.of("", "\n", "\r", "\r\n").contains(lineEnd), "more than a line end is left");
            assertEquals(text(before.get()) + lineEnd, undone);
            boolean lacked =
                    !text(before.get()).endsWith("\n") && !text(before.get()).endsWith("\r");
            assertTrue(lineEnd.isEmpty() || lacked, "a line end that no line lacked");
        }
    }

    private static String text(IniFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    /** The values as written, by section and option. */
    private static Map<String, Map<String, String>> raw(IniFile file) {
        Map<String, Map<String, String>> raw = new LinkedHashMap<>();
        file.sections().forEach((name, section) -> {
            Map<String, String> values = new LinkedHashMap<>();
            section.options().values().forEach(option -> values.put(option.name(), option.raw()));
            raw.put(name, values);
        });
        return raw;
    }

    /** The file with the value in the place of the old one; a new option in lines of its own, and no byte besides. */
    private void assertOnlyTheOptionIsWritten(IniFile before, IniFile after) {
        String escaped = value.replace("%", "%%");
        Optional<IniOption> present = before.optionNode(section, option);
        if (present.isPresent()) {
            IniOption old = present.get();
            String line = slice(before, old.node().start(), old.valueStart())
                    + escaped
                    + slice(before, old.valueEnd(), old.node().end());
            assertEquals(withOption(before, line), text(after));
            return;
        }
        String text = text(before);
        String edited = text(after);
        int added = edited.length() - text.length();
        int same = 0;
        while (same < text.length() && text.charAt(same) == edited.charAt(same)) {
            same++;
        }
        assertEquals(text.substring(same), edited.substring(same + added), "a byte was changed");
        boolean isNewSection = before.sectionNode(section).isEmpty();
        int written = (option + " = " + escaped).length() + (isNewSection ? section.length() + 2 : 0);
        int blanks = before.sectionNode(section)
                .map(node -> node.indentation().length())
                .orElse(0);
        assertTrue(added >= written && added <= written + blanks + 8, "more than an option was added");
    }

    /** The file with this text instead of the option's lines. */
    private String withOption(IniFile file, String text) {
        Optional<IniOption> node = file.optionNode(section, option);
        StringBuilder lines = new StringBuilder();
        for (IniNode line : file.nodes()) {
            boolean isFirst = node.isPresent() && line.equals(node.get().node());
            boolean isFurther = node.isPresent() && node.get().further().contains(line);
            lines.append(isFirst ? text : isFurther ? "" : slice(file, line.start(), line.end()));
        }
        return lines.toString();
    }

    private static String slice(IniFile file, int start, int end) {
        return new String(file.bytes(), start, end - start, StandardCharsets.UTF_8);
    }
}
