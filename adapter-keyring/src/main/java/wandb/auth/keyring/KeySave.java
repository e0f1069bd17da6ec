package wandb.auth.keyring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.KeychainItem;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.message.Messages;

/**
 * One save of a key: look, compare, write, read back. No keychain can write on a condition, so what another program
 * writes between the look and the write is overwritten. Another item of the same name stays if it has a key of its own: that
 * may be nowhere else.
 */
record KeySave(Keychain keychain, AccountItems items, ApiKey key, Precondition expected) {

    Saved run() throws KeychainException {
        // What is locked matters to nobody who replaces whatever is there: the newest item counts.
        AccountSecrets before = expected instanceof Precondition.Anything
                ? AccountSecrets.inOpen(keychain, items)
                : AccountSecrets.in(keychain, items);
        if (!before.are(expected)) {
            return new Saved.Conflict(before.place());
        }
        Revision saved = StoredSecret.revision(key.reveal());
        Set<ItemName> names = new LinkedHashSet<>(before.found().keySet());
        names.add(items.main());
        List<KeychainItem> others = before.others(keychain);
        for (ItemName name : names) {
            keychain.write(name, key.reveal());
        }
        List<String> remarks = new ArrayList<>();
        for (KeychainItem other : others) {
            if (before.hold(other.revision()) || saved.equals(other.revision())) {
                keychain.erase(other);
            } else {
                remarks.add(Messages.otherKeyLeft(other.place()));
            }
        }
        for (ItemName name : names) {
            if (!holdsTheKey(keychain.readOpen(name))) {
                return new Saved.Failed(name.place(), Messages.notReadBack());
            }
        }
        return new Saved.Stored(items.main().place(), saved, remarks);
    }

    private boolean holdsTheKey(Optional<StoredSecret> now) {
        return now.isPresent() && now.get().text().equals(key.reveal());
    }
}
