package wandb.auth.domain.port.configuration;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;

/** One change of the user's {@code auth.ini}. */
public sealed interface ConfigurationChange {

    /** Whether the configuration says so already, so that nothing has to change. */
    boolean isIn(Configuration configuration);

    /**
     * Notes an account, replacing what was noted of it.
     *
     * @param account what is noted
     */
    record NoteAccount(SavedAccount account) implements ConfigurationChange {
        @Override
        public boolean isIn(Configuration configuration) {
            Optional<SavedAccount> saved = configuration.saved(account.account());
            return saved.isPresent()
                    && saved.get().store().equals(account.store())
                    && saved.get().userName().equals(account.userName());
        }
    }

    /**
     * Forgets accounts, unless the key of one was saved to another store since.
     *
     * @param places the accounts, each with the store that its key was last saved to, as far as the caller knows
     */
    record ForgetAccounts(List<KeyPlace> places) implements ConfigurationChange {
        public ForgetAccounts {
            places = List.copyOf(places);
        }

        @Override
        public boolean isIn(Configuration configuration) {
            return configuration.accounts() instanceof Parsed.Valid<SavedAccounts> known && isIn(known.value());
        }

        private boolean isIn(SavedAccounts saved) {
            Set<AccountKey> noted = new HashSet<>();
            for (SavedAccount account : saved.all()) {
                noted.add(AccountKey.of(account.account()));
            }
            for (KeyPlace place : places) {
                if (noted.contains(AccountKey.of(place.account()))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Sets up a source or store that has no section yet.
     *
     * @param id its id
     * @param settings its settings, in the order in which they are written
     */
    record AddStore(SourceId id, Map<String, String> settings) implements ConfigurationChange {
        public AddStore {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }

        @Override
        public boolean isIn(Configuration configuration) {
            return settings.equals(configuration.storeSettings().get(id));
        }
    }

    /**
     * Removes the section of a source or store.
     *
     * @param id its id
     */
    record RemoveStore(SourceId id) implements ConfigurationChange {
        @Override
        public boolean isIn(Configuration configuration) {
            return !configuration.storeSettings().containsKey(id);
        }
    }

    /** Removes what the first edition noted of the netrc file. */
    record ForgetFormerSwitches() implements ConfigurationChange {
        @Override
        public boolean isIn(Configuration configuration) {
            return configuration.formerSwitches().isEmpty();
        }
    }
}
