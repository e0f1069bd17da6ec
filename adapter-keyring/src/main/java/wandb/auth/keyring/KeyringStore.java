package wandb.auth.keyring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.TimeoutBudget;

/**
 * The keychain as a store. It is opened again for every call, so that one that was started or unlocked since is seen; one
 * that did not answer in time is not waited for again.
 */
final class KeyringStore implements CredentialStore {

    private final Keychains keychains;
    private final Duration patience;
    private @Nullable KeychainException silence;

    /** One that waits for programs as long as this in each call. */
    KeyringStore(Keychains keychains, Duration patience) {
        this.keychains = keychains;
        this.patience = patience;
    }

    @Override
    public Protection protection() {
        return Protection.ENCRYPTED;
    }

    @Override
    public Finding find(Query query) {
        AccountItems items = AccountItems.of(query.account());
        try {
            return held(conversation(query), keychain -> new KeyLookup(keychain, items).find());
        } catch (KeychainException e) {
            return new Finding(place(items), new Outcome.Unusable(e.reason()));
        }
    }

    @Override
    public Availability availability(Deadline deadline) {
        try {
            return held(
                    new BoundedCall(keychains, Interaction.NONE, new TimeoutBudget(deadline, patience)),
                    Keychain::check);
        } catch (KeychainException e) {
            return new Availability.NotUsable(e.reason());
        }
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        AccountItems items = AccountItems.of(query.account());
        try {
            return held(conversation(query), keychain -> new KeySave(keychain, items, key, expected).run());
        } catch (KeychainException e) {
            return new Saved.Failed(items.main().place(), e.reason());
        }
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        AccountItems items = AccountItems.of(query.account());
        try {
            return held(conversation(query), keychain -> new KeyErasure(keychain, items, expected).run());
        } catch (KeychainException e) {
            return new Erased.Failed(place(items), e.reason());
        }
    }

    private <T> T held(BoundedCall conversation, BoundedCall.Work<T> work) throws KeychainException {
        if (silence != null) {
            throw silence;
        }
        try {
            return conversation.hold(work);
        } catch (KeychainException e) {
            silence = e.isSilence() ? e : null;
            throw e;
        }
    }

    private BoundedCall conversation(Query query) {
        return new BoundedCall(keychains, query.interaction(), new TimeoutBudget(query.deadline(), patience));
    }

    private static Location place(AccountItems items) {
        return items.names().getFirst().place();
    }
}
