package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in the language of manual pages, by the macros of mdoc(7). Written here because picocli's own generator makes
 * AsciiDoc, whose converter is a Ruby program of many times the size of this build.
 */
final class Roff {

    /** Longer lines are legal; editors and the checks of mandoc prefer these. */
    private static final int WIDTH = 78;

    private final StringBuilder text = new StringBuilder();

    /** A macro with arguments that are macros or words without a blank. */
    Roff macro(String line) {
        text.append('.').append(line).append('\n');
        return this;
    }

    Roff section(String title) {
        return macro("Sh " + title);
    }

    /** A list of entries, each a macro and what stands after it. */
    Roff list(List<String[]> entries) {
        macro("Bl -tag -width Ds");
        for (String[] entry : entries) {
            macro("It " + entry[0]).sentences(entry[1]);
        }
        return macro("El");
    }

    /** Running text. Each sentence starts on a line, which is how the formatter knows where one ends. */
    Roff sentences(String prose) {
        StringBuilder line = new StringBuilder();
        for (String word : prose.split(" ", -1)) {
            String escaped = escaped(word);
            boolean ends = !line.isEmpty() && line.charAt(line.length() - 1) == '.';
            if (ends || line.length() + 1 + escaped.length() > WIDTH) {
                line(line);
            }
            line.append(line.isEmpty() ? "" : " ").append(escaped);
        }
        return line(line);
    }

    private Roff line(StringBuilder line) {
        if (!line.isEmpty()) {
            boolean isMacro = line.charAt(0) == '.' || line.charAt(0) == '\'';
            text.append(isMacro ? "\\&" : "").append(line).append('\n');
            line.setLength(0);
        }
        return this;
    }

    /** Words as an argument of a macro, which must not read them as macros or as several. */
    static String argument(String words) {
        String escaped = escaped(words);
        boolean needsQuotes = escaped.indexOf(' ') >= 0;
        boolean isShort = escaped.length() <= 3; // as the names of macros are
        return needsQuotes ? "\"" + escaped + "\"" : isShort ? "\\&" + escaped : escaped;
    }

    /** A line of several words as the arguments of a macro, none of which is read as a macro. */
    static String literal(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            words.add(word.length() <= 3 ? "\\&" + escaped(word) : escaped(word));
        }
        return String.join(" ", words);
    }

    /** Words with the characters that the formatter would replace or obey. */
    private static String escaped(String words) {
        return words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("\"", "\\(dq")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }

    String text() {
        return text.toString();
    }
}
