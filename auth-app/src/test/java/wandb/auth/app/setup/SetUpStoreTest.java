package wandb.auth.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.Messages;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.configuration.ConfigurationChange;

/** A store's section goes only where no key is kept there any more: by it alone a logout reaches the key. */
class SetUpStoreTest {

    private static final SourceId STORE = new SourceId("command:op");

    private final Machine machine = new Machine();

    @BeforeEach
    void aStoreIsSetUp() {
        machine.accounts().change(new ConfigurationChange.AddStore(STORE, Map.of("command", "/bin/op")));
    }

    private SetUpStore.Result removed() {
        return new SetUpStore(machine.credentialStores(), machine.accounts(), ResolutionPolicy.documented())
                .remove(STORE);
    }

    private boolean isSetUp() {
        return machine.accounts().configuration().storeSettings().containsKey(STORE);
    }

    private void isSavedIn(SourceId store) {
        machine.accounts().note(Given.account(), store, Optional.empty());
    }

    @Test
    void itIsRemovedWhereNothingIsKeptThere() {
        isSavedIn(ResolutionPolicy.NETRC);

        assertInstanceOf(SetUpStore.Result.Done.class, removed());
        assertTrue(!isSetUp());
    }

    @Test
    void itStaysWhereTheKeyOfAnAccountIs() {
        isSavedIn(STORE);

        assertEquals(new SetUpStore.Result.Unchanged(Messages.keyIsThere(Given.account())), removed());
        assertTrue(isSetUp());
    }

    @Test
    void itStaysWhereTheKeyOfAnAccountWasAndIsNotYetErased() {
        isSavedIn(STORE);
        isSavedIn(ResolutionPolicy.NETRC);

        assertInstanceOf(SetUpStore.Result.Unchanged.class, removed());
        assertTrue(isSetUp());
    }

    @Test
    void itStaysIfItsContentIsUnknown() {
        machine.registry().put(new SavedAccount(Given.account(), ResolutionPolicy.NETRC, Optional.empty()));
        machine.registry().cannotBeRead();

        assertInstanceOf(SetUpStore.Result.Unchanged.class, removed());
        assertTrue(isSetUp());
    }
}
