package wandb.auth.keyring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.StoredSecret;

/**
 * One lookup of an account's key.
 *
 * @param keychain where
 * @param items the items that it may be in
 */
record KeyLookup(Keychain keychain, AccountItems items) {

    Finding find() throws KeychainException {
        AccountSecrets secrets = AccountSecrets.in(keychain, items);
        for (Map.Entry<ItemName, StoredSecret> first : secrets.found().entrySet()) {
            return new Finding(secrets.place(), outcome(first.getValue()), remarks(secrets));
        }
        return new Finding(secrets.place(), new Outcome.Absent());
    }

    private static Outcome outcome(StoredSecret secret) {
        try {
            return new Outcome.Found(ApiKey.parse(secret.text()), secret.revision());
        } catch (InvalidApiKeyException e) {
            return new Outcome.Unusable(new Reason(e.getMessage(), "Log in again with --relogin, or delete the item."));
        }
    }

    private static List<String> remarks(AccountSecrets secrets) {
        List<String> remarks = new ArrayList<>();
        List<StoredSecret> found = List.copyOf(secrets.found().values());
        if (found.getFirst().copies() > 1) {
            remarks.add("There are " + found.getFirst().copies() + " items of that name; the newest counts.");
        }
        if (found.size() > 1 && !found.getFirst().text().equals(found.getLast().text())) {
            remarks.add(
                    "The keychain holds another key for the cloud's other name; log in again with --relogin to set both.");
        }
        return remarks;
    }
}
