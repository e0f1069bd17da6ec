package wandb.auth.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.profile.SwitchProfile.SwitchResult;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.HostOptions;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.cli.option.StoreOption;
import wandb.auth.cli.report.ResolutionPrinter;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.Account;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileSwitcher;

/** {@code wandb auth switch}: makes a profile the one that the SDK finds in the netrc file. */
public final class SwitchCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.of("Makes a profile the one that the Python SDK and other programs find in the netrc file. The"
                        + " key that they found before is kept under its own profile. Better start programs"
                        + " that run side by side with 'wandb auth exec --profile PROFILE', which changes"
                        + " nothing.");
        HostOptions.addTo(spec);
        ProfileOption.addTo(spec, "Same as the PROFILE argument.");
        spec.addPositional(Options.arguments("PROFILE")
                .description("The profile whose key they are to find.")
                .build());
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("Let programs find the key of the profile work", "wandb auth switch work"),
                new Example("Let them find the usual one again", "wandb auth switch default"),
                new Example(
                        "Switch for a server of your own", "wandb auth switch work --host https://wandb.example.com"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        Profile profile = profile(arguments);
        Optional<HostChoice> host = HostOptions.choose(arguments, context);
        if (host.isEmpty()) {
            return ExitCode.FAILED;
        }
        AccountChoice account = new AccountChoice(host.get(), ProfileChoice.named(profile));
        if (!context.compositionRoot().trust(account).isServerNamedByUser()) {
            context.console()
                    .error(Messages.switchServerNamedBy(
                            HostOptions.origin(host.get()), host.get().host()));
            return ExitCode.FAILED;
        }
        context.takeOverSwitches();
        return tell(context.compositionRoot().switchProfile().switchTo(account.account()), account, context);
    }

    private static Profile profile(ParseResult arguments) {
        List<String> names = arguments.matchedPositionalValue(0, List.of());
        Optional<Profile> option = ProfileOption.named(arguments);
        if (names.size() + (option.isPresent() ? 1 : 0) != 1) {
            throw new UsageException(Messages.SWITCH_NAME_ONE);
        }
        try {
            return option.orElseGet(() -> new Profile(names.getFirst()));
        } catch (InvalidProfileException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static int tell(SwitchResult result, AccountChoice choice, CommandContext context) {
        Console console = context.console();
        Account account = choice.account();
        switch (result) {
            case SwitchResult.Done done -> {
                tell(done.active(), account, context);
                return ExitCode.DONE;
            }
            case SwitchResult.NoneFound found -> {
                ProfileSwitcher.NoneActive none = found.none();
                console.info(Messages.switchedToNone(choice.host(), none.location()));
                console.info(Messages.switchKept(none.kept()));
                none.remarks().forEach(console::info);
                return ExitCode.DONE;
            }
            case SwitchResult.Elsewhere elsewhere ->
                console.error(Messages.switchKeyElsewhere(account, elsewhere.store()) + " "
                        + wayOut(elsewhere.store(), choice, context));
            case SwitchResult.NoKey none -> {
                console.error(
                        Messages.switchNoKey(account, none.location(), new LoginAdvice(choice, context).command()));
                return ExitCode.NO_CREDENTIAL;
            }
            case SwitchResult.Failed failed -> console.error(Messages.switchFailed(failed.location(), failed.reason()));
            case SwitchResult.Forbidden forbidden -> {
                return new ResolutionPrinter(choice, context)
                        .forbidden(forbidden.rule(), Messages.switchRunPrograms(AccountOptions.options(choice)));
            }
        }
        return ExitCode.FAILED;
    }

    private static String wayOut(SourceId store, AccountChoice choice, CommandContext context) {
        if (!StoreOption.isInstalled(store, context)) {
            StoreHandle netrc =
                    context.compositionRoot().store(ResolutionPolicy.NETRC).orElseThrow();
            return Messages.SWITCH_STORE_NOT_INSTALLED + " " + new LoginAdvice(choice, context).saving(netrc);
        }
        return Messages.switchRunProgramsOrMove(AccountOptions.options(choice));
    }

    private static void tell(ProfileSwitcher.Active active, Account account, CommandContext context) {
        Console console = context.console();
        if (active.kept().isPresent()) {
            console.info(Messages.switchedTo(account, active.location()));
            console.info(Messages.switchKept(active.kept().get()));
        } else {
            console.info(Messages.switchedBefore(account, active.location()));
        }
        active.remarks().forEach(console::info);
        if (context.environment().variable("WANDB_API_KEY").isPresent()) {
            console.warn(Messages.SWITCH_VARIABLE_FIRST);
        }
    }
}
