package wandb.auth.cli;

import wandb.auth.app.Migrate.Migration;
import wandb.auth.app.NamedStore;
import wandb.auth.domain.AccountChoice;
import wandb.auth.domain.Resolution.Step;

/** Tells what came of moving a key, or would. */
final class MigrateReport {

    private final AccountChoice account;
    private final NamedStore target;
    private final Session session;

    MigrateReport(AccountChoice account, NamedStore target, Session session) {
        this.account = account;
        this.target = target;
        this.session = session;
    }

    int tell(Migration migration) {
        return switch (migration) {
            case Migration.Planned planned ->
                said("Would move the key for " + account.account().text() + " from " + place(planned.origin()) + " to "
                        + target.id() + ".");
            case Migration.There there ->
                said("The key for " + account.account().text() + " is in " + place(there.step()) + " already.");
            case Migration.Done done -> new LoginReport(account, session).tell(done.result());
            case Migration.Blocked blocked -> new LookupReport(account, session).blocked(blocked.step());
            case Migration.NothingThere nothing -> {
                session.talk()
                        .fail("No store has a key for " + account.account().text() + ". To save one: wandb login "
                                + AccountOptions.options(account) + "--store " + target.id() + " KEY");
                yield ExitCode.NO_CREDENTIAL;
            }
        };
    }

    private int said(String sentence) {
        session.talk().say(sentence);
        return ExitCode.DONE;
    }

    private static String place(Step step) {
        return step.finding().location().text();
    }
}
