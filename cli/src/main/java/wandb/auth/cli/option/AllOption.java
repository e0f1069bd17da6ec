package wandb.auth.cli.option;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Profile;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.ProfileChoice;

/** The option that means every account that is known. */
public final class AllOption {

    private static final String ALL = "--all";

    private AllOption() {}

    public static void addTo(CommandSpec spec, String description) {
        Options.addFlag(spec, ALL, description);
    }

    /** Whether the arguments have it; they must not name an account then. */
    public static boolean isOn(ParseResult arguments) {
        boolean isOn = Options.isOn(arguments, ALL);
        if (isOn && AccountOptions.isNamed(arguments)) {
            throw new UsageException(Messages.ALL_OPTION_BESIDE_ACCOUNT);
        }
        return isOn;
    }

    /** The accounts; empty if unknown, which has been reported. */
    public static Optional<List<Account>> accounts(CommandContext context) {
        if (context.compositionRoot().accounts().saved() instanceof Parsed.Invalid<?> invalid) {
            context.console().error(Messages.allOptionWithoutAccounts(invalid.location(), invalid.reason()));
            return Optional.empty();
        }
        return Optional.of(context.compositionRoot().accounts().knownAnywhere());
    }

    /** The account as if the command line named it; of a default profile, its server alone. */
    public static AccountChoice choice(Account account) {
        HostChoice host = new HostChoice(account.host(), HostOrigin.OPTION, Optional.empty());
        Profile profile = account.profile();
        return new AccountChoice(host, profile.isDefault() ? ProfileChoice.NONE : ProfileChoice.named(profile));
    }
}
