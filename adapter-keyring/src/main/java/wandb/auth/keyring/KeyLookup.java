package wandb.auth.keyring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Outcome;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.message.Messages;

/** One lookup of an account's key. */
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
            return new Outcome.Unusable(Messages.notKey(e.getMessage()));
        }
    }

    private static List<String> remarks(AccountSecrets secrets) {
        List<String> remarks = new ArrayList<>();
        List<StoredSecret> found = List.copyOf(secrets.found().values());
        if (found.getFirst().copies() > 1) {
            remarks.add(Messages.sameName(found.getFirst().copies()));
        }
        if (found.size() > 1 && !found.getFirst().text().equals(found.getLast().text())) {
            remarks.add(Messages.OTHER_CLOUD_NAME_DIFFERS);
        }
        return remarks;
    }
}
