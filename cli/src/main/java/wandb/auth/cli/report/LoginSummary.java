package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.app.login.LoginResult;
import wandb.auth.cli.context.CompositionRoot;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.domain.port.server.Verdict;

/**
 * The line that ends a login: who is logged in, where, and what comes next.
 *
 * @param account the account
 * @param verdict what the server said; empty if it was not asked
 */
record LoginSummary(AccountChoice account, Optional<Verdict> verdict) {

    /** The line after the key was saved to a store, or found in it. */
    String text(LoginResult.LoggedIn after, CompositionRoot root) {
        Step held = after.held();
        String line = Messages.loggedIn(account.account(), user(), held.source()) + " "
                + next(isFoundBySdk(held, after.command().key(), root), isWithoutObstacle(after, root));
        return line.stripTrailing();
    }

    /** Who it is; empty if the server was not asked. */
    Optional<Identity> user() {
        return verdict.isPresent() && verdict.get() instanceof Verdict.Confirmed confirmed
                ? Optional.of(confirmed.identity())
                : Optional.empty();
    }

    private String next(boolean isFoundBySdk, boolean isWithoutObstacle) {
        String options = AccountOptions.options(account);
        if (!isFoundBySdk) {
            return Messages.loggedInWithoutSdk(options);
        }
        return isWithoutObstacle ? Messages.loggedInWithSdk(options) : Messages.loggedInPerhapsWithSdk(options);
    }

    /** The common case reads no file again. */
    private boolean isFoundBySdk(Step held, ApiKey key, CompositionRoot root) {
        return held.isForEveryReaderOfNetrc(account.account())
                || (held.source().equals(ResolutionPolicy.NETRC)
                        && root.sdkChoice().isFoundInNetrc(key, account.account()));
    }

    /** Whether nothing prevents the Python SDK from using a key that it finds, as far as this run has seen. */
    private boolean isWithoutObstacle(LoginResult.LoggedIn after, CompositionRoot root) {
        return after.shadow().isEmpty()
                && after.oldSdk().isEmpty()
                && root.hostSelection().configured() instanceof Parsed.Valid<HostChoice> next
                && next.value().host().isSameServer(account.host())
                && next.value().origin() != HostOrigin.POLICY
                && isReadBySdk(next.value(), root);
    }

    /** Whether the SDK finds the server there too: it goes on without files that it rejects. */
    private static boolean isReadBySdk(HostChoice server, CompositionRoot root) {
        return !server.isNamedBySettings() || root.rejectedSetting().isEmpty();
    }
}
