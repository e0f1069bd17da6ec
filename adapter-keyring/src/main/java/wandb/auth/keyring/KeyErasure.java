package wandb.auth.keyring;

import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;

/**
 * One erasing of an account's key: look, compare, erase, look again. As with a save, what another program writes between
 * the look and the erasing goes with it.
 *
 * @param keychain where
 * @param items the account's items
 * @param expected what the caller expects to be there
 */
record KeyErasure(Keychain keychain, AccountItems items, Precondition expected) {

    Erased run() throws KeychainException {
        AccountSecrets before = AccountSecrets.in(keychain, items);
        if (!before.are(expected)) {
            return new Erased.Conflict(before.place());
        }
        if (before.areNone()) {
            return new Erased.Nothing(before.place());
        }
        for (ItemName name : before.found().keySet()) {
            keychain.erase(name);
        }
        AccountSecrets after = AccountSecrets.inOpen(keychain, items);
        return after.areNone()
                ? new Erased.Gone(before.place())
                : new Erased.Failed(
                        after.place(), new Reason("The item was erased, and is there again.", "Try again."));
    }
}
