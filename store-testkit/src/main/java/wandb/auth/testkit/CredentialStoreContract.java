package wandb.auth.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Profile;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreProvider;

/**
 * What every store promises, as tests. The test of a store extends this class and says how the store is opened; all
 * promises to one process are tested twice, for the profile that is meant where none is named and for a named one.
 *
 * <p>The tests save, replace and erase keys of invented servers, of {@code localhost} and of the public cloud. Run them
 * against a place of their own, never against one that holds keys that somebody uses. They erase what they saved.
 *
 * <p>A test class that needs a place to be prepared does so in methods of its own, before each test or before all; a test
 * expects nothing of the place but that it can be used.
 *
 * <p>This class is part of the published contract: between versions whose first number is the same, methods to fill in are
 * only added with a default. Promises may be added in any version, where a store that breaks one would harm its users.
 */
@Timeout(300)
public abstract class CredentialStoreContract {

    /** For the test class of a store. */
    protected CredentialStoreContract() {}

    /** A provider of the store, made as the module system makes it: by its constructor without arguments. */
    protected abstract StoreProvider provider();

    /** What the store is opened with where it can be used; asked for again at every opening. */
    protected abstract Surroundings usable();

    /**
     * What the store is opened with where its place is not there: a file that cannot be read, a server to which nothing
     * listens, a service that does not run.
     */
    protected abstract Surroundings unavailable();

    /**
     * What the store is opened with where its place accepts what it is asked and never answers: a socket that somebody
     * listens at who says nothing. Empty if there is no such place, as for a local file.
     */
    protected Optional<Surroundings> silent() {
        return Optional.empty();
    }

    /**
     * Sets the account's key as another program would do it. A store whose place other programs write too overrides this
     * with the real thing.
     *
     * @throws Exception if that does not work: the test then fails
     */
    protected void writeAsAnother(Account account, ApiKey key) throws Exception {
        Surroundings surroundings = usable();
        CredentialStore another = provider().open(surroundings.environment(), surroundings.section());
        Saved saved = another.save(Opened.query(account, patience()), key, new Precondition.Anything());
        if (!(saved instanceof Saved.Stored)) {
            throw new IllegalStateException("another writer could not save: " + saved);
        }
    }

    /**
     * Whether another process of this machine that opens the store in the same surroundings has the same items, as is the
     * rule. The tests then start processes that make this class by its constructor without arguments and ask it for the
     * provider; nothing else of it is called there.
     */
    protected boolean isSharedWithOtherProcesses() {
        return true;
    }

    /** What the place of this store cannot do; nothing if it keeps every promise. */
    protected Set<Limit> limits() {
        return Set.of();
    }

    /** How long a call may take where the place can be used. */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    /** The promise to users who run several programs at once. */
    @Nested
    final class OtherProcesses extends ProcessesContract {
        OtherProcesses() {
            super(new Opened(CredentialStoreContract.this, Profile.DEFAULT));
        }
    }

    /** The promises to somebody who names no profile. */
    @Nested
    final class DefaultProfile extends ProfileContract {
        DefaultProfile() {
            super(new Opened(CredentialStoreContract.this, Profile.DEFAULT));
        }
    }

    /** The promises to somebody who names a profile. */
    @Nested
    final class NamedProfile extends ProfileContract {
        NamedProfile() {
            super(new Opened(CredentialStoreContract.this, new Profile("contract.named-1")));
        }
    }
}
