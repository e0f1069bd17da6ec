package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.policy.ResolutionPolicy;
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

    /** The line after the key was saved to, or found in, the store; without obstacle nothing keeps the SDK from a key in netrc. */
    String text(SourceId store, boolean isWithoutObstacle) {
        String line = "Logged in to " + account.account().text() + user() + ", with the key in " + store + ". "
                + next(store, isWithoutObstacle);
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

    private String next(SourceId store, boolean isWithoutObstacle) {
        String options = AccountOptions.options(account);
        if (!store.equals(ResolutionPolicy.NETRC) || !account.profile().profile().isDefault()) {
            return "Programs that use the Python SDK get this key by: wandb auth exec " + options + "-- PROGRAM";
        }
        return isWithoutObstacle
                ? "The Python SDK uses it too. To check: wandb status " + options
                : "To see what is used: wandb status " + options;
    }
}
