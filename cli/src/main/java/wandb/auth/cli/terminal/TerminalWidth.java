package wandb.auth.cli.terminal;

import java.io.File;
import java.util.Optional;
import wandb.auth.domain.Environment;

/** How many columns the terminal has that a person reads on. */
public final class TerminalWidth {

    /** For what is no terminal: a program reads it, and finds each row on one line. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int USUAL = 80;
    private static final int LEAST = 20;
    private static final int MOST_DIGITS = 4;

    private TerminalWidth() {}

    /** That of standard output: {@code COLUMNS} where it is set, else what the terminal says. */
    public static int ofOutput(Environment environment) {
        return environment.terminal().output() ? of(environment) : UNLIMITED;
    }

    /** That of the terminal, wherever standard output goes. */
    static int of(Environment environment) {
        int width = number(environment.variable("COLUMNS").orElse(""));
        width = width > 0 ? width : environment.terminal().columns();
        width = width > 0 ? width : number(said(environment));
        return width > 0 ? Math.max(LEAST, width) : USUAL;
    }

    private static String said(Environment environment) {
        Optional<String> size = SystemProgram.find("stty", environment)
                .flatMap(stty -> stty.answer(new File(ControllingTerminal.DEVICE), "size"));
        return size.map(text -> text.substring(text.indexOf(' ') + 1)).orElse("");
    }

    /** The number; 0 for what is no number of columns. */
    private static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i >= MOST_DIGITS) {
                return 0;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
