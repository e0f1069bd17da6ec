package wandb.auth.cli.command;

import wandb.auth.app.login.LoginResult.ConsentNeeded;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.YesNoQuestion;
import wandb.auth.domain.port.account.AccountChoice;

/** Asks the person at the terminal before anything is done that only a workspace's file asks for. */
final class ConsentQuestion {

    private ConsentQuestion() {}

    /** Whether the person gives the consent; no if there is nobody to ask. */
    static boolean isGiven(ConsentNeeded needed, AccountChoice choice, CommandContext context) {
        return context.mayAsk()
                && YesNoQuestion.isAnsweredYes(context.environment(), context.console(), question(needed, choice));
    }

    private static String question(ConsentNeeded needed, AccountChoice choice) {
        return switch (needed.consent()) {
            case SERVER -> Messages.loginAtServerNamedBy(needed.file(), choice.host());
            case KEY -> Messages.loginWithKeyGivenBy(needed.file());
        };
    }
}
