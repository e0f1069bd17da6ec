package wandb.auth.keyring.secretservice;

import org.freedesktop.dbus.DBusPath;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.TimeoutBudget;

/**
 * The questions that the Secret Service puts to a person before it goes on.
 *
 * @param bus the bus on which the service is
 * @param interaction whether a person may be asked
 * @param patience is told when one is being asked
 */
record PromptHandler(SessionBus bus, Interaction interaction, TimeoutBudget patience) {

    private static final String NO_WINDOW = "";

    /** Whether the path stands for no object: no question, or no collection. */
    static boolean isNone(DBusPath path) {
        return path.getPath().equals("/");
    }

    boolean areAllowed() {
        return interaction == Interaction.ALLOWED;
    }

    /** Has the question put and waits for the answer; nothing happens where there is no question. */
    void ask(DBusPath prompt) throws KeychainException {
        if (isNone(prompt)) {
            return;
        }
        if (!areAllowed()) {
            throw BusProblems.wouldAsk();
        }
        String path = prompt.getPath();
        bus.call(BusCall.ofBus("AddMatch", "", "s", "type='signal',member='Completed',path='" + path + "'"));
        patience.beginAsking();
        try {
            bus.call(BusCall.ofSecrets(path, "Prompt", "Prompt", "", "s", NO_WINDOW));
            boolean dismissed = (Boolean) bus.signal(path, "Completed", "bv")[0];
            if (dismissed) {
                throw BusProblems.declined();
            }
        } finally {
            patience.endAsking();
        }
    }
}
