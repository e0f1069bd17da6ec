package wandb.auth.app.login;

import java.util.Optional;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.domain.Account;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.SecretMask;
import wandb.auth.domain.port.server.Verdict;

/**
 * Whose a key is, as far as a server told. A name that was told of another key says nothing of this one.
 *
 * @param accounts what is noted
 * @param stores where the key before is
 */
record UserOfKey(Accounts accounts, CredentialStores stores, QueryFactory queries) {

    /** The user to note with the key. The key before is looked at only where a name is noted and the server was not asked. */
    Optional<String> of(SaveKeyCommand command, Optional<Verdict> verdict) {
        Optional<String> told = told(verdict);
        return told.isPresent() ? told : notedOfSameKey(command);
    }

    private Optional<String> notedOfSameKey(SaveKeyCommand command) {
        Optional<String> user = accounts.userOf(command.account());
        Optional<SourceId> store = user.isEmpty() ? Optional.empty() : accounts.storeOf(command.account());
        if (store.isEmpty() || command.source().isIn(store.get())) {
            return user;
        }
        return stores.store(store.get())
                .flatMap(before -> before.keyOf(queries.toStore(command.account())))
                .filter(command.key()::equals)
                .flatMap(same -> user);
    }

    /** Notes what the server said of a key that stays where it is. A name is decoration: where it cannot be noted, it is not. */
    void note(Account account, Step step, Verdict verdict) {
        Optional<String> name = told(Optional.of(verdict));
        if (name.isEmpty()) {
            return;
        }
        boolean isElsewhere = accounts.storeOf(account)
                .filter(store -> !store.equals(step.source()))
                .isPresent();
        if (!isElsewhere && stores.store(step.source()).isPresent()) {
            accounts.note(account, step.source(), name);
        }
    }

    private static Optional<String> told(Optional<Verdict> verdict) {
        return verdict.isPresent() && verdict.get() instanceof Verdict.Confirmed confirmed
                ? Optional.of(confirmed.identity().userName()).filter(name -> !name.contains(SecretMask.HIDDEN))
                : Optional.empty();
    }
}
