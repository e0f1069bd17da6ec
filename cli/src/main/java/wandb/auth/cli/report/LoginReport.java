package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.lookup.SdkChoice.Difference;
import wandb.auth.app.store.AccountCommand;
import wandb.auth.app.store.KeySource;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.ConfigurationRepository.Changed;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.domain.spi.Saved;

/** Reports the result of a login. */
public final class LoginReport {

    private final AccountChoice account;
    private final CommandContext context;
    private final Console console;

    public LoginReport(AccountChoice account, CommandContext context) {
        this.account = account;
        this.context = context;
        this.console = context.console();
    }

    /** Tells the result, and gives the exit code that it means. */
    public int tell(LoginResult result) {
        return switch (result) {
            case LoginResult.LoggedIn loggedIn -> loggedIn(loggedIn);
            case LoginResult.Adopted adopted -> adopted(adopted);
            case LoginResult.NotSaved notSaved -> notSaved(notSaved.why());
            case LoginResult.AlreadyLoggedIn already -> alreadyLoggedIn(already);
            case LoginResult.Blocked blocked -> new ResolutionPrinter(account, context).blocked(blocked.step());
            case LoginResult.NoCredential none -> new ResolutionPrinter(account, context).nothing(none.resolution());
            case LoginResult.Forbidden forbidden ->
                new ResolutionPrinter(account, context).forbidsSaving(forbidden.rule());
            case LoginResult.ConsentNeeded needed -> consentNeeded(needed);
            case LoginResult.Rejected rejected -> rejected(rejected);
            case LoginResult.Unconfirmed unconfirmed -> {
                console.error("Nothing was saved: " + unconfirmed.reason() + " "
                        + unconfirmed
                                .rule()
                                .map(Rule::text)
                                .orElse("Without --verify it is saved without asking the server."));
                yield ExitCode.UNREACHABLE;
            }
            case LoginResult.NothingToSave nothing -> {
                console.error(nothing.step().finding().location().text()
                        + " gives an identity token, which is read again in every run and cannot be saved.");
                yield ExitCode.FAILED;
            }
        };
    }

    private int consentNeeded(LoginResult.ConsentNeeded needed) {
        switch (needed.consent()) {
            case SERVER ->
                console.error("Only " + needed.file() + " names the server " + account.host()
                        + ", so nothing was sent or saved. If it is the one you mean, add: "
                        + AccountCommand.server(account.host()));
            case KEY ->
                console.error(needed.file() + " gives this key, which may be another person's, so nothing was saved. To"
                        + " be asked for yours, add: --relogin ; or remove the line from the file.");
        }
        return ExitCode.FAILED;
    }

    private int loggedIn(LoginResult.LoggedIn result) {
        SaveKeyCommand command = result.command();
        String origin = command.source() instanceof KeySource.Existing found
                ? " from " + found.step().finding().location().text()
                : "";
        console.info("Saved the key" + origin + " for " + account.account().text() + " in "
                + result.saved().location().text() + " (" + command.key().summary() + ").");
        for (String remark : result.saved().remarks()) {
            console.info(remark);
        }
        warnOfPlaintext(command.source());
        return followed(command, command.readBack(result.saved()), result.verdict(), result.after());
    }

    private int adopted(LoginResult.Adopted result) {
        SaveKeyCommand command = result.command();
        if (!(command.source() instanceof KeySource.Existing found)) {
            throw new IllegalArgumentException("a key that was found is an existing one");
        }
        console.info("Found a key for " + account.server().host() + " in "
                + found.step().finding().location().text() + " ("
                + command.key().summary() + "). From now on it is used; nothing was saved.");
        return followed(command, found.step(), result.verdict(), result.after());
    }

    private int followed(SaveKeyCommand command, Step held, Optional<Verdict> verdict, LoginResult.After after) {
        after.displaced()
                .ifPresent(other -> console.warn("The netrc file has one entry for all addresses of "
                        + account.host().machine() + ": the key of " + other.text()
                        + " was there, and is replaced."));
        int verified = verdict.map(this::verdict).orElse(ExitCode.DONE);
        int noted = noted(after.noted(), command.store().id());
        ServerReport settings = new ServerReport(account, context);
        int server = settings.tell(after.server());
        after.anonymous().ifPresent(settings::tellOfAnonymous);
        int replaced = new CleanupPrinter(console, again(command)).tell(after.replaced());
        if (account.host().isPlainHttpBeyondLoopback()) {
            console.warn("The connection to " + account.host() + " is not encrypted: programs that use this key show it"
                    + " to anyone on the network path. If the server has https, name it with https://.");
        }
        after.shadow().ifPresent(step -> warnOfShadow(step, command.key()));
        after.oldSdk().ifPresent(this::warnOfOldSdk);
        if (!command.store().id().equals(ResolutionPolicy.NETRC)) {
            console.info(new HookReport(context).ofSave());
        }
        int exitCode = ExitCode.ofAll(noted, server, replaced, verified);
        if (exitCode == ExitCode.DONE) {
            console.info(
                    new LoginSummary(account, verdict).text(held, command.key(), after, context.compositionRoot()));
        }
        return exitCode;
    }

    /** A copy in a settings file still comes first, and is plaintext. */
    private void warnOfPlaintext(KeySource source) {
        if (source instanceof KeySource.Existing found
                && found.step().finding().location() instanceof Location.File file
                && context.compositionRoot().store(found.step().source()).isEmpty()) {
            console.warn(file.text()
                    + " still holds the key in plaintext, and is used first. Remove the api_key line from the"
                    + " file to use the saved key.");
        }
    }

