package wandb.auth.cli.report;

import wandb.auth.app.login.LoginResult;
import wandb.auth.app.migrate.Migrate.Migration;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.domain.Location;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.account.AccountChoice;

/** Reports the result of moving a key, or would. */
public record MigrateReport(AccountChoice account, StoreHandle target, CommandContext context) {

    public int tell(Migration migration) {
        return switch (migration) {
            case Migration.Planned planned ->
                said(Messages.movePlanned(account.account(), place(planned.origin()), target.id()));
            case Migration.There there -> said(Messages.moveNotNeeded(account.account(), place(there.step())));
            case Migration.Taken taken -> {
                context.console()
                        .error(Messages.moveOverAnotherKey(place(taken.held()), account.account(), target.id()));
                yield ExitCode.FAILED;
            }
            case Migration.Done done ->
                done.result() instanceof LoginResult.Forbidden forbidden
                        ? new ResolutionPrinter(account, context).forbidsMoving(forbidden.rule())
                        : new LoginReport(account, context).tell(done.result());
            case Migration.Blocked blocked -> new ResolutionPrinter(account, context).blocked(blocked.step());
            case Migration.NothingThere nothing -> {
                context.console()
                        .error(Messages.moveOfNothing(account.account()) + " "
                                + new LoginAdvice(account, context).saving(target));
                yield ExitCode.NO_CREDENTIAL;
            }
        };
    }

    private int said(String sentence) {
        context.console().info(sentence);
        return ExitCode.DONE;
    }

    private static Location place(Step step) {
        return step.finding().location();
    }
}
