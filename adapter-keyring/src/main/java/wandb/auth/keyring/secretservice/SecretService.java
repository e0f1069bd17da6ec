package wandb.auth.keyring.secretservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Environment;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.keychain.TimeoutBudget;

/**
 * The Secret Service of this session (Secret Service API 0.2 of freedesktop.org), as kept by GNOME Keyring, KWallet or
 * KeePassXC.
 *
 * <p>Items are searched in all collections and created in the default one. Where several have the same name, the one that
 * was changed last counts; a write leaves only that.
 */
public final class SecretService implements Keychain {

    static final String PATH = "/org/freedesktop/secrets";

    private final SessionBus bus;
    private final PromptHandler prompts;
    private final CollectionUnlocker locks;
    private @Nullable TransferSession session;

    private SecretService(SessionBus bus, Interaction interaction, TimeoutBudget patience) {
        this.bus = bus;
        this.prompts = new PromptHandler(bus, interaction, patience);
        this.locks = new CollectionUnlocker(bus, prompts);
    }

    public static SecretService connect(Environment environment, Interaction interaction, TimeoutBudget patience)
            throws KeychainException {
        return new SecretService(SessionBus.connect(environment), interaction, patience);
    }

    @Override
    public void check() throws KeychainException {
        if (locks.isLocked(locks.defaultCollection())) {
            throw BusProblems.locked();
        }
    }

    @Override
    public Optional<StoredSecret> read(ItemName name) throws KeychainException {
        List<SecretItem> items = items(name);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        String text = SecretItem.newest(items).secret(session());
        return Optional.of(new StoredSecret(text, items.size()));
    }

    @Override
    public void write(ItemName name, String secret) throws KeychainException {
        List<SecretItem> items = items(name);
        if (items.isEmpty()) {
            create(name, secret);
            return;
        }
        SecretItem newest = SecretItem.newest(items);
        newest.set(session().encrypted(secret));
        for (SecretItem item : items) {
            if (!item.equals(newest)) {
                item.delete(prompts);
            }
        }
    }

    /** Never with the wish to replace: that may take an item of another program that has our attributes and more. */
    private void create(ItemName name, String secret) throws KeychainException {
        String collection = locks.defaultCollection();
        locks.open(List.of(collection));
        Object[] answer = bus.call(BusCall.ofSecrets(
                collection,
                "Collection",
                "CreateItem",
                "oo",
                "a{sv}(oayays)b",
                SecretItem.properties(name),
                session().encrypted(secret),
                false));
        prompts.ask((DBusPath) answer[1]);
    }

    @Override
    public void erase(ItemName name) throws KeychainException {
        for (SecretItem item : items(name)) {
            item.delete(prompts);
        }
    }

    /**
     * The items of that name. What is locked is opened first: also the default collection, where nothing was found
     * elsewhere, since not every service tells what is in a locked one.
     */
    private List<SecretItem> items(ItemName name) throws KeychainException {
        List<String> locked = new ArrayList<>();
        List<SecretItem> items = search(name, locked);
        if (items.isEmpty() && locked.isEmpty()) {
            String collection = locks.defaultCollection();
            if (locks.isLocked(collection)) {
                locked.add(collection);
            }
        }
        if (!locked.isEmpty()) {
            locks.open(locked);
            items = search(name, new ArrayList<>());
        }
        return items;
    }

    private List<SecretItem> search(ItemName name, List<String> locked) throws KeychainException {
        Map<String, String> wanted = SecretItem.searchedBy(name);
        Object[] answer = bus.call(BusCall.ofSecrets(PATH, "Service", "SearchItems", "aoao", "a{ss}", wanted));
        locked.addAll(paths(answer[1]));
        List<SecretItem> items = new ArrayList<>();
        for (String path : paths(answer[0])) {
            SecretItem item = new SecretItem(bus, path);
            if (item.isOurs()) {
                items.add(item);
            }
        }
        return items;
    }

    static List<String> paths(Object objects) {
        List<String> paths = new ArrayList<>();
        for (Object object : (List<?>) objects) {
            paths.add(((DBusPath) object).getPath());
        }
        return paths;
    }

    private TransferSession session() throws KeychainException {
        TransferSession open = session;
        if (open == null) {
            open = TransferSession.open(bus);
            session = open;
        }
        return open;
    }

    @Override
    public void close() {
        bus.close();
    }
}
