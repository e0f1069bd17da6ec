package wandb.auth.cli.report;

import wandb.auth.app.login.LoginResult;
import wandb.auth.app.migrate.Migrate.Migration;
import wandb.auth.app.store.AccountCommand;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.account.AccountChoice;

/** Reports the result of moving a key, or would. */
public final class MigrateReport {

    private final AccountChoice account;
    private final StoreHandle target;
    private final CommandContext context;

    public MigrateReport(AccountChoice account, StoreHandle target, CommandContext context) {
        this.account = account;
        this.target = target;
        this.context = context;
    }

    public int tell(Migration migration) {
        return switch (migration) {
            case Migration.Planned planned ->
                said("Would move the key for " + account.account().text() + " from " + place(planned.origin()) + " to "
                        + target.id() + ".");
            case Migration.There there ->
                said("The key for " + account.account().text() + " is in " + place(there.step()) + " already.");
            case Migration.Taken taken -> {
                context.console()
                        .error(place(taken.held()) + " has another key for "
                                + account.account().text()
                                + ", so nothing was moved. To use that one: "
                                + AccountCommand.logIn(account.account(), "--store " + target.id() + " ")
                                + " ; to replace it, give the key: "
                                + AccountCommand.logIn(account.account(), "--store " + target.id() + " --relogin "));
                yield ExitCode.FAILED;
            }
            case Migration.Done done ->
                done.result() instanceof LoginResult.Forbidden forbidden
                        ? new ResolutionPrinter(account, context).forbidsMoving(forbidden.rule())
                        : new LoginReport(account, context).tell(done.result());
            case Migration.Blocked blocked -> new ResolutionPrinter(account, context).blocked(blocked.step());
            case Migration.NothingThere nothing -> {
                context.console()
                        .error("No store has a key for " + account.account().text() + ". "
                                + new LoginAdvice(account, context).saving(target));
                yield ExitCode.NO_CREDENTIAL;
            }
        };
    }

    private int said(String sentence) {
        context.console().info(sentence);
        return ExitCode.DONE;
    }

    private static String place(Step step) {
        return step.finding().location().text();
    }
}
