package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.spi.Saved;
import wandb.auth.keyring.MemoryKeychain.Item;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.message.Messages;

/** What becomes of the other items of a name when a key is saved. */
class KeySaveTest {

    private static final AccountItems ITEMS = AccountItems.of(Given.account("https://wandb.example.com"));
    private static final ItemName NAME = ITEMS.main();
    private static final String KEY = Given.KEY.reveal();

    private final MemoryKeychain keychain = new MemoryKeychain();

    private Saved save() throws Exception {
        return new KeySave(keychain, ITEMS, Given.KEY, Given.ANYTHING).run();
    }

    private static Saved stored(String... remarks) {
        return new Saved.Stored(NAME.place(), StoredSecret.revision(KEY), List.of(remarks));
    }

    @Test
    void copiesOfTheKeyThatIsReplacedGo() throws Exception {
        keychain.with(NAME, "Team", "a").with(NAME, "Login", "a");

        assertEquals(stored(), save());
        assertEquals(List.of(new Item(NAME, "Login", KEY)), keychain.items());
    }

    @Test
    void copiesOfTheKeyThatIsSavedGo() throws Exception {
        keychain.with(NAME, "Team", KEY).with(NAME, "Login", "a");

        assertEquals(stored(), save());
        assertEquals(List.of(new Item(NAME, "Login", KEY)), keychain.items());
    }

    /** It may be nowhere else. */
    @Test
    void anotherKeyThanTheReplacedOneStaysAndItsCollectionIsNamed() throws Exception {
        keychain.with(NAME, "Team", "b").with(NAME, "Login", "a");

        assertEquals(stored(Messages.otherKeyLeft(NAME.placeIn("Team"))), save());
        assertEquals(List.of(new Item(NAME, "Team", "b"), new Item(NAME, "Login", KEY)), keychain.items());
    }
}
