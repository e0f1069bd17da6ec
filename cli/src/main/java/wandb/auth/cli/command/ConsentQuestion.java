package wandb.auth.cli.command;

import java.util.Optional;
import java.util.function.Function;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.LoginResult.ConsentNeeded;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.YesNoQuestion;
import wandb.auth.domain.policy.WorkspaceTrust;
import wandb.auth.domain.port.account.AccountChoice;

/** Asks the person at the terminal before anything is done that only a workspace's file asks for. */
final class ConsentQuestion {

    private ConsentQuestion() {}

    /** The result of a login or move after the person was asked for whatever consent it needs. */
    static <T> T result(
            AccountChoice choice,
            CommandContext context,
            Function<WorkspaceTrust, T> attempt,
            Function<T, Optional<LoginResult>> outcome) {
        WorkspaceTrust trust = context.compositionRoot().trust(choice);
        while (true) {
            T result = attempt.apply(trust);
            Optional<LoginResult> login = outcome.apply(result);
            if (login.isPresent() && login.get() instanceof ConsentNeeded needed && isGiven(needed, choice, context)) {
                trust = trust.with(needed.consent());
            } else {
                return result;
            }
        }
    }

    private static boolean isGiven(ConsentNeeded needed, AccountChoice choice, CommandContext context) {
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
