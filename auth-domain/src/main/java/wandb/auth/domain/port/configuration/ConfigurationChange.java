package wandb.auth.domain.port.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.account.SavedAccount;

/** One change of the user's {@code auth.ini}. */
public sealed interface ConfigurationChange {

    /**
     * Notes an account, replacing what was noted of it.
     *
     * @param account what is noted
     */
    record NoteAccount(SavedAccount account) implements ConfigurationChange {}

    /**
     * Forgets an account, unless its key was saved to another store since.
     *
     * @param account the account
     * @param store the store that its key was last saved to, as far as the caller knows
     */
    record ForgetAccount(Account account, SourceId store) implements ConfigurationChange {}

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
    }

    /**
     * Removes the section of a source or store.
     *
     * @param id its id
     */
    record RemoveStore(SourceId id) implements ConfigurationChange {}

    /** Removes what the first edition noted of the netrc file. */
    record ForgetFormerSwitches() implements ConfigurationChange {}

    /** Whether the configuration says so already, so that nothing has to change. */
    default boolean isIn(Configuration configuration) {
        return switch (this) {
            case NoteAccount note -> {
                Optional<SavedAccount> saved =
                        configuration.saved(note.account().account());
                yield saved.isPresent()
                        && saved.get().store().equals(note.account().store())
                        && saved.get().userName().equals(note.account().userName());
            }
            case ForgetAccount forget ->
                configuration.accounts() instanceof Parsed.Valid
                        && configuration.saved(forget.account()).isEmpty();
            case AddStore add -> add.settings().equals(configuration.storeSettings().get(add.id()));
            case RemoveStore remove -> !configuration.storeSettings().containsKey(remove.id());
            case ForgetFormerSwitches forget -> configuration.formerSwitches().isEmpty();
        };
    }
}
