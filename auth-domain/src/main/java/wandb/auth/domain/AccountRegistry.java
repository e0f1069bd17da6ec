package wandb.auth.domain;

import java.util.List;
import java.util.Optional;

/**
 * Remembers which accounts this user has saved, and in which stores. A port that only a room of this project fills.
 *
 * <p>No store is ever searched for accounts: a name in a shared file may be anybody's.
 */
public interface AccountRegistry {

    /** What is remembered; never an exception. */
    Registered read(Environment environment);

    /** Remembers the entry in place of an earlier one for the same account, and reads it back. */
    Noted note(Environment environment, Entry entry);

    /** Forgets the account. */
    Noted forget(Environment environment, Account account);

    /**
     * One account that was saved.
     *
     * @param account the account
     * @param store the store that its key was last saved to
     * @param userName the name of its user as the server last told it; empty where it was never asked
     */
    record Entry(Account account, SourceId store, Optional<String> userName) {}

    /** What is remembered. */
    sealed interface Registered {}

    /**
     * The accounts.
     *
     * @param entries in the order in which they were saved first, one for each account
     */
    record Entries(List<Entry> entries) implements Registered {
        public Entries {
            entries = List.copyOf(entries);
        }

        /** What is remembered of the account; the public cloud is one server under either of its names. */
        public Optional<Entry> of(Account account) {
            for (Entry entry : entries) {
                if (entry.account().isSameAccount(account)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The file cannot be read or understood, so that nobody knows which store holds a key.
     *
     * @param location the file, and its line where one is to blame
     * @param reason why, and what to do
     */
    record Unreadable(Location location, Reason reason) implements Registered {}

    /** What came of remembering or forgetting. */
    sealed interface Noted {}

    /**
     * The file says so now.
     *
     * @param location the file
     */
    record Kept(Location location) implements Noted {}

    /**
     * It did not work; the file is as it was.
     *
     * @param location the file
     * @param reason why, and what to do
     */
    record Failed(Location location, Reason reason) implements Noted {}
}
