package wandb.auth.cli.report;

import java.util.List;
import wandb.auth.app.login.LoginResult.Replaced;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.spi.Erased;

/**
 * Tells what became of the places that held a key before it was saved elsewhere.
 *
 * @param again what to do where a key could not be erased
 */
record CleanupPrinter(Console console, String again) {

    int tell(List<Replaced> replaced) {
        int exitCode = ExitCode.DONE;
        for (Replaced place : replaced) {
            switch (place) {
                case Replaced.Tried tried -> exitCode = ExitCode.ofAll(exitCode, erased(tried.store(), tried.erased()));
                case Replaced.LeftAlone left -> console.warn(leftAlone(left.step()));
                case Replaced.Shared shared ->
                    console.warn(Messages.replacedKeyShared(shared.store(), shared.holder()));
                case Replaced.Other other -> console.warn(other(other.step()));
            }
        }
        return exitCode;
    }

    private static String leftAlone(Step step) {
        Location place = step.finding().location();
        return step.finding().outcome() instanceof Outcome.Unusable unusable
                ? Messages.olderKeyUnreadable(place, unusable.reason())
                : Messages.olderKeyLeftAlone(place);
    }

    private static String other(Step step) {
        Location place = step.finding().location();
        if (step.finding().outcome() instanceof Outcome.Unusable unusable) {
            return Messages.otherKeyUnreadable(place, unusable.reason());
        }
        return step.source().equals(ResolutionPolicy.NETRC)
                ? Messages.otherKeyOfSdkLeftThere(place)
                : Messages.otherKeyLeftThere(place);
    }

    private int erased(SourceId store, Erased erased) {
        return switch (erased) {
            case Erased.Gone gone -> {
                console.info(Messages.replacedKeyErased(gone.location()));
                gone.remarks().forEach(console::warn);
                yield ExitCode.DONE;
            }
            case Erased.Nothing nothing -> ExitCode.DONE;
            case Erased.Conflict conflict -> {
                console.error(Messages.replacedKeyChanged(conflict.location()));
                yield ExitCode.FAILED;
            }
            case Erased.Failed failed -> {
                console.error(Messages.replacedKeyNotErased(store, failed.location(), failed.reason(), again));
                yield ExitCode.FAILED;
            }
        };
    }
}
