package wandb.auth.domain.port.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;

class SavedAccountsTest {

    private static final SourceId NETRC = new SourceId("netrc");
    private static final Host SECOND_NAME = Host.parse("https://api.forge.coreweave.com");
    private static final SavedAccount CLOUD = saved(Host.PUBLIC_CLOUD, "default");
    private static final SavedAccount PATH = saved(Host.parse("https://wandb.example.com/a"), "work");
    private static final SavedAccounts SAVED = new SavedAccounts(List.of(CLOUD, PATH));

    private static SavedAccount saved(Host host, String profile) {
        return new SavedAccount(new Account(host, new Profile(profile)), NETRC, Optional.empty());
    }

    private static Account account(String host, String profile) {
        return new Account(Host.parse(host), new Profile(profile));
    }

    @Test
    void anAccountIsFoundUnderEitherNameOfTheCloud() {
        assertEquals(Optional.of(CLOUD), SAVED.of(new Account(SECOND_NAME, Profile.DEFAULT)));
        assertEquals(Optional.of(PATH), SAVED.of(PATH.account()));
        assertEquals(Optional.empty(), SAVED.of(account("https://wandb.example.com/a", "default")));
        assertEquals(Optional.empty(), SAVED.of(account("https://wandb.example.com", "work")));
    }

    @Test
    void aServerIsKnownByItsWholeAddress() {
        assertTrue(SAVED.hasServer(SECOND_NAME));
        assertTrue(SAVED.hasServer(Host.parse("https://wandb.example.com/a")));
        assertFalse(SAVED.hasServer(Host.parse("https://wandb.example.com")));
    }

    /** The netrc file has one entry for both. */
    @Test
    void anotherAddressOfTheSameMachineHoldsTheSameEntry() {
        Account other = account("https://wandb.example.com/b", "work");
        assertEquals(Optional.of(PATH.account()), SAVED.otherUnderSameName(other, NETRC));
        assertEquals(Optional.empty(), SAVED.otherUnderSameName(other, new SourceId("keyring")));
        assertEquals(Optional.of(PATH.account()), SAVED.otherUnderSameName(other));
        assertEquals(Optional.empty(), SAVED.otherUnderSameName(PATH.account(), NETRC));
        assertEquals(
                Optional.empty(), SAVED.otherUnderSameName(account("https://wandb.example.com/b", "default"), NETRC));
        assertEquals(Optional.empty(), SAVED.otherUnderSameName(account("https://other.example.com", "work"), NETRC));
    }

    @Test
    void theCloudIsOneKeyOfAMapUnderBothItsNames() {
        assertEquals(AccountKey.of(CLOUD.account()), AccountKey.of(new Account(SECOND_NAME, Profile.DEFAULT)));
        assertNotEquals(AccountKey.of(CLOUD.account()), AccountKey.of(new Account(SECOND_NAME, new Profile("work"))));
    }
}
