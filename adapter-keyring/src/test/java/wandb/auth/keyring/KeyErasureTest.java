package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.StoredSecret;

/** What goes and what stays of the public cloud, whose key may be under either of its names. */
class KeyErasureTest {

    private static final AccountItems ITEMS = AccountItems.of(Given.account("https://api.wandb.ai"));
    private static final ItemName FIRST = ITEMS.names().getFirst();
    private static final ItemName SECOND = ITEMS.names().getLast();

    /** A keychain in memory. */
    private record MemoryKeychain(Map<ItemName, String> secrets) implements Keychain {

        @Override
        public Condition check() {
            return Condition.PLAIN;
        }

        @Override
        public Optional<StoredSecret> read(ItemName name) {
            return Optional.ofNullable(secrets.get(name)).map(secret -> new StoredSecret(secret, 1));
        }

        @Override
        public void write(ItemName name, String secret) {
            secrets.put(name, secret);
        }

        @Override
        public void erase(ItemName name) {
            secrets.remove(name);
        }

        @Override
        public void close() {}
    }

    private final Map<ItemName, String> secrets = new LinkedHashMap<>();

    private Erased erase(Precondition expected) throws Exception {
        return new KeyErasure(new MemoryKeychain(secrets), ITEMS, expected).run();
    }

    /** It may be nowhere else. */
    @Test
    void anotherKeyThanTheExpectedOneStays() throws Exception {
        secrets.put(FIRST, "a");
        secrets.put(SECOND, "b");
        String left = "The " + SECOND.place().text()
                + " has another key for this server, which was left there. Remove it if you do not need it.";

        Erased erased = erase(new Precondition.Exactly(StoredSecret.revision("a")));

        assertEquals(new Erased.Gone(FIRST.place(), List.of(left)), erased);
        assertEquals(Map.of(SECOND, "b"), secrets);
    }

    @Test
    void theExpectedOneGoesUnderBothNames() throws Exception {
        secrets.put(FIRST, "a");
        secrets.put(SECOND, "a");

        assertEquals(new Erased.Gone(FIRST.place()), erase(new Precondition.Exactly(StoredSecret.revision("a"))));
        assertEquals(Map.of(), secrets);
    }

    @Test
    void whereAnythingIsExpectedAllGo() throws Exception {
        secrets.put(FIRST, "a");
        secrets.put(SECOND, "b");

        assertEquals(new Erased.Gone(FIRST.place()), erase(new Precondition.Anything()));
        assertEquals(Map.of(), secrets);
    }
}
