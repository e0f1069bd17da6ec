package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.logout.LogOut.LogoutResult;
import wandb.auth.app.logout.LogOut.Removal;
import wandb.auth.app.migrate.Migrate.Migration;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.ListStores;
import wandb.auth.app.store.ListStores.Listed;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.spi.Saved;

/** What the commands make of a place that keys are only read from. */
class OnlyReadTest {

    private final Machine machine = new Machine();
    private final StoreHandle command = machine.isReadFrom("command:op", Given.found(Given.KEY));

    private void isNoted() {
        machine.registry().put(new SavedAccount(Given.account(), command.id(), Optional.empty()));
    }

    private LogoutResult.Done logOut() {
        return assertInstanceOf(LogoutResult.Done.class, machine.logOut().logOut(Given.choice(Given.account())));
    }

    @Test
    void itIsListedAsSuchAndNoProofIsWrittenToIt() {
        List<Listed> listed =
                new ListStores(machine.credentialStores(), ResolutionPolicy.documented()).list(new Deadline(0));
        assertTrue(listed.getLast().isReadOnly());
        assertFalse(listed.getLast().isBetterThanPlaintext());
        assertFalse(listed.getFirst().isReadOnly());
    }

    @Test
    void nothingIsSavedThere() {
        LoginResult result = machine.logIn()
                .save(new SaveKeyCommand(
                        Given.account(), Given.OTHER_KEY, command, new KeySource.Input(), Machine.NO_OPTIONS));
        Saved.Failed failed = assertInstanceOf(
                Saved.Failed.class,
                assertInstanceOf(LoginResult.NotSaved.class, result).why());
        assertEquals(Messages.savesNothing(), failed.reason());
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void nobodyIsAskedForAKeyThatCannotBeSavedThere() {
        assertInstanceOf(
                LoginResult.NotSaved.class,
                machine.logIn()
                        .beforeAsking(Given.account(), command, Machine.NO_OPTIONS)
                        .orElseThrow());
    }

    @Test
    void noKeyCanBeMovedThere() {
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        for (Migration migration : List.of(
                machine.migrateTo(command).plan(Given.account(), Machine.NO_OPTIONS),
                machine.migrateTo(command).move(Given.account(), Machine.NO_OPTIONS))) {
            assertInstanceOf(
                    LoginResult.NotSaved.class,
                    assertInstanceOf(Migration.Done.class, migration).result());
        }
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void aKeyIsCopiedFromThere() {
        isNoted();
        Migration migration = machine.migrateTo(machine.keyring()).move(Given.account(), Machine.NO_OPTIONS);
        Given.saved(assertInstanceOf(Migration.Done.class, migration).result());
        assertEquals("netrc has none, keyring has the key, keyring is noted, no server is chosen", machine.state());
    }

    @Test
    void aLogoutForgetsItAndLeavesTheKey() {
        isNoted();
        LogoutResult.Done done = logOut();
        assertEquals(command.id(), done.untouched().orElseThrow().source());
        assertEquals(Optional.empty(), done.unforgotten());
        assertEquals(Optional.empty(), machine.registry().entryOf(Given.account()));
        assertEquals(List.of(), done.remaining());
        assertFalse(done.isNothing());
        for (Removal removal : done.removals()) {
            assertFalse(removal.store().equals(command.id()));
        }
    }

    @Test
    void aLogoutTellsWhereItIsStillAskedByThePolicy() {
        machine.policyIs(ResolutionPolicy.documented().ordered(Configured.builtIn(List.of(command.id()))));
        isNoted();
        assertEquals(command.id(), logOut().remaining().getFirst().source());
    }

    @Test
    void aLogoutFromElsewhereDoesNotAskIt() {
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        machine.registry().holds(Given.account(), machine.netrc());
        LogoutResult.Done done = logOut();
        assertEquals(Optional.empty(), done.untouched());
        assertEquals(List.of(), done.remaining());
    }
}
