package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.domain.port.server.Verdict;

/**
 * The line that ends a login: who is logged in, where, and what comes next.
 *
 * @param account the account
 * @param verdict what the server said; empty if it was not asked
 */
record LoginSummary(AccountChoice account, Optional<Verdict> verdict) {

    /**
     * The line after the key was saved to, or found in, the store.
     *
     * @param isFoundBySdk whether the Python SDK finds the key by itself
     * @param isWithoutObstacle whether nothing prevents it from using what it finds
     */
    String text(SourceId store, boolean isFoundBySdk, boolean isWithoutObstacle) {
        String line = "Logged in to " + account.account().text() + user() + ", with the key in " + store + ". "
                + next(isFoundBySdk, isWithoutObstacle);
        return line.stripTrailing();
    }

    /** Who it is, after the server's name; nothing if the server was not asked. */
    String user() {
        return verdict.isPresent() && verdict.get() instanceof Verdict.Confirmed confirmed
                ? " as " + name(confirmed.identity())
                : "";
    }

    private static String name(Identity identity) {
        String team = identity.defaultTeam()
                .map(name -> " (default team " + TerminalSafe.of(name) + ")")
                .orElse("");
        return TerminalSafe.of(identity.userName()) + team;
    }

    private String next(boolean isFoundBySdk, boolean isWithoutObstacle) {
        String options = AccountOptions.options(account);
        if (!isFoundBySdk) {
            return "Programs that use the Python SDK get this key by: wandb auth exec " + options + "-- PROGRAM";
        }
        return isWithoutObstacle
                ? "The Python SDK uses it too. To check: wandb status " + options
                : "To see what is used: wandb status " + options;
    }
}
