package wandb.auth.keyring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.spi.Availability;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainItem;
import wandb.auth.keyring.keychain.StoredSecret;

/** A keychain in memory that may have several items of a name, each in a collection of its own; the last one is the newest. */
final class MemoryKeychain implements Keychain {

    /** An item; its collection tells it from others of its name. */
    record Item(ItemName name, String collection, String secret) {}

    private final List<Item> items = new ArrayList<>();

    MemoryKeychain with(ItemName name, String collection, String secret) {
        items.add(new Item(name, collection, secret));
        return this;
    }

    List<Item> items() {
        return items;
    }

    private List<Item> of(ItemName name) {
        return items.stream().filter(item -> item.name().equals(name)).toList().reversed();
    }

    @Override
    public Availability.Usable check() {
        return new Availability.Usable();
    }

    @Override
    public Optional<StoredSecret> read(ItemName name) {
        List<Item> named = of(name);
        return named.stream()
                .findFirst()
                .map(newest -> new StoredSecret(newest.secret(), newest.collection(), named.size()));
    }

    @Override
    public List<KeychainItem> others(ItemName name) {
        return of(name).stream()
                .skip(1)
                .map(item -> new KeychainItem(
                        name, item.collection(), StoredSecret.revision(item.secret()), name.placeIn(item.collection())))
                .toList();
    }

    @Override
    public void write(ItemName name, String secret) {
        String collection = read(name).map(StoredSecret::id).orElse("Login");
        items.removeIf(item -> item.name().equals(name) && item.collection().equals(collection));
        items.add(new Item(name, collection, secret));
    }

    @Override
    public void erase(KeychainItem erased) {
        items.removeIf(
                item -> item.name().equals(erased.name()) && item.collection().equals(erased.id()));
    }

    @Override
    public void close() {}
}
