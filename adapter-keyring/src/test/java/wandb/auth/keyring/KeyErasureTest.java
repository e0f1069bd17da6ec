package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.keyring.MemoryKeychain.Item;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.message.Messages;

/** What goes and what stays of an account with several items: of the public cloud's two names, and of one name. */
class KeyErasureTest {

    private static final AccountItems ITEMS = AccountItems.of(Given.account("https://api.wandb.ai"));
    private static final ItemName FIRST = ITEMS.names().getFirst();
    private static final ItemName SECOND = ITEMS.names().getLast();
    private static final Precondition A = new Precondition.Exactly(StoredSecret.revision("a"));

    private final MemoryKeychain keychain = new MemoryKeychain();

    private Erased erase(Precondition expected) throws Exception {
        return new KeyErasure(keychain, ITEMS, expected).run();
    }

    /** It may be nowhere else. */
    @Test
    void anotherKeyThanTheExpectedOneStays() throws Exception {
        keychain.with(FIRST, "Login", "a").with(SECOND, "Login", "b");

        assertEquals(new Erased.Gone(FIRST.place(), List.of(Messages.otherKeyLeft(SECOND.place()))), erase(A));
        assertEquals(List.of(new Item(SECOND, "Login", "b")), keychain.items());
    }

    @Test
    void theExpectedOneGoesUnderBothNames() throws Exception {
        keychain.with(FIRST, "Login", "a").with(SECOND, "Login", "a");

        assertEquals(new Erased.Gone(FIRST.place()), erase(A));
        assertEquals(List.of(), keychain.items());
    }

    @Test
    void anotherKeyUnderTheSameNameStaysAndItsCollectionIsNamed() throws Exception {
        keychain.with(FIRST, "Team", "b").with(FIRST, "Login", "a");

        assertEquals(new Erased.Gone(FIRST.place(), List.of(Messages.otherKeyLeft(FIRST.placeIn("Team")))), erase(A));
        assertEquals(List.of(new Item(FIRST, "Team", "b")), keychain.items());
    }

    @Test
    void copiesOfTheExpectedOneGoFromEveryCollection() throws Exception {
        keychain.with(FIRST, "Team", "a").with(FIRST, "Old", "b").with(FIRST, "Login", "a");

        assertEquals(new Erased.Gone(FIRST.place(), List.of(Messages.otherKeyLeft(FIRST.placeIn("Old")))), erase(A));
        assertEquals(List.of(new Item(FIRST, "Old", "b")), keychain.items());
    }

    /** A lookup takes the newest: what the caller has read is not what is there. */
    @Test
    void whereTheExpectedOneIsOlderThanAnotherNothingGoes() throws Exception {
        keychain.with(FIRST, "Login", "a").with(FIRST, "Team", "b");

        assertEquals(new Erased.Conflict(FIRST.place()), erase(A));
        assertEquals(2, keychain.items().size());
    }

    /** As at a logout: a lookup would find what was left. */
    @Test
    void whereAnythingIsExpectedAllGoAndEachOtherKeyIsTold() throws Exception {
        keychain.with(FIRST, "Old", "a")
                .with(FIRST, "Team", "b")
                .with(FIRST, "Login", "a")
                .with(SECOND, "Login", "c");

        assertEquals(
                new Erased.Gone(
                        FIRST.place(),
                        List.of(
                                Messages.otherKeyErased(SECOND.place()),
                                Messages.otherKeyErased(FIRST.placeIn("Team")))),
                erase(new Precondition.Anything()));
        assertEquals(List.of(), keychain.items());
    }
}
