package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.lookup.SdkChoice.Difference;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.PathVariable;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
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
            case LoginResult.NotSaved notSaved -> notSaved(notSaved.why());
            case LoginResult.AlreadyLoggedIn already -> alreadyLoggedIn(already);
            case LoginResult.Blocked blocked -> new ResolutionPrinter(account, context).blocked(blocked.step());
            case LoginResult.NoCredential none -> new ResolutionPrinter(account, context).nothing(none.resolution());
            case LoginResult.Forbidden forbidden ->
                new ResolutionPrinter(account, context).forbidsSaving(forbidden.rule());
            case LoginResult.ConsentNeeded needed -> consentNeeded(needed);
            case LoginResult.Rejected rejected -> rejected(rejected);
            case LoginResult.Unconfirmed unconfirmed -> {
                console.error(Messages.loginUnconfirmed(unconfirmed.reason(), unconfirmed.rule()));
                yield ExitCode.UNREACHABLE;
            }
            case LoginResult.NothingToSave nothing -> {
                console.error(
                        Messages.loginTokenNotSaved(nothing.step().finding().location()));
                yield ExitCode.FAILED;
            }
        };
    }

    private int consentNeeded(LoginResult.ConsentNeeded needed) {
        switch (needed.consent()) {
            case SERVER -> console.error(Messages.loginServerOfWorkspace(needed.file(), account.host()));
            case KEY -> console.error(Messages.loginKeyOfWorkspace(needed.file()));
        }
        return ExitCode.FAILED;
    }

    private int loggedIn(LoginResult.LoggedIn result) {
        SaveKeyCommand command = result.command();
        Location place = result.saved().location();
        if (command.isAdoption()) {
            console.info(Messages.loginAdoptedKey(
                    account.host(), place, command.key().summary()));
        } else {
            console.info(saved(command, place));
            for (String remark : result.saved().remarks()) {
                console.info(remark);
            }
            warnOfPlaintext(command.source().found());
        }
        return followed(command, result);
    }

    private String saved(SaveKeyCommand command, Location place) {
        Credential.Summary key = command.key().summary();
        Optional<Step> found = command.source().found();
        return found.isPresent()
                ? Messages.loginSavedFoundKey(found.get().finding().location(), account.account(), place, key)
                : Messages.loginSavedKey(account.account(), place, key);
    }

    private int followed(SaveKeyCommand command, LoginResult.LoggedIn after) {
        if (after.displaced().isPresent()) {
            console.warn(
                    Messages.loginDisplacedKey(account.host(), after.displaced().get()));
        }
        int verified = verdict(after.verdict());
        int noted = noted(after.unnoted(), command.store().id());
        tellOfServer(after.server());
        if (after.anonymous().isPresent()) {
            new ServerReport(account, context).tellOfAnonymous(after.anonymous().get());
        }
        int replaced = after.replaced().isEmpty()
                ? ExitCode.DONE
                : new CleanupPrinter(console, again(command)).tell(after.replaced());
        if (account.host().isPlainHttpBeyondLoopback()) {
            console.warn(Messages.loginNotEncrypted(account.host()));
        }
        if (after.shadow().isPresent()) {
            warnOfShadow(after.shadow().get(), command.key());
        }
        if (after.oldSdk().isPresent()) {
            console.warn(Messages.loginSdkTooOld(after.oldSdk().get()));
        }
        if (!command.store().id().equals(ResolutionPolicy.NETRC)) {
            console.info(new HookReport(context).ofSave());
        }
        int exitCode = ExitCode.ofAll(noted, replaced, verified);
        if (exitCode == ExitCode.DONE) {
            console.info(new LoginSummary(account, after.verdict()).text(after, context.compositionRoot()));
        }
        return exitCode;
    }

    /** A copy in a settings file still comes first, and is plaintext. */
    private void warnOfPlaintext(Optional<Step> found) {
        if (found.isPresent()
                && found.get().finding().location() instanceof Location.File file
                && context.compositionRoot().store(found.get().source()).isEmpty()) {
            console.warn(Messages.loginPlaintextCopyFirst(file));
        }
    }

    /** What completes a save that left the key in the place where it was before. */
    private String again(SaveKeyCommand command) {
        return command.source().found().isPresent()
                ? Messages.replacedKeyRemedyByMove(
                        AccountOptions.options(account), command.store().id())
                : Messages.REPLACED_KEY_REMEDY_BY_LOGIN;
    }

    /** A key in netrc is found in any case; one elsewhere only where its store is remembered. */
    private int noted(Optional<Complaint> unnoted, SourceId store) {
        if (unnoted.isEmpty()) {
            return ExitCode.DONE;
        }
        Complaint failed = unnoted.get();
        if (context.compositionRoot()
                .accounts()
                .isFoundUnnoted(
                        account.account(), store, context.compositionRoot().policy())) {
            console.warn(Messages.loginAccountNotListed(where(failed.location()), failed.reason()));
            return ExitCode.DONE;
        }
        console.error(Messages.loginStoreNotRecorded(store, where(failed.location()), failed.reason()));
        return ExitCode.FAILED;
    }

    private String where(Location location) {
        return PathVariable.named(location, context.environment());
    }

    /** Only what is to be told of: most runs choose no server. */
    private void tellOfServer(Optional<Parsed<Kept>> server) {
        if (server.isPresent() || account.server().isNamedBySettings()) {
            new ServerReport(account, context).tell(server);
        }
    }

    private int verdict(Optional<Verdict> verdict) {
        return verdict.isPresent() ? verdict(verdict.get()) : ExitCode.DONE;
    }

    private int verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Confirmed confirmed -> {
                confirmed.unkept().ifPresent(reason -> console.warn(Messages.accessTokenNotKept(reason)));
                yield ExitCode.DONE;
            }
            case Verdict.Unreachable unreachable -> {
                console.error(Messages.loginKeyNotVerified(unreachable.reason(), commandToVerify()));
                yield ExitCode.UNREACHABLE;
            }
            case Verdict.Rejected rejected -> throw new IllegalArgumentException("a rejected key is not saved");
        };
    }

    private String commandToVerify() {
        return "wandb login " + AccountOptions.options(account) + "--verify"
                + (account.host().isPlainHttpBeyondLoopback() ? " --allow-http" : "");
    }

    private int rejected(LoginResult.Rejected rejected) {
        tellRejection(rejected);
        console.info(Messages.getKeyAndLogIn(
                account.host().appUrl(context.environment()), new LoginAdvice(account, context).command()));
        return ExitCode.REJECTED;
    }

    /** Tells that the server does not accept the key, without what to do: a person may be asked for another one. */
    public void tellRejection(LoginResult.Rejected rejected) {
        String said = TerminalSafe.of(rejected.said());
        Optional<Step> found = rejected.source().found();
        console.error(
                found.isPresent()
                        ? Messages.loginFoundKeyRejected(
                                account.host(), found.get().finding().location(), said)
                        : Messages.loginKeyRejected(account.host(), said));
    }

    private void warnOfShadow(Step step, ApiKey saved) {
        Location first = step.finding().location();
        console.warn(
                switch (step.finding().outcome()) {
                    case Outcome.Unusable unusable -> Messages.loginKeyBehindUnusable(first, unusable.reason());
                    case Outcome.Refused refused -> Messages.loginKeyBehindRefused(first, refused.rule());
                    case Outcome.Found found ->
                        isUsedBySdk(step, saved)
                                ? Messages.loginKeyBehindAnotherButNotForSdk(first)
                                : Messages.loginKeyBehindAnother(first);
                    case Outcome.Absent absent -> throw new IllegalArgumentException("nothing is there");
                    case Outcome.Skipped skipped -> throw new IllegalArgumentException("it is passed over");
                });
    }

    /** The SDK asks the netrc file before the source that comes before it here. */
    private boolean isUsedBySdk(Step step, ApiKey saved) {
        Optional<Difference> other = context.compositionRoot().sdkChoice().from(step, account.account());
        return other.isPresent() && other.get().isOf(saved);
    }

    private int notSaved(Saved why) {
        switch (why) {
            case Saved.Failed failed ->
                console.error(Messages.loginKeyNotSaved(where(failed.location()), failed.reason()));
            case Saved.Conflict conflict -> console.error(Messages.loginKeyNotSavedOverAnother(conflict.location()));
            case Saved.Stored stored -> throw new IllegalArgumentException("the key was saved");
        }
        return ExitCode.FAILED;
    }

    private int alreadyLoggedIn(LoginResult.AlreadyLoggedIn already) {
        Step step = already.step();
        Outcome.Found found = (Outcome.Found) step.finding().outcome();
        console.info(Messages.loginAlreadyThere(
                account.account(),
                new LoginSummary(account, already.verdict()).user(),
                found.credential().summary(),
                step.finding().location()));
        for (String remark : step.finding().remarks()) {
            console.warn(remark);
        }
        context.compositionRoot()
                .sdkChoice()
                .from(step, account.account())
                .filter(Difference::isUsed)
                .ifPresent(difference -> console.warn(difference.text()));
        int verified = verdict(already.verdict());
        tellOfServer(already.server());
        console.info(Messages.loginAnotherKey(new LoginAdvice(account, context).command()));
        return verified;
    }
}
