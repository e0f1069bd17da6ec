package wandb.auth.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.domain.AccountChoice;
import wandb.auth.domain.HostChoice;
import wandb.auth.domain.ProfileChoice;

/** The options that name the account: its server and its profile. */
final class AccountOptions {

    private AccountOptions() {}

    static void addTo(CommandSpec spec) {
        HostOptions.addTo(spec);
        ProfileOption.addTo(spec);
    }

    /** The account that the arguments lead to; empty where nobody can tell, which has been said then. */
    static Optional<AccountChoice> choose(ParseResult arguments, Session session) {
        Optional<ProfileChoice> profile = ProfileOption.choose(arguments, session);
        Optional<HostChoice> host = profile.isPresent() ? HostOptions.choose(arguments, session) : Optional.empty();
        return host.isPresent() ? Optional.of(new AccountChoice(host.get(), profile.get())) : Optional.empty();
    }

    /** Whether the arguments name any part of an account. */
    static boolean isNamed(ParseResult arguments) {
        return HostOptions.isNamed(arguments) || ProfileOption.isNamed(arguments);
    }

    /** The command that saves a key for this account. */
    static String loginCommand(AccountChoice choice) {
        return "wandb login " + options(choice) + "KEY";
    }

    /** The options that name this account again, each with a blank; nothing where it is meant without them. */
    static String options(AccountChoice choice) {
        return HostOptions.option(choice.server()) + ProfileOption.option(choice.profile());
    }
}
