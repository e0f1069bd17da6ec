package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** The store under test, opened for one profile, and what the tests do with it again and again. */
final class Opened {

    static final Precondition ANYTHING = new Precondition.Anything();
    static final Precondition ABSENT = new Precondition.Absent();

    private static final SecureRandom RANDOM = new SecureRandom();

    private final CredentialStoreContract contract;
    private final Profile profile;
    private final Set<Account> used = ConcurrentHashMap.newKeySet();

    Opened(CredentialStoreContract contract, Profile profile) {
        this.contract = contract;
        this.profile = profile;
    }

    CredentialStoreContract contract() {
        return contract;
    }

    Profile profile() {
        return profile;
    }

    /** The store, opened again: nothing may depend on one opening being used twice. */
    CredentialStore store() {
        return open(contract.usable());
    }

    CredentialStore open(Surroundings surroundings) {
        return contract.provider().open(surroundings.environment(), surroundings.section());
    }

    boolean has(Limit limit) {
        return contract.limits().contains(limit);
    }

    /** An account that no other test uses. */
    Account freshAccount() {
        Account account = new Account(
                Host.parse("https://contract-" + Long.toHexString(RANDOM.nextLong()) + ".example.com"), profile);
        used.add(account);
        return account;
    }

    /** The account of this profile on a server, which may be one that other tests use too: without a key. */
    Account account(String host) {
        return prepared(new Account(Host.parse(host), profile));
    }

    Account account(Host host, Profile other) {
        return prepared(new Account(host, other));
    }

    private Account prepared(Account account) {
        used.add(account);
        store().erase(query(account), ANYTHING);
        return account;
    }

    /** A key that nobody has, so that one of an earlier run is not taken for it. */
    static ApiKey key() {
        StringBuilder text = new StringBuilder();
        while (text.length() < ApiKey.MIN_SECRET_LENGTH) {
            text.append(Character.forDigit(RANDOM.nextInt(16), 16));
        }
        return ApiKey.parse(text.toString());
    }

    Query query(Account account) {
        return query(account, contract.patience());
    }

    static Query query(Account account, Duration patience) {
        return new Query(account, Interaction.NONE, Deadline.after(patience, System.nanoTime()));
    }

    Outcome find(Account account) {
        return store().find(query(account)).outcome();
    }

    Saved save(Account account, ApiKey key, Precondition expected) {
        return store().save(query(account), key, expected);
    }

    Erased erase(Account account, Precondition expected) {
        return store().erase(query(account), expected);
    }

    /** Saves the key over whatever is there. */
    Revision saved(Account account, ApiKey key) {
        return assertInstanceOf(Saved.Stored.class, save(account, key, ANYTHING))
                .revision();
    }

    void assertHolds(Account account, ApiKey key) {
        assertEquals(
                key.reveal(),
                assertInstanceOf(Outcome.Found.class, find(account))
                        .credential()
                        .reveal());
    }

    void assertAbsent(Account account) {
        assertInstanceOf(Outcome.Absent.class, find(account));
    }

    /** Erases whatever the tests may have left. */
    void cleanUp() {
        CredentialStore store = store();
        for (Account account : used) {
            store.erase(query(account), ANYTHING);
        }
        used.clear();
    }
}
