package wandb.auth.keyring.secretservice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/** One item of the Secret Service. */
record SecretItem(SessionBus bus, String path) {

    private static final String SCHEMA = "xdg:schema";
    private static final String GENERIC_SCHEMA = "org.freedesktop.Secret.Generic"; // as libsecret's secret-tool has it

    private static final String APPLICATION = "application";
    private static final String PYTHON = "Python keyring library";

    /** The object of the collection that it is in. */
    String collection() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The attributes that an item of that name has at least. */
    static Map<String, String> searchedBy(ItemName name) {
        return Map.of("service", name.service());
    }

    static Map<String, Object> properties(ItemName name) {
        Map<String, String> attributes = new HashMap<>(namedBy(name));
        attributes.put(SCHEMA, GENERIC_SCHEMA);
        return Map.of(
                "org.freedesktop.Secret.Item.Label", new Object[] {"s", name.label()},
                "org.freedesktop.Secret.Item.Attributes", new Object[] {"a{ss}", attributes});
    }

    /** The attributes by which our own lookup and that of Python's keyring find an item. */
    private static Map<String, String> namedBy(ItemName name) {
        return Map.of("service", name.service(), "account", name.account(), "username", name.account());
    }

    /**
     * Whether it has the name and is no other program's: those say so by a schema or an {@code application} of their own. What
     * Python's keyring saved under our name is ours.
     */
    boolean isOf(ItemName name) throws KeychainException {
        Map<?, ?> attributes = attributes();
        Object schema = attributes.get(SCHEMA);
        Object application = attributes.get(APPLICATION);
        Object user = attributes.get("username");
        Object account = application != null && user != null ? user : attributes.get("account");
        return (schema == null || schema.equals(GENERIC_SCHEMA))
                && (application == null || application.equals(PYTHON))
                && name.service().equals(attributes.get("service"))
                && name.account().equals(account == null ? user : account);
    }

    private Map<?, ?> attributes() throws KeychainException {
        return (Map<?, ?>) property("Attributes", "a{ss}");
    }

    /**
     * Adds what other programs find it by; an item that another program has made may lack it. A service that changes no
     * attributes, such as KeePassXC, leaves them as they are: the secret is in place all the same.
     */
    void completeAttributes(ItemName name) throws KeychainException {
        Map<?, ?> present = attributes();
        if (present.keySet().containsAll(namedBy(name).keySet())) {
            return;
        }
        Map<String, String> all = new HashMap<>(namedBy(name));
        present.forEach((key, value) -> all.put((String) key, (String) value));
        try {
            bus.call(BusCall.ofChange(path, "Item", "Attributes", new Object[] {"a{ss}", all}));
        } catch (KeychainException e) {
            return; // reading it back shows whether the service is there still
        }
    }

    boolean isLocked() throws KeychainException {
        return (Boolean) property("Locked", "b");
    }

    /** The one that was changed last; among those of the same second, the one that was made last. */
    static SecretItem newest(List<SecretItem> items) throws KeychainException {
        SecretItem newest = items.getFirst();
        if (items.size() == 1) {
            return newest;
        }
        for (SecretItem item : items) {
            int order = item.modified().compareTo(newest.modified());
            if (order > 0 || (order == 0 && item.isMadeAfter(newest))) {
                newest = item;
            }
        }
        return newest;
    }

    private UInt64 modified() throws KeychainException {
        return (UInt64) property("Modified", "t");
    }

    /** Services number their items. */
    private boolean isMadeAfter(SecretItem other) {
        int longer = path.length() - other.path.length();
        return longer > 0 || (longer == 0 && path.compareTo(other.path) > 0);
    }

    private Object property(String name, String type) throws KeychainException {
        Variant<?> value = (Variant<?>) bus.call(BusCall.ofProperty(path, "Item", name))[0];
        if (!value.getSig().equals(type)) {
            throw new KeychainException(Messages.serviceMisunderstood());
        }
        return value.getValue();
    }

    String secret(TransferSession session) throws KeychainException {
        Object[] answer =
                bus.call(BusCall.ofSecrets(path, "Item", "GetSecret", "(oayays)", "o", new DBusPath(session.path())));
        return session.decrypted((Object[]) answer[0]);
    }

    void set(Object[] secret) throws KeychainException {
        bus.call(BusCall.ofSecrets(path, "Item", "SetSecret", "", "(oayays)", (Object) secret));
    }

    void delete(PromptHandler prompts) throws KeychainException {
        Object[] answer = bus.call(BusCall.ofSecrets(path, "Item", "Delete", "o", ""));
        prompts.ask((DBusPath) answer[0]);
    }
}
