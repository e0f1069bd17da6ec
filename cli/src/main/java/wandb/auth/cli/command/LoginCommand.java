package wandb.auth.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.login.LogIn;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.LoginResult.ConsentNeeded;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.StoreOption;
import wandb.auth.cli.report.LoginReport;
import wandb.auth.cli.terminal.InputException;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.WorkspaceTrust;
import wandb.auth.domain.port.account.AccountChoice;

/** {@code wandb login}: saves an API key, or tells which credential is there already. */
public final class LoginCommand implements Command {

    private static final String KEY_STDIN = "--key-stdin";
    private static final String RELOGIN = "--relogin";
    private static final String VERIFY = "--verify";
    private static final String NO_VERIFY = "--no-verify";
    private static final String ALLOW_HTTP = "--allow-http";
    private static final String KEEP_PLAINTEXT = "--keep-plaintext";
    private static final StoreOption STORE = new StoreOption("--store");
    private static final String ANONYMOUSLY = "--anonymously";
    private static final String BROWSER = "--browser";
    private static final String NO_BROWSER = "--no-browser";
    private static final String NO_OFFLINE = "--no-offline";
    private static final String OPEN = "--open";

    /** How often a person is asked for a key that the server accepts. */
    private static final int MOST_TRIES = 3;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of(
                "Saves an API key in the netrc file, where the Python SDK finds it too, or in another store.",
                "Without KEY: reports the key in use, or asks for one.",
                "Looks in WANDB_API_KEY, then in the settings files (wandb/settings in this",
                "folder and in ~/.config), then in the store that the key was last saved to, then in",
                "the netrc file (NETRC, ~/.netrc, ~/_netrc).",
                "Remembers --host and --cloud in the settings files, for the SDK too.");
        AccountOptions.addTo(spec);
        Options.addFlag(spec, KEY_STDIN, "Read the key from standard input: one line.");
        Options.addFlag(spec, RELOGIN, "Always ask for a new key.");
        Options.addFlag(
                spec,
                OPEN,
                "Open the page that issues keys in a browser before asking for a key. Not as root and not over ssh.");
        Options.addFlag(
                spec,
                VERIFY,
                "Ask the server first; a key that it rejects is not saved. Shows the user and the default team.");
        Options.addFlag(spec, NO_VERIFY, "Do not ask the server (the default).");
        Options.addFlag(spec, ALLOW_HTTP, "With --verify: send the key over plain http too.");
        STORE.addTo(
                spec,
                false,
                "The store to save the key in; 'wandb auth stores' lists them. Without KEY: use the key that is in the"
                        + " store already, else move the current key there.");
        Options.addFlag(spec, KEEP_PLAINTEXT, "Keep the key in the netrc file as well when saving to another store.");
        // For scripts written for the SDK, which no longer offers it either.
        Options.addHidden(spec, ANONYMOUSLY);
        // And for those of the SDK's versions to come.
        Options.addHidden(spec, BROWSER, NO_BROWSER, NO_OFFLINE);
        spec.addPositional(
                Options.arguments("[KEY]").description("The API key to save.").build());
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("Save a key, typed without being shown; asks only if there is no key yet", "wandb login"),
                new Example(
                        "Take the key from a file, and let the server check it first",
                        "wandb login --verify --key-stdin < key.txt"),
                new Example("Log in to a server of your own", "wandb login --host https://wandb.example.com"),
                new Example(
                        "Keep the key in the keychain of this system, not in a file",
                        "wandb login --store keyring --relogin"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        Optional<String> argument = GivenKey.argument(arguments.matchedPositionalValue(0, List.of()), context);
        boolean fromInput = Options.isOn(arguments, KEY_STDIN);
        if (fromInput && argument.isPresent()) {
            throw new UsageException(Messages.LOGIN_KEY_AND_INPUT);
        }
        if (Options.isOn(arguments, OPEN) && (fromInput || argument.isPresent())) {
            throw new UsageException(Messages.LOGIN_PAGE_BESIDE_KEY);
        }
        refuseContradictions(arguments);
        if (Options.isOn(arguments, ANONYMOUSLY)) {
            context.console().warn(Messages.LOGIN_NEVER_ANONYMOUS);
        }
        if (Options.isOn(arguments, BROWSER)) {
            context.console().warn(Messages.LOGIN_OPTIONS_OF_SDK);
        }
        try {
            // The key first: choosing the server may open files, and a bad key must not.
            Optional<ApiKey> key = GivenKey.of(argument, fromInput, context);
            Optional<AccountChoice> account = AccountOptions.choose(arguments, context);
            int exitCode = account.isPresent() ? logIn(account.get(), key, arguments, context) : ExitCode.FAILED;
            if (key.isEmpty() && (exitCode == ExitCode.DONE || exitCode == ExitCode.NO_CREDENTIAL)) {
                GivenKey.tellOfUnreadInput(account.orElseThrow(), context);
            }
            return exitCode;
        } catch (InputException e) {
            context.console().error(e.getMessage() + " " + Messages.LOGIN_SAVED_NOTHING);
            if (!e.command().isEmpty()) {
                context.console().info(Messages.typeInstead(e.command()));
            }
            return ExitCode.FAILED;
        } finally {
            hintAtHistory(argument, context);
        }
    }

