package wandb.auth.app.login;

import java.util.Optional;
import java.util.function.Predicate;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.WorkspaceTrust;
import wandb.auth.domain.policy.WorkspaceTrust.Consent;

/**
 * Requires the user's consent before a key goes to a server, or comes from a place, that only a workspace's file names.
 *
 * @param trust what a workspace's files may cause
 * @param credentialStores where netrc is, which is asked only if nothing else names the server
 * @param hasEntryOfSdk whether netrc has an entry for the server such as the SDK's login makes
 */
public record WorkspaceCheck(
        WorkspaceTrust trust, CredentialStores credentialStores, QueryFactory queries, Predicate<Host> hasEntryOfSdk) {

    /** The consent that is needed before a key from there is saved for the account or sent to its server. */
    Optional<LoginResult> obstacle(Account account, KeySource source) {
        if (!isServerNamedByUser(account)) {
            return Optional.of(new LoginResult.ConsentNeeded(Consent.SERVER, trust.file()));
        }
        Optional<Step> found = source.found();
        return found.isPresent() && isKeyOfWorkspace(found.get())
                ? Optional.of(new LoginResult.ConsentNeeded(
                        Consent.KEY, found.get().finding().location().text()))
                : Optional.empty();
    }

    boolean isKeyOfWorkspace(Step step) {
        return trust.isKeyOfWorkspace(step.source());
    }

    /** Whether what stands in netrc under the account's name is its own: no other program has put it there. */
    boolean isOwnProfile(Account account) {
        return !account.profile().isDefault()
                && trust.isImpliedByMachineName()
                && trust.choice().host().isSameServer(account.host());
    }

    private boolean isServerNamedByUser(Account account) {
        return trust.isServerNamedByUser()
                || (trust.isImpliedByMachineName() && trust.otherHolder().isEmpty() && isInNetrc(account));
    }

    /**
     * An entry of netrc, which the SDK's login leaves, names the server as well; another program's, which a save would replace,
     * does not. Under the name of a profile, no other program has one.
     */
    private boolean isInNetrc(Account account) {
        Optional<StoreHandle> netrc = credentialStores.store(ResolutionPolicy.NETRC);
        return netrc.isPresent()
                && netrc.get().ask(queries.toStore(account)).found().isPresent()
                && (!account.profile().isDefault() || hasEntryOfSdk.test(account.host()));
    }
}
