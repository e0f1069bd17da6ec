package wandb.auth.keyring.secretservice;

import java.util.List;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import wandb.auth.keyring.keychain.KeychainException;

/**
 * What is locked in the Secret Service, and its opening.
 *
 * @param bus the bus on which the service is
 * @param prompts asks a person, where one may be asked
 */
record CollectionUnlocker(SessionBus bus, PromptHandler prompts) {

    /** The collection in which new items are made. */
    String defaultCollection() throws KeychainException {
        Object[] answer = bus.call(BusCall.ofSecrets(SecretService.PATH, "Service", "ReadAlias", "o", "s", "default"));
        DBusPath collection = (DBusPath) answer[0];
        if (PromptHandler.isNone(collection)) {
            throw BusProblems.noCollection();
        }
        return collection.getPath();
    }

    boolean isLocked(String collection) throws KeychainException {
        Variant<?> value = (Variant<?>) bus.call(BusCall.ofProperty(collection, "Collection", "Locked"))[0];
        return Boolean.TRUE.equals(value.getValue());
    }

    /** Unlocks collections or items. A service opens some without asking; else a person is asked where one may be. */
    void open(List<String> objects) throws KeychainException {
        Object[] answer = bus.call(BusCall.ofSecrets(SecretService.PATH, "Service", "Unlock", "aoo", "ao", objects));
        DBusPath prompt = (DBusPath) answer[1];
        boolean open =
                PromptHandler.isNone(prompt) && SecretService.paths(answer[0]).containsAll(objects);
        if (!open && (PromptHandler.isNone(prompt) || !prompts.areAllowed())) {
            throw BusProblems.locked();
        }
        prompts.ask(prompt);
    }
}
