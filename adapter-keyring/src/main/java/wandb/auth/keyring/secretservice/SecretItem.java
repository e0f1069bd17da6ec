package wandb.auth.keyring.secretservice;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.KeychainException;

/**
 * One item of the Secret Service.
 *
 * @param bus the bus on which it is
 * @param path its object
 */
record SecretItem(SessionBus bus, String path) {

    private static final String SCHEMA = "xdg:schema";
    private static final String GENERIC_SCHEMA = "org.freedesktop.Secret.Generic"; // as libsecret's secret-tool has it

    /** The attributes that an item of that name has at least. */
    static Map<String, String> searchedBy(ItemName name) {
        return Map.of("service", name.service(), "account", name.account());
    }

    /** The properties of a new item. */
    static Map<String, Object> properties(ItemName name) {
        Map<String, String> attributes =
                Map.of("service", name.service(), "account", name.account(), SCHEMA, GENERIC_SCHEMA);
        return Map.of(
                "org.freedesktop.Secret.Item.Label", new Object[] {"s", name.label()},
                "org.freedesktop.Secret.Item.Attributes", new Object[] {"a{ss}", attributes});
    }

    /** Whether it is no other program's: those say so by a schema or an {@code application} of their own. */
    boolean isOurs() throws KeychainException {
        Map<?, ?> attributes = (Map<?, ?>) property("Attributes", "a{ss}");
        Object schema = attributes.get(SCHEMA);
        return (schema == null || schema.equals(GENERIC_SCHEMA)) && !attributes.containsKey("application");
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
            throw BusProblems.misunderstood();
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
