package wandb.auth.files.ini;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes settings files, most of them such as people write, with everything in them that is hard to read. A file depends
 * on nothing but the choices, and from choices that are all zero it becomes an empty one.
 */
final class IniFiles {

    static final List<String> SECTIONS = List.of("default", "DEFAULT", "other", "Default", "a b", "]", "[x", "\u00fc");
    static final List<String> OPTIONS = List.of(
            "base_url", "api_key", "a", "b", "entity name", "[c", "\u00e4\u00f6", "\u03b1\u03c2", "i\u0307", "%(a)s");
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r", "\n\n", "\n \t\n");
    private static final List<String> INDENTATIONS =
            List.of("", "", "", " ", "\t", "    ", "\u00a0", "\u001f", "\u3000 ");
    private static final List<String> DELIMITERS = List.of(" = ", "=", ":", ": ", " :", "\t=\t", "=\u2003", "\u000b=");
    private static final List<String> VALUES = List.of(
            "https://wandb.example",
            "",
            "x = y : z",
            "true ; no comment # none",
            "100%%",
            "%(a)s",
            "%(A)s and %(b)s",
            "%(base_url)s/x",
            "%(step2)s",
            "[other]",
            "\u00fc\u20ac\ud83d\ude00",
            "\u2028x\u0085y\u000bz",
            "'quoted' \"too\"",
            "\u0000",
            "\u001b[31m",
            "x\u00a0");
    private static final List<String> MISUSED =
            List.of("%", "50% off", "%(a", "%()s", "%(nowhere)s", "%(a)d", "%(self)s");
    private static final List<String> COMMENTS =
            List.of("# a comment", "; another", "#", "   # indented = yes", ";[other]", "\u3000# \u00fc");
    private static final List<String> STRAY =
            List.of("no option", "= no name", "[]", "[open", "\ufeff", "closed]", "\f");

    private final RandomGenerator choices;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Set<String> sections = new HashSet<>();
    private final Set<String> options = new HashSet<>();
    private final String lineEnd;
    private final boolean mayBeWrong;

    private IniFiles(RandomGenerator choices, boolean mayBeWrong) {
        this.choices = choices;
        this.mayBeWrong = mayBeWrong;
        this.lineEnd = one(LINE_ENDS);
    }

    static byte[] next(RandomGenerator choices) {
        int kind = choices.nextInt(10);
        IniFiles file = new IniFiles(choices, kind > 6);
        if (kind == 9) {
            file.bytes();
            return file.out.toByteArray();
        }
        file.parts();
        return kind == 8 ? file.damaged() : file.out.toByteArray();
    }

    private void parts() {
        if (mayBeWrong && oneIn(8)) {
            write("\ufeff");
        }
        if (oneIn(3)) {
            comment();
        }
        for (int left = choices.nextInt(4); left > 0; left--) {
            section();
        }
        if (oneIn(6)) {
            write(one(INDENTATIONS) + "[" + fresh(one(SECTIONS), sections) + "]"); // without a line end
        }
    }

    private void section() {
        String name = fresh(one(SECTIONS), sections);
        options.clear();
        line((oneIn(6) ? one(INDENTATIONS) : "") + "[" + name + "]" + (oneIn(8) ? " behind it" : ""));
        String indentation = oneIn(3) ? one(INDENTATIONS) : "";
        for (int left = choices.nextInt(6); left > 0; left--) {
            switch (choices.nextInt(mayBeWrong ? 10 : 8)) {
                case 5 -> comment();
                case 6 -> line(one(INDENTATIONS));
                case 7 -> chain(indentation);
                case 8 -> line(one(STRAY));
                case 9 -> bytes();
                default -> option(oneIn(12) ? one(INDENTATIONS) : indentation);
            }
        }
    }

    private void option(String indentation) {
        String name = fresh(one(OPTIONS), options);
        boolean inCapitals = oneIn(4);
        line(indentation + (inCapitals ? name.toUpperCase(Locale.ROOT) : name) + one(DELIMITERS) + value());
        while (oneIn(5)) {
            String further = oneIn(3) ? one(INDENTATIONS) : indentation + "  " + value();
            line(further);
        }
    }

    private String value() {
        return mayBeWrong && oneIn(6) ? one(MISUSED) : one(VALUES);
    }

    /** Options of which each refers to the next; Python follows them for some steps only. */
    private void chain(String indentation) {
        int steps = 1 + choices.nextInt(12);
        if (options.add("step1")) {
            for (int step = 1; step < steps; step++) {
                line(indentation + "step" + step + " = %(step" + (step + 1) + ")s");
            }
            line(indentation + "step" + steps + " = " + (oneIn(3) ? "%%" : "end"));
        }
    }

    private void comment() {
        line(one(COMMENTS));
    }

    /** The name, changed where it is there already, unless the file may be wrong. */
    private String fresh(String name, Set<String> used) {
        String key = name.toLowerCase(Locale.ROOT);
        boolean again = !used.add(key);
        return again && !(mayBeWrong && oneIn(4)) ? name + used.size() + "-" + out.size() : name;
    }

    private void bytes() {
        for (int left = choices.nextInt(24); left > 0; left--) {
            out.write(choices.nextInt(256));
        }
    }

    /** The file with one byte replaced and another left out. */
    private byte[] damaged() {
        byte[] bytes = out.toByteArray();
        if (bytes.length == 0) {
            return bytes;
        }
        bytes[choices.nextInt(bytes.length)] = (byte) choices.nextInt(128);
        int without = choices.nextInt(bytes.length);
        out.reset();
        out.write(bytes, 0, without);
        out.write(bytes, without + 1, bytes.length - without - 1);
        return out.toByteArray();
    }

    private void line(String text) {
        write(text);
        write(oneIn(12) ? one(LINE_ENDS) : lineEnd);
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean oneIn(int times) {
        return choices.nextInt(times) == times - 1;
    }

    private String one(List<String> texts) {
        return texts.get(choices.nextInt(texts.size()));
    }
}
