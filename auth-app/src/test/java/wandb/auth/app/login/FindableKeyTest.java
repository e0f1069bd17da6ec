package wandb.auth.app.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wandb.auth.app.FakeRegistry;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.spi.Saved;

/** Where the list of accounts cannot be written, which is seen before: no key is saved that no later run would find. */
class FindableKeyTest {

    private static final LoginResult NOT_SAVED =
            new LoginResult.NotSaved(new Saved.Failed(FakeRegistry.PLACE, FakeRegistry.FAILED.reason()));

    private final Machine machine = new Machine();

    @BeforeEach
    void makeReadOnly() {
        machine.registry().isObstructed();
    }

    @Test
    void isNotSavedInAStoreThatNoRunWouldAsk() {
        assertEquals(NOT_SAVED, machine.save(machine.keyring()));
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void isSavedInAStoreThatIsNotedAlready() {
        machine.registry().holds(Given.account(), machine.keyring());

        Given.saved(machine.save(machine.keyring()));
    }

    @Test
    void isSavedInAStoreThatThePolicysOrderNames() {
        machine.policyIs(ResolutionPolicy.documented()
                .ordered(Configured.builtIn(List.of(machine.keyring().id()))));

        Given.saved(machine.save(machine.keyring()));
    }

    @Test
    void isSavedInTheDefaultStoreWhichEveryRunAsksWhereNothingElseIsNoted() {
        machine.policyIs(ResolutionPolicy.documented()
                .savingTo(Configured.builtIn(machine.keyring().id())));

        Given.saved(machine.save(machine.keyring()));
    }

    @Test
    void isSavedInNetrcWhichEveryRunAsks() {
        Given.saved(machine.save(machine.netrc()));
    }

    @Test
    void isNotSavedInNetrcWhereAnotherStoreIsNotedAndAskedFirst() {
        machine.registry().holds(Given.account(), machine.keyring());

        assertEquals(NOT_SAVED, machine.save(machine.netrc()));
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void takesTheEntryOfAnotherAddressInNetrcAndSaysSo() {
        Machine writable = new Machine();
        Account other = new Account(Host.parse(Given.HOST + "/other"), Profile.DEFAULT);
        writable.registry().holds(other, writable.netrc());
        writable.netrc().keep(other, Given.OTHER_KEY);

        LoginResult.LoggedIn result = Given.saved(writable.save(writable.netrc()));

        assertEquals(Optional.of(other), result.displaced());
        assertEquals(Optional.empty(), writable.registry().entryOf(other));
    }
}
