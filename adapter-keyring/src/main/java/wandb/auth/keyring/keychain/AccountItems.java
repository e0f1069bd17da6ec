package wandb.auth.keyring.keychain;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;

/**
 * The items that an account's key may be in: one for each name of its server.
 *
 * @param names the items, in the order in which a lookup takes them
 * @param main the one that a save always sets
 */
public record AccountItems(List<ItemName> names, ItemName main) {

    public static AccountItems of(Account account) {
        Host host = account.host();
        String profile = account.profile().name();
        if (!host.isPublicCloud()) {
            ItemName only = ItemName.of(host.url(), profile);
            return new AccountItems(List.of(only), only);
        }
        List<ItemName> names = new ArrayList<>();
        for (String machine : host.machines()) {
            names.add(ItemName.of("https://" + machine, profile));
        }
        return new AccountItems(List.copyOf(names), ItemName.of(Host.PUBLIC_CLOUD.url(), profile));
    }
}
