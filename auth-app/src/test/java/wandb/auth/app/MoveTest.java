package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.app.login.LogIn;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.LoginResult.Replaced;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.domain.Protection;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.spi.Erased;

/** A login that names a store and gives no key: the one that is there goes there. */
class MoveTest {

    private final Machine machine = new Machine();

    @Test
    void movesAKeyOutOfTheStoreThatItIsIn() {
        isIn(machine.netrc());

        LoginResult.LoggedIn result = loggedIn(moveTo(machine.keyring()));

        assertTrue(result.command().source().isIn(machine.netrc().id()));
        assertEquals("netrc has none, keyring has the key, keyring is noted, no server is chosen", machine.state());
    }

    @Test
    void movesAKeyBackToNetrc() {
        isIn(machine.keyring());

        loggedIn(moveTo(machine.netrc()));

        assertEquals("netrc has the key, keyring has none, netrc is noted, no server is chosen", machine.state());
    }

    @Test
    void copiesAKeyOfTheEnvironment() {
        machine.variableGives(Given.found(Given.KEY));

        LoginResult.LoggedIn result = loggedIn(moveTo(machine.keyring()));

        assertEquals(
                "environment",
                ((KeySource.Existing) result.command().source()).step().source().value());
        assertEquals(List.of(), result.replaced());
        assertEquals(Optional.of(Given.KEY), machine.keyring().keyOf(Given.account()));
    }

    @Test
    void leavesAKeyThatIsThereAlready() {
        isIn(machine.keyring());

        assertInstanceOf(LoginResult.AlreadyLoggedIn.class, moveTo(machine.keyring()));
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void completesAMoveThatLeftTheSameKeyInNetrc() {
        isIn(machine.keyring());
        machine.netrc().keep(Given.account(), Given.KEY);

        loggedIn(moveTo(machine.keyring()));

        assertEquals(Optional.empty(), machine.netrc().keyOf(Given.account()));
    }

    @Test
    void leavesTheSameKeyInNetrcOnRequest() {
        isIn(machine.keyring());
        machine.netrc().keep(Given.account(), Given.KEY);

        assertInstanceOf(
                LoginResult.AlreadyLoggedIn.class,
                machine.logIn()
                        .useExisting(
                                Given.account(),
                                Optional.of(machine.keyring().named()),
                                new LoginOptions(Verification.AS_REQUIRED, false, true)));
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void leavesAnotherKeyInNetrcWhereTheMovedOneIsThereAlready() {
        isIn(machine.keyring());
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);

        assertInstanceOf(LoginResult.AlreadyLoggedIn.class, moveTo(machine.keyring()));
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void doesNotEraseAKeyThatAnotherProgramSavedMeanwhile() {
        isIn(machine.netrc());
        LogIn logIn = machine.logIn();
        KeySource read = new KeySource.Existing(machine.netrc().named().ask(Given.query()));
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);

        LoginResult.LoggedIn result = loggedIn(logIn.save(
                new SaveKeyCommand(Given.account(), Given.KEY, machine.keyring().named(), read, Machine.NO_OPTIONS)));

        assertEquals(
                List.of(new Replaced.Tried(
                        machine.netrc().id(),
                        new Erased.Conflict(machine.netrc().place()))),
                result.replaced());
        assertEquals(Optional.of(Given.OTHER_KEY), machine.netrc().keyOf(Given.account()));
    }

    @Test
    void cannotSaveAnIdentityToken() {
        machine.variableGives(Given.foundIdentityToken());

        LoginResult.NothingToSave result = assertInstanceOf(LoginResult.NothingToSave.class, moveTo(machine.keyring()));

        assertEquals("environment", result.step().source().value());
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void tellsWhereItLookedInVain() {
        assertInstanceOf(LoginResult.NoCredential.class, moveTo(machine.keyring()));
    }

    @Test
    void isBlockedWhereTheKeyIsKeptWorseThanThePolicyAllows() {
        isIn(machine.netrc());
        machine.restricted(new Restriction.LeastProtection(Protection.ENCRYPTED, Given.RULE));

        assertInstanceOf(LoginResult.Blocked.class, moveTo(machine.keyring()));
        assertEquals(List.of(), machine.effects().seen());
    }

    private void isIn(MemoryStore store) {
        store.keep(Given.account(), Given.KEY);
        machine.registry().holds(Given.account(), store);
    }

    private LoginResult moveTo(MemoryStore store) {
        return machine.logIn().useExisting(Given.account(), Optional.of(store.named()), Machine.NO_OPTIONS);
    }

    private static LoginResult.LoggedIn loggedIn(LoginResult result) {
        return Given.saved(result);
    }
}
