package wandb.auth.cli.report;

import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.terminal.TerminalWidth;

/**
 * The answer of a command to a person, on standard output. On a terminal no line is longer than that is wide, unless it is a
 * word or a command, which would be of no use in two pieces.
 */
public final class Answer {

    private static final int LONGEST_LABEL = 12;
    private static final int HANGING = 4;

    private final CommandContext context;
    private final int width;

    /** Answers on this terminal. */
    public Answer(CommandContext context) {
        this.context = context;
        this.width = TerminalWidth.ofOutput(context.environment());
    }

    /** The columns that there are. */
    public int width() {
        return width;
    }

    /** Prints the text. */
    public void print(String text) {
        String named = context.console().program().in(text);
        context.out().print(fitted(named, width, context.console().program().typed()));
    }

    /** The text with lines of at most this width; a command begins with the name and ends with its line. */
    static String fitted(String text, int width, String command) {
        StringBuilder fitted = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            if (line.length() <= width) {
                fitted.append(line);
            } else {
                wrap(line, width, command, fitted);
            }
            fitted.append(end < text.length() ? "\n" : "");
            start = end + 1;
        }
        return fitted.toString();
    }

    private static void wrap(String line, int width, String command, StringBuilder fitted) {
        int indent = Math.min(indent(line), width / 2);
        int commandAt = line.indexOf(": " + command + " ");
        int used = 0;
        int at = 0;
        boolean isLineStart = true;
        while (at < line.length()) {
            boolean isCommand = commandAt >= 0 && afterBlanks(line, at) == commandAt + 2;
            int end = isCommand ? line.length() : wordEnd(line, at);
            if (!isLineStart && used + end - at > width) {
                fitted.append('\n').repeat(' ', indent);
                used = indent;
                at = afterBlanks(line, at);
            }
            fitted.append(line, at, end);
            used += end - at;
            at = end;
            isLineStart = false;
        }
    }

    /** Where lines after the first begin: under the text after a label, else a little to the right of the line. */
    private static int indent(String line) {
        int start = afterBlanks(line, 0);
        int gap = line.indexOf("  ", start);
        int text = gap < 0 ? line.length() : afterBlanks(line, gap);
        return gap >= 0 && text <= LONGEST_LABEL ? text : start + HANGING;
    }

    /** The end of the blanks from there, and of the word after them. */
    private static int wordEnd(String line, int from) {
        int end = afterBlanks(line, from);
        while (end < line.length() && line.charAt(end) != ' ') {
            end++;
        }
        return end;
    }

    private static int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
