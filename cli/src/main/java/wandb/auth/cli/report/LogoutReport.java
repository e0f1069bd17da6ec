package wandb.auth.cli.report;

import java.util.List;
import java.util.Optional;
import wandb.auth.app.logout.LogOut.LogoutResult;
import wandb.auth.app.logout.LogOut.Removal;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.Account;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.spi.Erased;

/** Reports the result of a logout. */
public record LogoutReport(Account account, Console console) {

    public int tell(LogoutResult result) {
        if (result.isNothing()) {
            console.info(Messages.logoutNotNeeded(account));
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
        if (done.unforgotten().isPresent()) {
            isClean = false;
            Complaint failed = done.unforgotten().get();
            console.error(Messages.logoutStillListed(failed.location(), failed.reason()));
        }
        done.shared().ifPresent(other -> console.info(Messages.logoutKeyShared(other)));
        for (Step step : done.remaining()) {
            isClean = false;
            console.error(remaining(step));
        }
        return end(isClean);
    }

    private int end(boolean isClean) {
        if (isClean) {
            console.info(Messages.loggedOut(account));
        }
        return isClean ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void tell(Removal removal) {
        switch (removal.erased()) {
            case Erased.Gone gone -> {
                console.info(Messages.logoutErasedKey(account, gone.location()));
                gone.remarks().forEach(console::warn);
            }
            case Erased.Nothing nothing -> {}
            case Erased.Conflict conflict -> console.error(Messages.logoutKeyChanged(conflict.location()));
            case Erased.Failed failed ->
                console.error(Messages.logoutKeyNotErased(removal.store(), failed.location(), failed.reason()));
        }
    }

    /** Tells what became of the access tokens, and gives whether none is left. */
    private boolean tokens(Optional<Erased> erased) {
        if (erased.isEmpty()) {
            return true;
        }
        switch (erased.get()) {
            case Erased.Gone gone -> console.info(Messages.logoutErasedTokens(account, gone.location()));
            case Erased.Nothing nothing -> {}
            case Erased.Conflict conflict -> throw new IllegalArgumentException("any token is erased");
            case Erased.Failed failed -> {
                console.error(Messages.logoutTokensNotErased(failed.location(), failed.reason()));
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
        console.info(Messages.logoutLeftReadOnly(step.finding().location()));
    }

    private static String remaining(Step step) {
        Location place = step.finding().location();
        return switch (step.finding().outcome()) {
            case Outcome.Found found -> Messages.logoutStillFinds(place, remedy(step));
            case Outcome.Refused refused -> Messages.logoutStillRefuses(place, refused.rule(), remedy(step));
            case Outcome.Unusable unusable -> Messages.logoutMayStillFind(place, unusable.reason());
            case Outcome.Absent absent -> throw new IllegalArgumentException("nothing is there");
            case Outcome.Skipped skipped -> throw new IllegalArgumentException("it is passed over");
        };
    }

    private static String remedy(Step step) {
        return step.finding().location() instanceof Location.Variable variable
                ? Messages.logoutUnset(variable)
                : Messages.LOGOUT_REMOVE_THERE;
    }

    private int unknown(LogoutResult.Unknown unknown) {
        boolean isClean = tokens(unknown.tokens());
        if (unknown.isClear()) {
            return end(isClean);
        }
        console.error(Messages.logoutOfUnknown(account));
        for (Step step : unknown.resolution().steps()) {
            if (!step.finding().outcome().isPassedOver()) {
                console.info(remaining(step));
            }
        }
        return ExitCode.FAILED;
    }
}
