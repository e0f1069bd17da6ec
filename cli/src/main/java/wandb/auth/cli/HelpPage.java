package wandb.auth.cli;

import java.util.List;
import wandb.auth.cli.command.Example;
import wandb.auth.cli.terminal.ProgramName;

/** A text of help in lines of at most 80 columns, or less on a narrower terminal; what is to be typed stays in one line. */
final class HelpPage {

    private static final int WIDEST = 80;
    private static final String INDENT = "  ";

    private final ProgramName program;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** An empty page of a program that was started by this name, for a terminal of so many columns. */
    HelpPage(ProgramName program, int columns) {
        this.program = program;
        this.width = Math.min(columns, WIDEST);
    }

    HelpPage blank() {
        text.append('\n');
        return this;
    }

    /** Sentences, in which commands are written with {@code wandb}. */
    HelpPage paragraph(String sentences) {
        wrapped(program.in(sentences), 0);
        return this;
    }

    /**
     * Rows under a heading: a label, and after it what it means. Nothing if there is no row.
     *
     * @param longest the length of the longest label that its meaning stands beside; below longer ones it begins a line
     */
    HelpPage table(String heading, List<String[]> rows, int longest) {
        if (rows.isEmpty()) {
            return this;
        }
        int longestBeside = Math.min(longest, width / 3);
        int widest = 0;
        for (String[] row : rows) {
            widest = row[0].length() <= longestBeside ? Math.max(widest, row[0].length()) : widest;
        }
        int column = INDENT.length() + widest + 2;
        text.append('\n').append(heading).append(":\n");
        for (String[] row : rows) {
            text.append(INDENT);
            int used = INDENT.length() + row[0].length();
            if (row[0].length() > longestBeside) {
                wrapped(row[0], INDENT.length());
                used = 0;
            } else {
                text.append(row[0]);
            }
            text.append(" ".repeat(column - used));
            wrapped(program.in(row[1]), column);
        }
        return this;
    }

    HelpPage examples(List<Example> examples) {
        text.append("\nExamples:\n");
        for (Example example : examples) {
            text.append(INDENT);
            wrapped(example.purpose() + ":", INDENT.length());
            text.append(INDENT)
                    .append(INDENT)
                    .append(program.in(example.line()))
                    .append('\n');
        }
        return this;
    }

    /** Words in lines, of which the first has begun at a column, and the others are indented as far. */
    private void wrapped(String words, int column) {
        int used = column;
        boolean begins = true;
        for (String word : words.split(" ", -1)) {
            if (!begins && used + 1 + word.length() > width) {
                text.append('\n').append(" ".repeat(column));
                used = column;
                begins = true;
            }
            text.append(begins ? "" : " ").append(word);
            used += word.length() + (begins ? 0 : 1);
            begins = false;
        }
        text.append('\n');
    }

    String text() {
        return text.toString();
    }
}
