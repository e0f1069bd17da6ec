package wandb.auth.files.ini;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One change of a file: the bytes that stay are copied, in one pass. */
final class IniEdit {

    private final IniFile file;
    private final byte[] bytes;
    private final ByteArrayOutputStream out;
    private int copied;

    IniEdit(IniFile file) {
        this.file = file;
        this.bytes = file.content();
        this.out = new ByteArrayOutputStream(bytes.length + 256);
    }

    IniFile set(String section, String option, String value) {
        String escaped = file.isRaw() ? value : value.replace("%", "%%");
        check(section, option, escaped);
        Optional<IniOption> present = file.optionNode(section, option);
        Optional<IniSection> into = file.sectionNode(section);
        if (present.isPresent()) {
            replaceValue(present.get(), escaped);
        } else if (into.isPresent()) {
            add(into.get(), option + " = " + escaped);
        } else {
            append("[" + section + "]", option + " = " + escaped);
        }
        IniFile edited = edited();
        if (edited.optionNode(section, option)
                .filter(written -> written.raw().equals(escaped))
                .isEmpty()) {
            throw new IllegalArgumentException("the name of the section or the option cannot be written");
        }
        return edited;
    }

    IniFile remove(String section, String option) {
        Optional<IniOption> present = file.optionNode(section, option);
        if (present.isEmpty()) {
            return file;
        }
        cut(present.get().node());
        cutFurther(present.get());
        return edited();
    }

    IniFile remove(Set<String> names) {
        for (Map.Entry<String, IniSection> section : file.sections().entrySet()) {
            if (names.contains(section.getKey())) {
                cut(section.getValue());
            }
        }
        if (copied == 0) {
            return file;
        }
        IniFile edited = edited();
        checkOnlyLacks(edited, names);
        return edited;
    }

    private void cut(IniSection section) {
        cutWithBlankBefore(section.header());
        for (IniOption option : section.options().values()) {
            cut(option.node());
            cutFurther(option);
        }
    }

    private void cutWithBlankBefore(IniNode header) {
        if (header.number() > 1) {
            IniNode before = file.nodes().get(header.number() - 2);
            if (before.isBlank()) {
                cut(before);
            }
        }
        cut(header);
    }

    private void checkOnlyLacks(IniFile edited, Set<String> names) {
        Map<String, Map<String, String>> expected = texts(file);
        expected.keySet().removeAll(names);
        if (!texts(edited).equals(expected)) {
            throw new IllegalArgumentException("without the sections, what follows would be read differently");
        }
    }

    private static Map<String, Map<String, String>> texts(IniFile of) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        for (String name : of.headings().keySet()) {
            Map<String, String> options = new HashMap<>();
            for (IniOption option : of.sectionNode(name).orElseThrow().options().values()) {
                options.put(option.name(), option.raw());
            }
            texts.put(name, options);
        }
        return texts;
    }

    private static void check(String section, String option, String value) {
        for (String text : new String[] {section, option, value}) {
            boolean isOneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\0') < 0;
            if (!isOneLine || !PythonText.isStripped(text) || hasLoneSurrogate(text)) {
                throw new IllegalArgumentException("a text with a line end, NUL or white space around it");
            }
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private void replaceValue(IniOption option, String value) {
        copyUntil(option.valueStart());
        write(value);
        copied = option.valueEnd();
        cutFurther(option);
    }

    private void add(IniSection section, String line) {
        IniNode last = section.last();
        copyUntil(last.end());
        String lineEnd = lineEnd(last);
        if (isCutShort(last)) {
            write(lineEnd);
        }
        write(section.indentation() + line + lineEnd);
    }

    /** Puts the lines at the end, a blank line before them where there is another section. */
    private void append(String header, String line) {
        copyUntil(bytes.length);
        String lineEnd = "\n";
        if (!file.nodes().isEmpty()) {
            IniNode last = file.nodes().getLast();
            lineEnd = lineEnd(last);
            if (isCutShort(last)) {
                write(lineEnd);
            }
            if (!last.isBlank()) {
                write(lineEnd);
            }
        }
        write(header + lineEnd + line + lineEnd);
    }

    private boolean isCutShort(IniNode node) {
        return node.contentEnd(bytes) == node.end();
    }

    /** The line's own line end; where it has none, that of the file's first line. */
    private String lineEnd(IniNode node) {
        IniNode model = isCutShort(node) ? file.nodes().getFirst() : node;
        int contentEnd = model.contentEnd(bytes);
        return contentEnd == model.end()
                ? "\n"
                : new String(bytes, contentEnd, model.end() - contentEnd, StandardCharsets.US_ASCII);
    }

    private void cutFurther(IniOption option) {
        for (IniNode node : option.further()) {
            cut(node);
        }
    }

    private void cut(IniNode node) {
        copyUntil(node.start());
        copied = node.end();
    }

    private void copyUntil(int end) {
        out.write(bytes, copied, end - copied);
        copied = end;
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private IniFile edited() {
        copyUntil(bytes.length);
        try {
            return file.isRaw() ? IniFile.parseRaw(out.toByteArray()) : IniFile.parse(out.toByteArray());
        } catch (IniException e) {
            throw new IllegalArgumentException("the name of the section or the option cannot be written", e);
        }
    }
}
