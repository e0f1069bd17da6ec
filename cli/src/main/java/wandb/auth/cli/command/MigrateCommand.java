package wandb.auth.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.login.LoginResult.ConsentNeeded;
import wandb.auth.app.migrate.Migrate;
import wandb.auth.app.migrate.Migrate.Migration;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.AllOption;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.StoreOption;
import wandb.auth.cli.report.MigrateReport;
import wandb.auth.domain.Account;
import wandb.auth.domain.policy.WorkspaceTrust;
import wandb.auth.domain.port.account.AccountChoice;

/** {@code wandb auth migrate}: moves keys to another store. */
public final class MigrateCommand implements Command {

    private static final String DRY_RUN = "--dry-run";
    private static final StoreOption TO = new StoreOption("--to");
    private static final LoginOptions WISHES = new LoginOptions(Verification.AS_REQUIRED, false, false);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of(
                "Moves a key to another store: writes it, reads it back, and only then erases the original.");
        TO.addTo(spec, true, "The store to move to; 'wandb auth stores' lists them.");
        AccountOptions.addTo(spec);
        AllOption.addTo(spec, "The keys of every server that this machine is logged in to, and of all profiles there.");
        Options.addFlag(spec, DRY_RUN, "Only show what would be done.");
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("Move the key into the keychain of this system", "wandb auth migrate --to keyring"),
                new Example(
                        "See what would be moved, of all accounts", "wandb auth migrate --to keyring --all --dry-run"),
                new Example(
                        "Move the key of one profile back to the netrc file",
                        "wandb auth migrate --to netrc --profile work"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        boolean isAll = AllOption.isOn(arguments);
        boolean isDryRun = Options.isOn(arguments, DRY_RUN);
        if (!isDryRun) {
            context.takeOverSwitches();
        }
        StoreHandle target = TO.named(arguments, context).orElseThrow();
        if (isAll) {
            return AllOption.accounts(context)
                    .map(accounts -> all(accounts, target, arguments, context))
                    .orElse(ExitCode.FAILED);
        }
        Optional<AccountChoice> account = AccountOptions.choose(arguments, context);
        return account.isPresent()
                ? new MigrateReport(account.get(), target, context)
                        .tell(migrate(account.get(), target, isDryRun, context))
                : ExitCode.FAILED;
    }

    /** Accounts that no store has a key for are passed over in silence: the public cloud is always among them. */
    private static int all(List<Account> accounts, StoreHandle target, ParseResult arguments, CommandContext context) {
        boolean isDryRun = Options.isOn(arguments, DRY_RUN);
        int exitCode = ExitCode.DONE;
        boolean isNothing = true;
        for (Account account : accounts) {
            AccountChoice choice = AllOption.choice(account);
            Migration migration = migrate(choice, target, isDryRun, context);
            if (!(migration instanceof Migration.NothingThere)) {
                isNothing = false;
                exitCode = ExitCode.ofAll(exitCode, new MigrateReport(choice, target, context).tell(migration));
            }
        }
        if (isNothing) {
            String advice = LoginAdvice.asConfigured(arguments, context)
                    .map(login -> " " + login.saving(target))
                    .orElse("");
            context.console().error(Messages.MIGRATE_NO_KEY + advice);
            return ExitCode.NO_CREDENTIAL;
        }
        return exitCode;
    }

    private static Migration migrate(
            AccountChoice choice, StoreHandle target, boolean isDryRun, CommandContext context) {
        WorkspaceTrust trust = context.compositionRoot().trust(choice);
        Migration migration = migrate(trust, target, isDryRun, context);
        while (context.mayAsk()
                && migration instanceof Migration.Done done
                && done.result() instanceof ConsentNeeded needed
                && ConsentQuestion.isGiven(needed, choice, context)) {
            trust = trust.with(needed.consent());
            migration = migrate(trust, target, isDryRun, context);
        }
        return migration;
    }

    private static Migration migrate(
            WorkspaceTrust trust, StoreHandle target, boolean isDryRun, CommandContext context) {
        Account account = trust.choice().account();
        Migrate migrate = context.compositionRoot().migrate(trust, target);
        return isDryRun ? migrate.plan(account, WISHES) : migrate.move(account, WISHES);
    }
}
