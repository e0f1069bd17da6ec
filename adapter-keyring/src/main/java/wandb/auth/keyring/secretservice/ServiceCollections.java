package wandb.auth.keyring.secretservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/**
 * The collections of the Secret Service: keyrings, wallets, databases. They are searched one by one, since a service may open
 * a window when it is asked to search in all of them and one is locked.
 */
record ServiceCollections(SessionBus bus, PromptHandler prompts) {

    /** Of GNOME Keyring: gone with the session. */
    private static final String FLEETING = "/org/freedesktop/secrets/collection/session";

    private static final String LABEL = "Login";

    private List<String> all() throws KeychainException {
        Variant<?> value = (Variant<?>) bus.call(BusCall.ofProperty(SecretService.PATH, "Service", "Collections"))[0];
        if (!value.getSig().equals("ao")) {
            throw new KeychainException(Messages.serviceMisunderstood());
        }
        return SecretService.paths(value.getValue());
    }

    boolean isLocked(String collection) throws KeychainException {
        Variant<?> value = (Variant<?>) bus.call(BusCall.ofProperty(collection, "Collection", "Locked"))[0];
        return Boolean.TRUE.equals(value.getValue());
    }

    /** What a person sees of a collection in a list; for one without a label the end of its path. */
    String titleOf(String collection) throws KeychainException {
        Variant<?> value = (Variant<?>) bus.call(BusCall.ofProperty(collection, "Collection", "Label"))[0];
        String label = String.valueOf(value.getValue());
        return label.isBlank() ? collection.substring(collection.lastIndexOf('/') + 1) : label;
    }

    /** The collection in which new items are made: the default one, else the only one that lasts. */
    Optional<String> main() throws KeychainException {
        Object[] answer = bus.call(BusCall.ofSecrets(SecretService.PATH, "Service", "ReadAlias", "o", "s", "default"));
        DBusPath collection = (DBusPath) answer[0];
        if (!PromptHandler.isNone(collection)) {
            return Optional.of(collection.getPath());
        }
        List<String> lasting = lasting();
        return lasting.size() == 1 ? Optional.of(lasting.getFirst()) : Optional.empty();
    }

    private List<String> lasting() throws KeychainException {
        List<String> lasting = new ArrayList<>(all());
        lasting.remove(FLEETING);
        return lasting;
    }

    /** The same, open; if there is none, a person is asked to have one made. */
    String openMain() throws KeychainException {
        Optional<String> main = main();
        if (main.isPresent()) {
            open(List.of(main.get()));
            return main.get();
        }
        if (!prompts.areAllowed()) {
            throw prompts.problems().noCollection();
        }
        Map<String, Object> properties = Map.of("org.freedesktop.Secret.Collection.Label", new Object[] {"s", LABEL});
        Object[] answer = bus.call(BusCall.ofSecrets(
                SecretService.PATH, "Service", "CreateCollection", "oo", "a{sv}s", properties, "default"));
        prompts.ask((DBusPath) answer[1]);
        return main().orElseThrow(() -> prompts.problems().noCollection());
    }

    /** The items of that name in what is open. */
    List<SecretItem> openItems(ItemName name) throws KeychainException {
        List<SecretItem> items = new ArrayList<>();
        for (String collection : all()) {
            if (!isLocked(collection)) {
                items.addAll(itemsIn(collection, name));
            }
        }
        return items;
    }

    /**
     * What may hold an item of that name and is locked: the main collection, another one where the service tells so, and any
     * of a service that does not tell.
     */
    List<String> lockedThatMayHold(ItemName name) throws KeychainException {
        Optional<String> main = main();
        if (main.isEmpty() && lasting().isEmpty()) {
            throw prompts.problems().noCollection();
        }
        List<String> locked = new ArrayList<>();
        for (String collection : all()) {
            if (isLocked(collection)
                    && (main.filter(collection::equals).isPresent()
                            || !prompts.problems().program().tellsOfLocked()
                            || !itemsIn(collection, name).isEmpty())) {
                locked.add(collection);
            }
        }
        return locked;
    }

    private List<SecretItem> itemsIn(String collection, ItemName name) throws KeychainException {
        Object[] answer = bus.call(
                BusCall.ofSecrets(collection, "Collection", "SearchItems", "ao", "a{ss}", SecretItem.searchedBy(name)));
        List<SecretItem> items = new ArrayList<>();
        for (String path : SecretService.paths(answer[0])) {
            SecretItem item = new SecretItem(bus, path);
            if (item.isOf(name)) {
                items.add(item);
            }
        }
        return items;
    }

    /** Unlocks collections or items. A service opens some without asking; else a person is asked where one may be. */
    void open(List<String> objects) throws KeychainException {
        Object[] answer = bus.call(BusCall.ofSecrets(SecretService.PATH, "Service", "Unlock", "aoo", "ao", objects));
        DBusPath prompt = (DBusPath) answer[1];
        boolean open =
                PromptHandler.isNone(prompt) && SecretService.paths(answer[0]).containsAll(objects);
        if (!open && (PromptHandler.isNone(prompt) || !prompts.areAllowed())) {
            throw prompts.problems().locked();
        }
        prompts.ask(prompt);
    }
}
