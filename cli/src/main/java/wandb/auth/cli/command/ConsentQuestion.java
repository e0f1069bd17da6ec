package wandb.auth.cli.command;

import java.util.Optional;
import wandb.auth.app.login.LoginResult.ConsentNeeded;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.TerminalDevice;
import wandb.auth.cli.terminal.TerminalDevice.Typed;
import wandb.auth.domain.port.account.AccountChoice;

/** Asks the person at the terminal before anything is done that only a workspace's file asks for. */
final class ConsentQuestion {

    private ConsentQuestion() {}

    /** Whether the person at the terminal gives the consent. */
    static boolean isGiven(ConsentNeeded needed, AccountChoice choice, CommandContext context) {
        return isAnsweredYes(question(needed, choice), context);
    }

    /** Only by a clear yes; not where there is no terminal. */
    private static boolean isAnsweredYes(String question, CommandContext context) {
        Optional<TerminalDevice> device = TerminalDevice.open(context.environment());
        if (device.isEmpty()) {
            return false;
        }
        try (TerminalDevice terminal = device.get()) {
            terminal.write(context.console().prefixed(Messages.yesNoQuestion(question)));
            boolean isYes = isYes(terminal.read());
            terminal.write((isYes ? Messages.YES : Messages.NO) + "\n"); // what is typed is not shown: it may be a key
            return isYes;
        }
    }

    private static boolean isYes(Typed typed) {
        return typed instanceof Typed.Line line
                && (line.text().strip().equalsIgnoreCase("y")
                        || line.text().strip().equalsIgnoreCase("yes"));
    }

    private static String question(ConsentNeeded needed, AccountChoice choice) {
        return switch (needed.consent()) {
            case SERVER -> Messages.loginAtServerNamedBy(needed.file(), choice.host());
            case KEY -> Messages.loginWithKeyGivenBy(needed.file());
        };
    }
}
