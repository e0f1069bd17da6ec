package wandb.auth.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts, each column as wide as its longest text. */
public final class Table {

    private static final int GAP = 2;

    private final List<String[]> rows = new ArrayList<>();

    public void row(String... cells) {
        rows.add(cells);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                boolean isLast = column == row.length - 1;
                text.append(row[column]);
                text.repeat(' ', isLast ? 0 : width(column) + GAP - row[column].length());
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        int width = 0;
        for (String[] row : rows) {
            width = Math.max(width, row[column].length());
        }
        return width;
    }
}
