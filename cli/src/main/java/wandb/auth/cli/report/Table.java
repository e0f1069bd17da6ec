package wandb.auth.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under headings, each column as wide as its longest text. Where they are wider than the terminal, each row becomes a
 * paragraph, a line for each column.
 */
public final class Table {

    private static final int GAP = 2;

    private final List<String> headings;
    private final List<Row> rows = new ArrayList<>();

    /** A table without rows. */
    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row. */
    public void row(String... cells) {
        rows.add(new Row(List.of(cells), new ArrayList<>()));
    }

    /** Adds a sentence about the last row. */
    public void note(String sentence) {
        rows.getLast().notes().add(sentence);
    }

    /** The table for a terminal of that many columns; nothing if there are no rows. */
    public String text(int width) {
        if (rows.isEmpty()) {
            return "";
        }
        return widthOfAll() <= width ? wide() : narrow();
    }

    private String wide() {
        StringBuilder text = new StringBuilder();
        line(headings, text);
        for (Row row : rows) {
            line(row.cells(), text);
            notes(row, text);
        }
        return text.toString();
    }

    private void line(List<String> cells, StringBuilder text) {
        for (int column = 0; column < cells.size(); column++) {
            boolean isLast = column == cells.size() - 1;
            text.append(cells.get(column));
            text.repeat(
                    ' ', isLast ? 0 : width(column) + GAP - cells.get(column).length());
        }
        text.append('\n');
    }

    private String narrow() {
        StringBuilder text = new StringBuilder();
        int label = 0;
        for (String heading : headings) {
            label = Math.max(label, heading.length());
        }
        for (Row row : rows) {
            text.append(text.isEmpty() ? "" : "\n");
            for (int column = 0; column < headings.size(); column++) {
                text.append(headings.get(column))
                        .repeat(' ', label + GAP - headings.get(column).length());
                text.append(row.cells().get(column)).append('\n');
            }
            notes(row, text);
        }
        return text.toString();
    }

    private static void notes(Row row, StringBuilder text) {
        for (String note : row.notes()) {
            text.append("    ").append(note).append('\n');
        }
    }

    private int widthOfAll() {
        int all = 0;
        for (int column = 0; column < headings.size(); column++) {
            all += width(column) + (column == 0 ? 0 : GAP);
        }
        return all;
    }

    private int width(int column) {
        int width = headings.get(column).length();
        for (Row row : rows) {
            width = Math.max(width, row.cells().get(column).length());
        }
        return width;
    }

    private record Row(List<String> cells, List<String> notes) {}
}
