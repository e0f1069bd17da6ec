package wandb.auth.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.status.ShowStatus.Status;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.report.Answer;
import wandb.auth.cli.report.HookReport;
import wandb.auth.cli.report.StatusJson;
import wandb.auth.cli.report.StatusText;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Rule;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.port.account.AccountChoice;

/** {@code wandb status}: the server, what every source says, and which one a login uses. */
public final class StatusCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of("Shows the server, every source consulted, in order, and the credential in use."
                + " Keys are shown by kind, length and last four characters.");
        AccountOptions.addTo(spec);
        Options.addFlag(spec, Options.JSON, "Print one JSON object instead of text.");
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("See which key is used, and where it comes from", "wandb status"),
                new Example(
                        "The same for another server and profile",
                        "wandb status --host https://wandb.example.com --profile work"),
                new Example("Answer a script", "wandb status --json"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        Optional<AccountChoice> account = AccountOptions.choose(arguments, context);
        if (account.isEmpty()) {
            return ExitCode.FAILED;
        }
        Status status = context.compositionRoot()
                .showStatus(account.get())
                .status(account.get(), context.query(account.get().account()));
        String webApp = account.get().host().appUrl(context.environment());
        HookReport hook = new HookReport(context);
        if (Options.isOn(arguments, Options.JSON)) {
            context.out().print(context.console().program().inJson(new StatusJson(status, webApp, hook.on()).text()));
        } else {
            new Answer(context)
                    .print(new StatusText(status, webApp, advice(account.get(), context)).text()
                            + hook.ofStatus(status.resolution().decision()));
        }
        return exitCode(status.resolution().decision());
    }

    private static String advice(AccountChoice account, CommandContext context) {
        return context.compositionRoot()
                .policy()
                .forbidsHost(account.host())
                .map(Rule::text)
                .orElseGet(() -> Messages.statusSaveKey(new LoginAdvice(account, context).command()));
    }

    private static int exitCode(Decision decision) {
        return switch (decision) {
            case Decision.Use use -> ExitCode.DONE;
            case Decision.Blocked blocked ->
                blocked.step().finding().outcome() instanceof Outcome.Refused ? ExitCode.FORBIDDEN : ExitCode.FAILED;
            case Decision.Nothing nothing -> ExitCode.NO_CREDENTIAL;
        };
    }
}
