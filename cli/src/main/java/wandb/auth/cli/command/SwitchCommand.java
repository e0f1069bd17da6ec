package wandb.auth.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.profile.SwitchProfile.SwitchResult;
import wandb.auth.app.store.AccountCommand;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.HostOptions;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.cli.option.StoreOption;
import wandb.auth.cli.report.ResolutionPrinter;
import wandb.auth.cli.terminal.Console;
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
        CommandSpec spec = Command.emptySpec();
        HostOptions.addTo(spec);
        ProfileOption.addTo(spec, "Same as the PROFILE argument.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("PROFILE")
                .hideParamSyntax(true)
                .arity("0..1")
                .index("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("The profile whose key they are to find.")
                .build());
        spec.usageMessage()
                .description(
                        "Makes a profile the one that the Python SDK and other programs find in the netrc file. The"
                                + " key that they found before is kept under its own profile. Better start programs"
                                + " that run side by side with 'wandb auth exec --profile PROFILE', which changes"
                                + " nothing.");
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
                    .error("Only " + HostOptions.origin(host.get()) + " names the server "
                            + host.get().host()
                            + ", so nothing was switched. If it is the one you mean, add: "
                            + AccountCommand.server(host.get().host()));
            return ExitCode.FAILED;
        }
        context.takeOverSwitches();
        return tell(context.compositionRoot().switchProfile().switchTo(account.account()), account, context);
    }

    private static Profile profile(ParseResult arguments) {
        List<String> names = arguments.matchedPositionalValue(0, List.of());
        Optional<Profile> option = ProfileOption.named(arguments);
        if (names.size() + (option.isPresent() ? 1 : 0) != 1) {
            throw new UsageException("Name one profile: wandb auth switch PROFILE");
        }
        try {
            return option.orElseGet(() -> new Profile(names.getFirst()));
        } catch (InvalidProfileException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static int tell(SwitchResult result, AccountChoice choice, CommandContext context) {
        Console console = context.console();
        String account = choice.host() + " (profile " + choice.profile().profile() + ")";
        switch (result) {
            case SwitchResult.Done done -> {
                tell(done.active(), account, context);
                return ExitCode.DONE;
            }
            case SwitchResult.NoneFound found -> {
                ProfileSwitcher.NoneActive none = found.none();
                console.info("The Python SDK finds no key for " + choice.host() + " in "
                        + none.location().text() + " now: the profile default has none there.");
                console.info(kept(none.kept()));
                none.remarks().forEach(console::info);
                return ExitCode.DONE;
            }
            case SwitchResult.Elsewhere elsewhere ->
                console.error("The key for " + account + " is in " + elsewhere.store()
                        + ", where the Python SDK does not look. " + wayOut(elsewhere.store(), choice, context));
            case SwitchResult.NoKey none -> {
                console.error("There is no key for " + account + " in "
                        + none.location().text() + ". To save one: " + new LoginAdvice(choice, context).command());
                return ExitCode.NO_CREDENTIAL;
            }
            case SwitchResult.Failed failed ->
                console.error("Nothing was switched: " + failed.location().text() + ": " + failed.reason());
            case SwitchResult.Forbidden forbidden -> {
                return new ResolutionPrinter(choice, context).forbidden(forbidden.rule(), running(choice));
            }
        }
        return ExitCode.FAILED;
    }

    private static String wayOut(SourceId store, AccountChoice choice, CommandContext context) {
        if (!StoreOption.isInstalled(store, context)) {
            StoreHandle netrc =
                    context.compositionRoot().store(ResolutionPolicy.NETRC).orElseThrow();
            return "That store is not installed here. " + new LoginAdvice(choice, context).saving(netrc);
        }
        return running(choice) + " ; or move the key: wandb auth migrate " + AccountOptions.options(choice)
                + "--to netrc";
    }

    private static String running(AccountChoice choice) {
        return "Run programs by: wandb auth exec " + AccountOptions.options(choice) + "-- PROGRAM";
    }

    private static String kept(Profile profile) {
        return "The one that it found before is kept as that of the profile " + profile + ".";
    }

    private static void tell(ProfileSwitcher.Active active, String account, CommandContext context) {
        Console console = context.console();
        console.info("The Python SDK finds the key for " + account + " in "
                + active.location().text() + (active.kept().isPresent() ? " now." : "."));
        if (active.kept().isPresent()) {
            console.info(kept(active.kept().get()));
        }
        active.remarks().forEach(console::info);
        if (context.environment().variable("WANDB_API_KEY").isPresent()) {
            console.warn("WANDB_API_KEY comes before it: unset it to use the key of the profile.");
        }
    }
}
