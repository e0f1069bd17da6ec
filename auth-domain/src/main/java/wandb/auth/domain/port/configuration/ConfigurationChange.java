package wandb.auth.domain.port.configuration;

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
            case ForgetFormerSwitches forget -> configuration.formerSwitches().isEmpty();
        };
    }
}
