package wandb.auth.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A source file in the layout that the formatter gives it: a block opens at the end of a line and closes at the start of
 * one, so that blocks are measured without a compiler.
 */
record SourceFile(String text) {

    private static final Pattern TYPE = Pattern.compile("\\b(class|interface|enum|record|module)\\b");

    /** What ends a sentence for people; the text of an exception for programmers is none. */
    private static final Pattern SENTENCE = Pattern.compile("\"[^\"]*[a-z]+ [a-z]+ [^\"]*[.:] ?\"");

    private static final Pattern STAR_IMPORT = Pattern.compile("(?m)^import .*\\*;$");

    int lines() {
        return (int) text.lines().count();
    }

    boolean hasStarImport() {
        return STAR_IMPORT.matcher(text).find();
    }

    /** The lines with a sentence for people. */
    List<String> sentences() {
        return code().stream()
                .filter(line -> SENTENCE.matcher(line).find() && !line.contains("Exception("))
                .toList();
    }

    /** The lines of the longest block that is not the body of a type; a method is such a block. */
    int longestBlock() {
        int longest = 0;
        Deque<Integer> openedAt = new ArrayDeque<>();
        List<String> code = code();
        for (int line = 0; line < code.size(); line++) {
            String text = code.get(line);
            if (text.startsWith("}")) {
                int opened = openedAt.pop();
                longest = opened < 0 ? longest : Math.max(longest, line - opened + 1);
            }
            if (text.endsWith("{")) {
                openedAt.push(TYPE.matcher(header(code, line)).find() ? -1 : line);
            }
        }
        return longest;
    }

    /** The line that a block opens at, with those before it as far back as its parentheses and clauses reach. */
    private static String header(List<String> code, int line) {
        StringBuilder header = new StringBuilder(code.get(line));
        for (int above = line - 1; above >= 0 && isContinued(header); above--) {
            header.insert(0, code.get(above) + " ");
        }
        return header.toString();
    }

    private static boolean isContinued(StringBuilder header) {
        return header.indexOf("implements ") == 0
                || header.indexOf("extends ") == 0
                || count(header, '(') < count(header, ')');
    }

    private static long count(CharSequence text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** The lines without their indentation; those of comments and of text blocks are empty. */
    private List<String> code() {
        List<String> code = new ArrayList<>();
        boolean inTextBlock = false;
        for (String line : text.lines().toList()) {
            String stripped = line.strip();
            boolean comment = stripped.startsWith("*") || stripped.startsWith("/*") || stripped.startsWith("//");
            code.add(comment || inTextBlock ? "" : stripped.replaceFirst(" // .*$", ""));
            inTextBlock ^= stripped.split("\"\"\"", -1).length % 2 == 0;
        }
        return code;
    }
}
