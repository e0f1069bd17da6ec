package wandb.auth.keyring;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.KeychainItem;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.keychain.TimeoutBudget;
import wandb.auth.keyring.message.Messages;

/**
 * The keychain of macOS: generic passwords in the user's own keychains, never in those that iCloud shares. One keychain
 * has one item of a service and an account.
 *
 * <p>Every call is first made with questions forbidden. So it is known when a person is being asked, and what is locked is told
 * at once where nobody may be.
 */
final class MacKeychain implements Keychain {

    private final SecurityFramework security;
    private final Interaction interaction;
    private final TimeoutBudget patience;

    private MacKeychain(SecurityFramework security, Interaction interaction, TimeoutBudget patience) {
        this.security = security;
        this.interaction = interaction;
        this.patience = patience;
        security.allowQuestions(false);
    }

    static Keychain open(Interaction interaction, TimeoutBudget patience) throws KeychainException {
        try {
            return open(SecurityFramework.ofTheSystem(), interaction, patience);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new KeychainException(Messages.macMissing());
        }
    }

    /** The one with these functions. */
    static Keychain open(SecurityFramework security, Interaction interaction, TimeoutBudget patience) {
        return new MacKeychain(security, interaction, patience);
    }

    @Override
    public Availability.Usable check() throws KeychainException {
        int status = answer(MacItems::readiness).status();
        if (status != MacProblems.SUCCESS) {
            throw trouble(status);
        }
        return new Availability.Usable();
    }

    @Override
    public Optional<StoredSecret> readOpen(ItemName name) throws KeychainException {
        boolean isShut =
                answer(items -> items.find(name)).status() == MacProblems.INTERACTION_NOT_ALLOWED && isLocked();
        return isShut ? Optional.empty() : read(name);
    }

    @Override
    public Optional<StoredSecret> read(ItemName name) throws KeychainException {
        MacItems.Answer answer = answerOrAsk(items -> items.find(name));
        return switch (answer.status()) {
            case MacProblems.SUCCESS -> Optional.of(StoredSecret.only(answer.text()));
            case MacProblems.ITEM_NOT_FOUND -> Optional.empty();
            default -> throw trouble(answer.status());
        };
    }

    @Override
    public void write(ItemName name, String secret) throws KeychainException {
        int status = update(name, secret);
        if (status == MacProblems.ITEM_NOT_FOUND) {
            status = answerOrAsk(items -> items.add(name, secret)).status();
        }
        if (status == MacProblems.DUPLICATE_ITEM) { // another program was faster
            status = update(name, secret);
        }
        if (status != MacProblems.SUCCESS) {
            throw trouble(status);
        }
    }

    private int update(ItemName name, String secret) throws KeychainException {
        return answerOrAsk(items -> items.update(name, secret)).status();
    }

    @Override
    public void erase(KeychainItem item) throws KeychainException {
        int status = answerOrAsk(items -> items.delete(item.name())).status();
        if (status != MacProblems.SUCCESS && status != MacProblems.ITEM_NOT_FOUND) {
            throw trouble(status);
        }
    }

    /** Nothing is begun of a call that nobody waits for any more. */
    private MacItems.Answer answer(Function<MacItems, MacItems.Answer> call) throws KeychainException {
        if (Thread.currentThread().isInterrupted()) {
            throw KeychainException.silence();
        }
        try (MacItems items = new MacItems(security)) {
            return call.apply(items);
        }
    }

    /** The same, and once more with questions where only they are lacking. */
    private MacItems.Answer answerOrAsk(Function<MacItems, MacItems.Answer> call) throws KeychainException {
        MacItems.Answer first = answer(call);
        if (first.status() != MacProblems.INTERACTION_NOT_ALLOWED || interaction != Interaction.ALLOWED) {
            return first;
        }
        patience.beginAsking();
        security.allowQuestions(true);
        try {
            return answer(call);
        } finally {
            security.allowQuestions(false);
            patience.endAsking();
        }
    }

    private boolean isLocked() throws KeychainException {
        return answer(MacItems::readiness).status() == MacProblems.INTERACTION_NOT_ALLOWED;
    }

    /** That somebody would have to be asked is what macOS says of a locked keychain too. */
    private KeychainException trouble(int status) throws KeychainException {
        boolean isShut = status == MacProblems.INTERACTION_NOT_ALLOWED && isLocked();
        return new KeychainException(isShut ? Messages.macLocked() : MacProblems.of(status));
    }

    @Override
    public void close() {}
}
