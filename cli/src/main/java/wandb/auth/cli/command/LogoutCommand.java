package wandb.auth.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.logout.LogOut.LogoutResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.AllOption;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.ProfileGuess;
import wandb.auth.cli.report.LogoutReport;
import wandb.auth.domain.Account;
import wandb.auth.domain.port.account.AccountChoice;

/** {@code wandb logout}: erases a server's key from every store. */
public final class LogoutCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of(
                "Erases the API key of a server from every store, looks again, and reports what still provides"
                        + " one.",
                "The key itself stays valid until it is revoked on the server.");
        AccountOptions.addTo(spec);
        AllOption.addTo(spec, "Every server that this machine is logged in to, and all profiles there.");
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("Erase the key of the server in use", "wandb logout"),
                new Example("Erase that of another server", "wandb logout --host https://wandb.example.com"),
                new Example("Erase every key of this machine", "wandb logout --all"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        context.takeOverSwitches();
        if (AllOption.isOn(arguments)) {
            return AllOption.accounts(context)
                    .map(accounts -> all(accounts, context))
                    .orElse(ExitCode.FAILED);
        }
        Optional<AccountChoice> account = AccountOptions.choose(arguments, context);
        if (account.isEmpty()) {
            return ExitCode.FAILED;
        }
        LogoutResult result = context.compositionRoot().logOut().logOut(account.get());
        int exitCode = new LogoutReport(account.get().account(), context.console()).tell(result);
        if (result.isNothing()) {
            ProfileGuess.line(arguments, context)
                    .ifPresent(line -> context.console().info(Messages.didYouMean(line)));
        }
        return exitCode;
    }

    /** Accounts that nothing is kept for are passed over in silence: the public cloud is always among them. */
    private static int all(List<Account> accounts, CommandContext context) {
        List<AccountChoice> choices = accounts.stream().map(AllOption::choice).toList();
        List<LogoutResult> results = context.compositionRoot().logOut().logOut(choices);
        int exitCode = ExitCode.DONE;
        boolean isNothing = true;
        for (int i = 0; i < results.size(); i++) {
            LogoutResult result = results.get(i);
            if (!result.isNothing()) {
                isNothing = false;
                exitCode = ExitCode.ofAll(exitCode, new LogoutReport(accounts.get(i), context.console()).tell(result));
            }
        }
        if (isNothing) {
            context.console().info(Messages.LOGOUT_FROM_NOWHERE);
        }
        return exitCode;
    }
}
