package wandb.auth.cli.terminal;

import java.util.Optional;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.TerminalDevice.Typed;
import wandb.auth.domain.Environment;

/** A question to the person at the terminal that only a clear yes answers with yes. */
public final class YesNoQuestion {

    private YesNoQuestion() {}

    /** Whether the person says yes; no if there is no terminal. */
    public static boolean isAnsweredYes(Environment environment, Console console, String question) {
        Optional<TerminalDevice> device = TerminalDevice.open(environment);
        if (device.isEmpty()) {
            return false;
        }
        try (TerminalDevice terminal = device.get()) {
            terminal.write(console.prefixed(Messages.yesNoQuestion(question)));
            boolean isYes = isYes(terminal.read());
            terminal.write((isYes ? Messages.TERMINAL_SHOWS_YES : Messages.TERMINAL_SHOWS_NO)
                    + "\n"); // what is typed is not shown: it may be a key
            return isYes;
        }
    }

    private static boolean isYes(Typed typed) {
        return typed instanceof Typed.Line line
                && (line.text().strip().equalsIgnoreCase("y")
                        || line.text().strip().equalsIgnoreCase("yes"));
    }
}