    /** What completes a save that left the key in the place where it was before. */
    private String again(SaveKeyCommand command) {
        return command.source() instanceof KeySource.Existing
                ? "Then: wandb auth migrate " + AccountOptions.options(account) + "--to "
                        + command.store().id()
                : "Then log in again.";
    }

    /** A key in netrc is found in any case; one elsewhere only where its store is remembered. */
    private int noted(Changed noted, SourceId store) {
        if (!(noted instanceof ConfigurationRepository.Failed failed)) {
            return ExitCode.DONE;
        }
        String said = where(failed.location()) + ": " + failed.reason();
        if (context.compositionRoot()
                .accounts()
                .isFoundUnnoted(
                        account.account(), store, context.compositionRoot().policy())) {
            console.warn("The account could not be added to the list of accounts: " + said);
            return ExitCode.DONE;
        }
        console.error("Could not record that the key is in " + store + ", so later runs will not look there: " + said);
        return ExitCode.FAILED;
    }

    private String where(Location location) {
        return PathVariable.named(location, context.environment());
    }

    private int verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Confirmed confirmed -> {
                confirmed.unkept().ifPresent(reason -> console.warn("The access token cannot be kept: " + reason));
                yield ExitCode.DONE;
            }
            case Verdict.Unreachable unreachable -> {
                console.error("The key was not verified: " + unreachable.reason() + " To verify it later: wandb login "
                        + AccountOptions.options(account) + "--verify"
                        + (account.host().isPlainHttpBeyondLoopback() ? " --allow-http" : ""));
                yield ExitCode.UNREACHABLE;
            }
            case Verdict.Rejected rejected -> throw new IllegalArgumentException("a rejected key is not saved");
        };
    }

    private int rejected(LoginResult.Rejected rejected) {
        tellRejection(rejected);
        console.info("Get a key at " + account.host().appUrl(context.environment()) + "/authorize, then: "
                + new LoginAdvice(account, context).command());
        return ExitCode.REJECTED;
    }

    /** Tells that the server does not accept the key, without what to do: a person may be asked for another one. */
    public void tellRejection(LoginResult.Rejected rejected) {
        String subject = rejected.source() instanceof KeySource.Existing found
                ? "the credential from " + found.step().finding().location().text()
                : "the key";
        console.error(account.host() + " does not accept " + subject + " (" + TerminalSafe.of(rejected.said())
                + "). Nothing was changed.");
    }

    private void warnOfShadow(Step step, ApiKey saved) {
        String before = step.finding().location().text() + " comes before the saved key";
        console.warn(
                switch (step.finding().outcome()) {
                    case Outcome.Unusable unusable -> before + " and cannot be used: " + unusable.reason();
                    case Outcome.Refused refused ->
                        before + " and is refused: " + refused.rule().text();
                    case Outcome.Found found ->
                        before + ": unset or correct it to use the saved one." + ofSdk(step, saved);
                    case Outcome.Absent absent -> throw new IllegalArgumentException("nothing is there");
                    case Outcome.Skipped skipped -> throw new IllegalArgumentException("it is passed over");
                });
    }

    /** The SDK asks the netrc file before the source that comes before it here. */
    private String ofSdk(Step step, ApiKey saved) {
        Optional<Difference> other = context.compositionRoot().sdkChoice().from(step, account.account());
        return other.isEmpty() || !other.get().isOf(saved)
                ? ""
                : " The Python SDK by itself uses the saved one already.";
    }

    private void warnOfOldSdk(InstalledSdk sdk) {
        console.warn("The Python SDK of this shell is " + sdk.version() + " ("
                + new Location.File(sdk.installation()).text()
                + "): before " + InstalledSdk.FIRST_WITH_LONG_KEYS + " it fails with this key (\"API key must be 40"
                + " characters long\"). Upgrade it: pip install --upgrade wandb");
    }

    private int notSaved(Saved why) {
        switch (why) {
            case Saved.Failed failed ->
                console.error("The key was not saved: " + where(failed.location()) + ": " + failed.reason());
            case Saved.Conflict conflict ->
                console.error("The key was not saved: " + conflict.location().text()
                        + " was changed by another program at the same time. Try again.");
            case Saved.Stored stored -> throw new IllegalArgumentException("the key was saved");
        }
        return ExitCode.FAILED;
    }

    private int alreadyLoggedIn(LoginResult.AlreadyLoggedIn already) {
        Step step = already.step();
        Outcome.Found found = (Outcome.Found) step.finding().outcome();
        console.info("Already logged in to " + account.account().text()
                + new LoginSummary(account, already.verdict()).user() + ": "
                + found.credential().summary() + ", from "
                + step.finding().location().text() + ".");
        for (String remark : step.finding().remarks()) {
            console.warn(remark);
        }
        context.compositionRoot()
                .sdkChoice()
                .from(step, account.account())
                .filter(Difference::isUsed)
                .ifPresent(difference -> console.warn(difference.text()));
        int verified = already.verdict().map(this::verdict).orElse(ExitCode.DONE);
        int server = new ServerReport(account, context).tell(already.server());
        console.info("To save another key: " + new LoginAdvice(account, context).command());
        return ExitCode.ofAll(server, verified);
    }
}
