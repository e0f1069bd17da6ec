package wandb.auth.cli.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.token.GetCredential.HandedOut;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.port.server.Verdict;

/** {@code wandb auth token}: the key itself on standard output, and nothing else. */
public final class TokenCommand implements Command {

    /** The Python SDK asks, by our hook, for the server that it speaks to. */
    private static final String FOR_SDK = "--for-sdk";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of(
                "Prints the API key of this machine, and nothing else, for a program that needs it.",
                "With WANDB_IDENTITY_TOKEN_FILE, prints the access token that the server gives for it.");
        AccountOptions.addTo(spec);
        Options.addHidden(spec, FOR_SDK);
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example(
                        "See whether there is a key, without showing it", "wandb auth token > /dev/null && echo yes"),
                new Example("Set it for the programs of a script", "export WANDB_API_KEY=\"$(wandb auth token)\""),
                new Example("Print the key of another profile", "wandb auth token --profile work"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        return Options.isOn(arguments, FOR_SDK)
                ? CredentialAccess.toSdk(context, arguments, new Printer(context))
                : CredentialAccess.to(context, arguments, new Printer(context));
    }

    /** Prints the key, or the access token that the server gives for an identity token. */
    private record Printer(CommandContext context) implements CredentialAccess.Receiver {

        @Override
        public int key(AccountChoice account, HandedOut.Key key) {
            context.out().println(key.key().reveal());
            return ExitCode.DONE;
        }

        @Override
        public int identity(AccountChoice account, IdentityToken token) {
            Console console = context.console();
            return switch (context.compositionRoot().exchanging().accessToken(account.account(), token)) {
                case TokenExchange.Granted granted -> {
                    granted.unkept().ifPresent(reason -> console.warn(Messages.accessTokenNotKept(reason)));
                    context.out().println(granted.token().reveal());
                    yield ExitCode.DONE;
                }
                case Verdict.Rejected rejected -> {
                    console.error(Messages.tokenNotAccepted(account.host(), TerminalSafe.of(rejected.said())));
                    yield ExitCode.REJECTED;
                }
                case Verdict.Unreachable unreachable -> {
                    console.error(Messages.tokenNotExchanged(unreachable.reason()));
                    yield ExitCode.UNREACHABLE;
                }
            };
        }
    }
}
