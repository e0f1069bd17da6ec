package wandb.auth.domain.port;

import java.util.List;
import wandb.auth.domain.Account;
import wandb.auth.domain.Profile;
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
     * Forgets an account, and that its profile was switched to.
     *
     * @param account the account
     */
    record ForgetAccount(Account account) implements ConfigurationChange {}

    /**
     * Notes that other programs are to find the account's profile in the netrc file.
     *
     * @param account the account
     */
    record NoteSwitch(Account account) implements ConfigurationChange {}

    /**
     * Forgets that they were to find it.
     *
     * @param account the account
     */
    record ForgetSwitch(Account account) implements ConfigurationChange {}

    /** Whether the configuration says so already, so that nothing has to change. */
    default boolean isIn(Configuration configuration) {
        return switch (this) {
            case NoteAccount note ->
                configuration
                        .saved(note.account().account())
                        .filter(saved -> saved.store().equals(note.account().store())
                                && saved.userName().equals(note.account().userName()))
                        .isPresent();
            case ForgetAccount forget ->
                configuration.accounts() instanceof Parsed.Valid
                        && configuration.saved(forget.account()).isEmpty()
                        && !isSwitched(forget.account(), configuration);
            case NoteSwitch note ->
                isFirst(
                        note.account().profile(),
                        configuration.switched(note.account().host()));
            case ForgetSwitch forget -> !isSwitched(forget.account(), configuration);
        };
    }

    private static boolean isSwitched(Account account, Configuration configuration) {
        return configuration.switched(account.host()).contains(account.profile());
    }

    private static boolean isFirst(Profile profile, List<Profile> profiles) {
        return !profiles.isEmpty() && profiles.getFirst().equals(profile);
    }
}
