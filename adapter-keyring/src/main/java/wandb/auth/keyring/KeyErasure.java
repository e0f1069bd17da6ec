package wandb.auth.keyring;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.KeychainItem;
import wandb.auth.keyring.message.Messages;

/**
 * One erasing of an account's key: look, compare, erase, look again. As with a save, what another program writes between
 * the look and the erasing goes with it. Where the caller expects a key, items with another one stay: it may be nowhere else.
 * Where any is expected, none stays: a lookup would find it.
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
        List<String> remarks = new ArrayList<>();
        List<KeychainItem> present = before.all(keychain);
        for (KeychainItem item : present) {
            if (!expected.matches(item.revision())) {
                remarks.add(Messages.otherKeyLeft(item.place()));
                continue;
            }
            keychain.erase(item);
            if (!item.revision().equals(present.getFirst().revision())) {
                remarks.add(Messages.otherKeyErased(item.place()));
            }
        }
        for (KeychainItem item : AccountSecrets.inOpen(keychain, items).all(keychain)) {
            if (expected.matches(item.revision())) {
                return new Erased.Failed(item.place(), Messages.thereAgain());
            }
        }
        return new Erased.Gone(before.place(), remarks);
    }
}
