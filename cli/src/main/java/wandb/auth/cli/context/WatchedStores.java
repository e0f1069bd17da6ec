package wandb.auth.cli.context;

import java.util.List;
import java.util.Set;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.DynamicStoreProvider;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreConfig;

/**
 * Stores of which a person is told who waits for them: a keychain that has to be unlocked, a helper, a server.
 *
 * @param console tells it
 */
record WatchedStores(Console console) {

    CredentialStore watched(SourceId id, CredentialStore store) {
        return new Store(console, waiting(id, store), store);
    }

    private CredentialSource watched(SourceId id, CredentialSource source) {
        return source instanceof CredentialStore store
                ? watched(id, store)
                : new Source(console, waiting(id, source), source);
    }

    private static String waiting(SourceId id, CredentialSource source) {
        String why = source.protection() == Protection.ENCRYPTED ? Messages.WHICH_MAY_BE_LOCKED : "";
        return Messages.WAITING_FOR_STORE + id + why;
    }

    DynamicStoreProvider watched(DynamicStoreProvider provider) {
        return new Provider(this, provider);
    }

    /** What is only read. */
    private record Source(Console console, String waiting, CredentialSource source) implements CredentialSource {

        @Override
        public Protection protection() {
            return source.protection();
        }

        @Override
        public Finding find(Query query) {
            return console.waiting(waiting, () -> source.find(query));
        }
    }

    private record Store(Console console, String waiting, CredentialStore store) implements CredentialStore {

        @Override
        public Protection protection() {
            return store.protection();
        }

        @Override
        public Finding find(Query query) {
            return console.waiting(waiting, () -> store.find(query));
        }

        @Override
        public Availability availability(Deadline deadline) {
            return console.waiting(waiting, () -> store.availability(deadline));
        }

        @Override
        public Saved save(Query query, ApiKey key, Precondition expected) {
            return console.waiting(waiting, () -> store.save(query, key, expected));
        }

        @Override
        public Erased erase(Query query, Precondition expected) {
            return console.waiting(waiting, () -> store.erase(query, expected));
        }
    }

    private record Provider(WatchedStores stores, DynamicStoreProvider provider) implements DynamicStoreProvider {

        @Override
        public List<SourceId> ids(Environment environment, Set<SourceId> mentioned) {
            return provider.ids(environment, mentioned);
        }

        @Override
        public StoreLookup open(SourceId id, Environment environment, StoreConfig section, Approval approval) {
            StoreLookup found = provider.open(id, environment, section, approval);
            return found instanceof StoreLookup.Opened opened
                    ? new StoreLookup.Opened(stores.watched(id, opened.source()))
                    : found;
        }
    }
}
