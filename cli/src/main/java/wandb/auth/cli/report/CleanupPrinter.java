package wandb.auth.cli.report;

import java.util.List;
import wandb.auth.app.login.LoginResult.Replaced;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.spi.Erased;

/** Tells what became of the places that held a key before it was saved elsewhere. */
final class CleanupPrinter {

    private final Console console;
    private final String again;

    /** Where a key could not be erased, {@code again} says what to do then. */
    CleanupPrinter(Console console, String again) {
        this.console = console;
        this.again = again;
    }

    int tell(List<Replaced> replaced) {
        int exitCode = ExitCode.DONE;
        for (Replaced place : replaced) {
            switch (place) {
                case Replaced.Tried tried -> exitCode = ExitCode.ofAll(exitCode, erased(tried.store(), tried.erased()));
                case Replaced.LeftAlone left -> console.warn(leftAlone(left.step()));
                case Replaced.Shared shared ->
                    console.warn("The key in " + shared.store() + " was left there: it is that of "
                            + shared.holder().text() + " too.");
                case Replaced.Other other -> console.warn(other(other.step()));
            }
        }
        return exitCode;
    }

    private static String leftAlone(Step step) {
        String place = step.finding().location().text();
        return step.finding().outcome() instanceof Outcome.Unusable unusable
                ? place + " may have an older key for this server: " + unusable.reason()
                : place
                        + " has an entry for this server, which was left in place because this program did not create"
                        + " it. Remove it if it is yours.";
    }

    private static String other(Step step) {
        String place = step.finding().location().text();
        return step.finding().outcome() instanceof Outcome.Unusable unusable
                ? place + " may have another key for this server: " + unusable.reason()
                : place + " has another key for this server, which was left there"
                        + (step.source().equals(ResolutionPolicy.NETRC) ? ", and which the Python SDK uses" : "")
                        + ". Remove it if you do not need it.";
    }

    private int erased(SourceId store, Erased erased) {
        return switch (erased) {
            case Erased.Gone gone -> {
                console.info("Erased the key from " + gone.location().text() + ".");
                gone.remarks().forEach(console::warn);
                yield ExitCode.DONE;
            }
            case Erased.Nothing nothing -> ExitCode.DONE;
            case Erased.Conflict conflict -> {
                console.error(
                        "The key was not erased from " + conflict.location().text()
                                + ": another program saved one there at the same time. Remove it if you do not need"
                                + " it.");
                yield ExitCode.FAILED;
            }
            case Erased.Failed failed -> {
                console.error("The key is still in " + store + " too: "
                        + failed.location().text() + ": " + failed.reason() + " " + again);
                yield ExitCode.FAILED;
            }
        };
    }
}
