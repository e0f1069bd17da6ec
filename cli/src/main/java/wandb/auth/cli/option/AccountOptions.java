package wandb.auth.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Trace;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.ProfileChoice;

/** The options that name the account: its server and its profile. */
public final class AccountOptions {

    private AccountOptions() {}

    public static void addTo(CommandSpec spec) {
        HostOptions.addTo(spec);
        ProfileOption.addTo(spec);
    }

    /** The account that the arguments lead to; empty if unknown, which has been reported. */
    public static Optional<AccountChoice> choose(ParseResult arguments, CommandContext context) {
        Optional<ProfileChoice> profile = ProfileOption.choose(arguments, context);
        Optional<HostChoice> host = profile.isPresent() ? HostOptions.choose(arguments, context) : Optional.empty();
        return host.isPresent() ? Optional.of(chosen(host.get(), profile.get(), context)) : Optional.empty();
    }

    /** The same, for the server at the address that a program asks for. */
    public static Optional<AccountChoice> chooseForProgram(ParseResult arguments, CommandContext context) {
        Optional<ProfileChoice> profile = ProfileOption.choose(arguments, context);
        Optional<HostChoice> host =
                profile.isPresent() ? HostOptions.chooseForProgram(arguments, context) : Optional.empty();
        return host.isPresent() ? Optional.of(chosen(host.get(), profile.get(), context)) : Optional.empty();
    }

    private static AccountChoice chosen(HostChoice host, ProfileChoice profile, CommandContext context) {
        Optional<Trace> trace = context.console().trace();
        if (trace.isPresent()) {
            trace.get()
                    .step(Messages.chosenAccountTrace(
                            host.host(), HostOptions.origin(host), profile.profile(), ProfileOption.origin(profile)));
        }
        return new AccountChoice(host, profile);
    }

    /** Whether the arguments name any part of an account. */
    static boolean isNamed(ParseResult arguments) {
        return HostOptions.isNamed(arguments) || ProfileOption.isNamed(arguments);
    }

    /** The options that name this account again, each with a blank; nothing if it is meant without them. */
    public static String options(AccountChoice choice) {
        return HostOptions.option(choice.server()) + ProfileOption.option(choice.profile());
    }
}
