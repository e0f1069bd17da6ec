package wandb.auth.cli.report;

import java.util.List;
import java.util.Optional;
import wandb.auth.app.logout.LogOut.LogoutResult;
import wandb.auth.app.logout.LogOut.Removal;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.spi.Erased;

/** Reports the result of a logout. */
public final class LogoutReport {

    private final String account;
    private final Console console;

    public LogoutReport(AccountChoice choice, CommandContext context) {
        this.account = choice.account().text();
        this.console = context.console();
    }

    public int tell(LogoutResult result) {
        if (result.isNothing()) {
            console.info("Not logged in to " + account + ".");
            return ExitCode.DONE;
        }
        return switch (result) {
            case LogoutResult.Done done -> done(done);
            case LogoutResult.Unknown unknown -> unknown(unknown);
        };
    }

    private int done(LogoutResult.Done done) {
        boolean isClean = true;
        for (Removal removal : done.removals()) {
            isClean &= removal.isClean();
            tell(removal);
        }
        isClean &= tokens(done.tokens());
        done.untouched().filter(step -> !isIn(step, done.remaining())).ifPresent(this::untouched);
        if (done.forgotten().isPresent() && done.forgotten().get() instanceof ConfigurationRepository.Failed failed) {
            isClean = false;
            console.error("The account is still in the list of accounts: "
                    + failed.location().text() + ": " + failed.reason());
        }
        done.shared()
                .ifPresent(other -> console.info(
                        "The key in the netrc file was left there: it is that of " + other.text() + " too."));
        for (Step step : done.remaining()) {
            isClean = false;
            console.error(remaining(step));
        }
        return end(isClean);
    }

    private int end(boolean isClean) {
        if (isClean) {
            console.info("Logged out of " + account + ". The key stays valid until it is revoked there.");
        }
        return isClean ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void tell(Removal removal) {
        switch (removal.erased()) {
            case Erased.Gone gone -> {
                console.info("Erased the key for " + account + " from "
                        + gone.location().text() + ".");
                gone.remarks().forEach(console::warn);
            }
            case Erased.Nothing nothing -> {}
            case Erased.Conflict conflict ->
                console.error("Nothing was erased from " + conflict.location().text()
                        + ": another program changed it at the same time. Try again.");
            case Erased.Failed failed ->
                console.error("The key could not be erased from " + removal.store() + ": "
                        + failed.location().text() + ": " + failed.reason());
        }
    }

    /** Tells what became of the access tokens, and gives whether none is left. */
    private boolean tokens(Optional<Erased> erased) {
        if (erased.isEmpty()) {
            return true;
        }
        switch (erased.get()) {
            case Erased.Gone gone ->
                console.info("Erased the access tokens for " + account + " from "
                        + gone.location().text() + ".");
            case Erased.Nothing nothing -> {}
            case Erased.Conflict conflict -> throw new IllegalArgumentException("any token is erased");
            case Erased.Failed failed -> {
                console.error("The access tokens could not be erased: "
                        + failed.location().text() + ": " + failed.reason());
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(Step step, List<Step> steps) {
        for (Step other : steps) {
            if (other.source().equals(step.source())) {
                return true;
            }
        }
        return false;
    }

    private void untouched(Step step) {
        console.info(step.finding().location().text()
                + " is no longer used but is read-only, so its key was not deleted. If you do not need it,"
                + " remove it with the program that keeps it.");
    }

    private static String remaining(Step step) {
        String place = step.finding().location().text();
        return switch (step.finding().outcome()) {
            case Outcome.Found found -> place + " still gives a credential. " + remedy(step);
            case Outcome.Refused refused ->
                place + " still has a credential, which is refused: "
                        + refused.rule().text() + " " + remedy(step);
            case Outcome.Unusable unusable -> place + " may still have a credential: " + unusable.reason();
            case Outcome.Absent absent -> throw new IllegalArgumentException("nothing is there");
            case Outcome.Skipped skipped -> throw new IllegalArgumentException("it is passed over");
        };
    }

    private static String remedy(Step step) {
        return step.finding().location() instanceof Location.Variable variable
                ? "Unset it: unset " + variable.text()
                : "Remove it there.";
    }

    private int unknown(LogoutResult.Unknown unknown) {
        boolean isClean = tokens(unknown.tokens());
        if (unknown.isClear()) {
            return end(isClean);
        }
        console.error("No login to " + account
                + " is known here, so nothing was erased: what is stored under its name may be another program's.");
        for (Step step : unknown.resolution().steps()) {
            if (!step.finding().outcome().isPassedOver()) {
                console.info(remaining(step));
            }
        }
        return ExitCode.FAILED;
    }
}