    private static void hintAtHistory(Optional<String> argument, CommandContext context) {
        if (!argument.orElse("").isEmpty() && context.environment().terminal().error()) {
            context.console().info(Messages.LOGIN_KEY_IN_HISTORY);
        }
    }

    private static int logIn(
            AccountChoice choice, Optional<ApiKey> key, ParseResult arguments, CommandContext context) {
        context.takeOverSwitches();
        Optional<StoreHandle> named = STORE.named(arguments, context);
        LoginOptions options = new LoginOptions(
                verification(arguments),
                choice.server().isNamedByCommandLine(),
                Options.isOn(arguments, KEEP_PLAINTEXT));
        if (options.keepsPlaintext()) {
            refuseToKeepWhatIsNotReplaced(store(named, choice, context));
        }
        WorkspaceTrust trust = context.compositionRoot().trust(choice);
        Optional<LoginResult> result = attempt(trust, key, named, options, arguments, context);
        while (context.mayAsk()
                && result.isPresent()
                && result.get() instanceof ConsentNeeded needed
                && ConsentQuestion.isGiven(needed, choice, context)) {
            trust = trust.with(needed.consent());
            result = attempt(trust, key, named, options, arguments, context);
        }
        return result.isPresent() ? new LoginReport(choice, context).tell(result.get()) : ExitCode.NO_CREDENTIAL;
    }

    /** The result of the login; empty if a person was asked for a key and gave none, which has been reported. */
    private static Optional<LoginResult> attempt(
            WorkspaceTrust trust,
            Optional<ApiKey> key,
            Optional<StoreHandle> named,
            LoginOptions options,
            ParseResult arguments,
            CommandContext context) {
        AccountChoice choice = trust.choice();
        LogIn logIn = context.compositionRoot().logIn(trust);
        if (key.isPresent()) {
            StoreHandle store = store(named, choice, context);
            KeySource source = source(arguments);
            return Optional.of(logIn.save(new SaveKeyCommand(choice.account(), key.get(), store, source, options)));
        }
        if (!Options.isOn(arguments, RELOGIN)) {
            LoginResult existing = logIn.useExisting(choice.account(), named, options);
            if (!(isKeyWanted(existing, named, context) && context.mayAsk())) {
                return Optional.of(existing);
            }
        }
        StoreHandle store = store(named, choice, context);
        KeyPrompt prompt = new KeyPrompt(choice, store, context, Options.isOn(arguments, OPEN));
        return ask(prompt, logIn, choice, store, options, context);
    }

    private static KeySource source(ParseResult arguments) {
        if (Options.isOn(arguments, KEY_STDIN)) {
            return new KeySource.Input();
        }
        return new KeySource.Argument();
    }

    /** Whether it holds no key; neither does a store that is gone and that no key is to be kept in any more. */
    private static boolean isKeyWanted(LoginResult existing, Optional<StoreHandle> named, CommandContext context) {
        return existing instanceof LoginResult.NoCredential
                || (named.isPresent()
                        && existing instanceof LoginResult.Blocked blocked
                        && !StoreOption.isInstalled(blocked.step().source(), context));
    }

    private static Optional<LoginResult> ask(
            KeyPrompt prompt,
            LogIn logIn,
            AccountChoice choice,
            StoreHandle store,
            LoginOptions options,
            CommandContext context) {
        Account account = choice.account();
        Optional<LoginResult> result = logIn.beforeAsking(account, store, options);
        for (int tries = 1; result.isEmpty(); tries++) {
            Optional<ApiKey> typed = prompt.ask();
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            LoginResult attempted =
                    logIn.save(new SaveKeyCommand(account, typed.get(), store, new KeySource.Input(), options));
            if (attempted instanceof LoginResult.Rejected rejected && tries < MOST_TRIES) {
                new LoginReport(choice, context).tellRejection(rejected);
            } else {
                result = Optional.of(attempted);
            }
        }
        return result;
    }

    private static StoreHandle store(Optional<StoreHandle> named, AccountChoice choice, CommandContext context) {
        return named.isPresent() ? named.get() : StoreOption.usual(choice.account(), context);
    }

    private static void refuseToKeepWhatIsNotReplaced(StoreHandle store) {
        if (store.id().equals(ResolutionPolicy.NETRC)) {
            throw new UsageException(Messages.LOGIN_PLAINTEXT_IS_TARGET);
        }
    }

    private static void refuseContradictions(ParseResult arguments) {
        boolean isVerified = Options.isOn(arguments, VERIFY);
        if (isVerified && Options.isOn(arguments, NO_VERIFY)) {
            throw new UsageException(Messages.LOGIN_VERIFIED_AND_NOT);
        }
        if (!isVerified && Options.isOn(arguments, ALLOW_HTTP)) {
            throw new UsageException(Messages.LOGIN_HTTP_UNVERIFIED);
        }
    }

    private static Verification verification(ParseResult arguments) {
        if (Options.isOn(arguments, VERIFY)) {
            return Options.isOn(arguments, ALLOW_HTTP) ? Verification.WANTED_ALSO_UNENCRYPTED : Verification.WANTED;
        }
        return Options.isOn(arguments, NO_VERIFY) ? Verification.UNWANTED : Verification.AS_REQUIRED;
    }
}
