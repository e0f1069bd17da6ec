package wandb.auth.keyring;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;

/**
 * One erasing of an account's key: look, compare, erase, look again. As with a save, what another program writes between
 * the look and the erasing goes with it. Where the caller expects a key, items with another one stay: it may be nowhere else.
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
        for (ItemName name : before.of(expected)) {
            keychain.erase(name);
        }
        AccountSecrets after = AccountSecrets.inOpen(keychain, items);
        return after.of(expected).isEmpty()
                ? new Erased.Gone(before.place(), left(after))
                : new Erased.Failed(
                        after.place(), new Reason("The item was erased, and is there again.", "Try again."));
    }

    private static List<String> left(AccountSecrets after) {
        List<String> remarks = new ArrayList<>();
        for (ItemName name : after.found().keySet()) {
            remarks.add("The " + name.place().text()
                    + " has another key for this server, which was left there. Remove it if you do not need it.");
        }
        return remarks;
    }
}
