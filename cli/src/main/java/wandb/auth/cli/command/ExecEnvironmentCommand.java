package wandb.auth.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.token.GetCredential.HandedOut;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.report.HookReport;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.InheritedProfile;
import wandb.auth.domain.port.account.ProfileChoice;

/**
 * What {@code wandb auth exec} needs from this process, a line each: the server's address; the key, or a dash where an
 * identity token stands for one; the profile, where one was chosen; and the mark of the account whose key it is. A dash leaves the
 * variable as it is. The launcher reads them from a pipe, sets the variables and becomes the program; it calls this, people
 * do not.
 */
public final class ExecEnvironmentCommand implements Command {

    private static final String NONE = "-";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of();
        AccountOptions.addTo(spec);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        return CredentialAccess.to(context, arguments, new Lines(context));
    }

    private record Lines(CommandContext context) implements CredentialAccess.Receiver {

        @Override
        public int key(AccountChoice account, HandedOut.Key key) {
            boolean isNobodys = key.step().source().equals(ResolutionPolicy.ENVIRONMENT);
            return lines(
                    account,
                    key.key().reveal(),
                    isNobodys ? NONE : InheritedProfile.mark(account.account(), key.key()));
        }

        /** The program finds the token by the variable that we found it by, and exchanges it itself. */
        @Override
        public int identity(AccountChoice account, IdentityToken token) {
            return lines(account, NONE, NONE);
        }

        private int lines(AccountChoice account, String key, String keyProfile) {
            if (context.environment().terminal().error()) {
                new HookReport(context).ofExec().ifPresent(context.console()::info);
            }
            ProfileChoice profile = account.profile();
            context.out().println(account.host().url());
            context.out().println(key);
            context.out().println(profile.isMade() ? profile.profile().name() : NONE);
            context.out().println(keyProfile);
            return ExitCode.DONE;
        }
    }
}
