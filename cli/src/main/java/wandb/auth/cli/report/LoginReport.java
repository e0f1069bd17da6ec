package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.lookup.SdkChoice.Difference;
import wandb.auth.app.store.KeySource;
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
import wandb.auth.domain.port.account.AccountChoice;
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
        Credential.Summary key = command.key().summary();
        console.info(
                command.source() instanceof KeySource.Existing found
                        ? Messages.loginSavedFoundKey(found.step().finding().location(), account.account(), place, key)
                        : Messages.loginSavedKey(account.account(), place, key));
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
        console.info(Messages.loginAdoptedKey(
                account.host(), found.step().finding().location(), command.key().summary()));
        return followed(command, found.step(), result.verdict(), result.after());
    }

    private int followed(SaveKeyCommand command, Step held, Optional<Verdict> verdict, LoginResult.After after) {
        after.displaced().ifPresent(other -> console.warn(Messages.loginDisplacedKey(account.host(), other)));
        int verified = verdict.map(this::verdict).orElse(ExitCode.DONE);
        int noted = noted(after.unnoted(), command.store().id());
        ServerReport settings = new ServerReport(account, context);
        int server = settings.tell(after.server());
        after.anonymous().ifPresent(settings::tellOfAnonymous);
        int replaced = new CleanupPrinter(console, again(command)).tell(after.replaced());
        if (account.host().isPlainHttpBeyondLoopback()) {
            console.warn(Messages.loginNotEncrypted(account.host()));
        }
        after.shadow().ifPresent(step -> warnOfShadow(step, command.key()));
        if (after.oldSdk().isPresent()) {
            console.warn(Messages.loginSdkTooOld(after.oldSdk().get()));
        }
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
            console.warn(Messages.loginPlaintextCopyFirst(file));
        }
    }

    /** What completes a save that left the key in the place where it was before. */
    private String again(SaveKeyCommand command) {
        return command.source() instanceof KeySource.Existing
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
        console.error(
                rejected.source() instanceof KeySource.Existing found
                        ? Messages.loginFoundKeyRejected(
                                account.host(), found.step().finding().location(), said)
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
        int verified = already.verdict().map(this::verdict).orElse(ExitCode.DONE);
        int server = new ServerReport(account, context).tell(already.server());
        console.info(Messages.loginAnotherKey(new LoginAdvice(account, context).command()));
        return ExitCode.ofAll(server, verified);
    }
}
