package wandb.auth.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountChoice;
import wandb.auth.domain.HostChoice;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.Profile;
import wandb.auth.domain.ProfileChoice;
import wandb.auth.domain.port.Parsed;

/** The option that means every account that is known. */
final class AllOption {

    private static final String ALL = "--all";

    private AllOption() {}

    static void addTo(CommandSpec spec, String description) {
        spec.addOption(OptionSpec.builder(ALL).description(description).build());
    }

    /** Whether the arguments have it; they must not name an account then. */
    static boolean isOn(ParseResult arguments) {
        boolean isOn = Parser.isOn(arguments, ALL);
        if (isOn && AccountOptions.isNamed(arguments)) {
            throw new UsageException("--all means every server and profile: leave out --host, --cloud and --profile.");
        }
        return isOn;
    }

    /** The accounts; empty where nobody knows which there are, which has been said then. */
    static Optional<List<Account>> accounts(Session session) {
        if (session.wiring().accounts().saved() instanceof Parsed.Invalid<?> invalid) {
            session.talk().fail(invalid.location().text() + ": " + invalid.reason() + " Nothing was changed.");
            return Optional.empty();
        }
        return Optional.of(session.wiring().accounts().known());
    }

    /** The account as if the command line named it; of a default profile, its server alone. */
    static AccountChoice choice(Account account) {
        HostChoice host = new HostChoice(account.host(), HostOrigin.OPTION, Optional.empty());
        Profile profile = account.profile();
        return new AccountChoice(host, profile.isDefault() ? ProfileChoice.NONE : ProfileChoice.named(profile));
    }
}
