package wandb.auth.keyring.secretservice;

import java.time.Duration;
import org.freedesktop.dbus.DBusPath;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.TimeoutBudget;

/**
 * The questions that the Secret Service puts to a person before it goes on. A service may have one that completes by itself;
 * where nobody may be asked, it is given a moment for that, and then dismissed.
 */
record PromptHandler(SessionBus bus, BusProblems problems, Interaction interaction, TimeoutBudget patience) {

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
        String path = prompt.getPath();
        bus.call(BusCall.ofBus("AddMatch", "", "s", "type='signal',member='Completed',path='" + path + "'"));
        if (!isCompleted(path)) {
            throw areAllowed() ? problems.declined() : problems.wouldAsk();
        }
    }

    private boolean isCompleted(String path) throws KeychainException {
        BusCall question = BusCall.ofSecrets(path, "Prompt", "Prompt", "", "s", NO_WINDOW);
        if (!areAllowed()) {
            bus.call(question);
            Thread dismissing = dismissalAfter(patience.forProgramsAlone(), path);
            try {
                return !(Boolean) bus.signal(path, "Completed", "bv")[0];
            } finally {
                dismissing.interrupt();
            }
        }
        patience.beginAsking();
        try {
            bus.call(question);
            return !(Boolean) bus.signal(path, "Completed", "bv")[0];
        } finally {
            patience.endAsking();
        }
    }

    /** The service answers a dismissal as it answers a person's. */
    private Thread dismissalAfter(Duration moment, String path) {
        return Thread.ofPlatform().daemon().name("prompt").start(() -> {
            try {
                Thread.sleep(moment);
                bus.send(BusCall.ofSecrets(path, "Prompt", "Dismiss", "", ""));
            } catch (InterruptedException | KeychainException e) {
                // completed by itself, or the session is over: nothing is left to dismiss
            }
        });
    }
}
