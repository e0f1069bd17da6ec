package wandb.auth.app.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.MemoryStore;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.migrate.Migrate.Migration;
import wandb.auth.domain.Protection;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.spi.Saved;

class MigrateTest {

    private final Machine machine = new Machine();

    @Test
    void writesTheKeyBeforeItErasesIt() {
        isIn(machine.netrc());

        Given.saved(done(moveTo(machine.keyring())).result());
        assertEquals(
                List.of(
                        "save in keyring where netrc has the key, keyring has none, netrc is noted, no server is chosen",
                        "note where netrc has the key, keyring has the key, netrc is noted, no server is chosen",
                        "erase from netrc where netrc has the key, keyring has the key, keyring is noted, no server is"
                                + " chosen"),
                machine.effects().seen());
    }

    @Test
    void leavesTheKeyWhereItIsWhereItCannotBeSaved() {
        isIn(machine.netrc());
        Saved failed = new Saved.Failed(machine.keyring().place(), MemoryStore.BROKEN);
        machine.keyring().answersASaveWith(failed);

        assertEquals(
                new LoginResult.NotSaved(failed),
                done(moveTo(machine.keyring())).result());
        assertEquals("netrc has the key, keyring has none, netrc is noted, no server is chosen", machine.state());
    }

    @Test
    void movesAKeyThatIsKeptWorseThanThePolicyAllows() {
        isIn(machine.netrc());
        machine.restricted(new Restriction.LeastProtection(Protection.ENCRYPTED, Given.RULE));

        moveTo(machine.keyring());

        assertEquals("netrc has none, keyring has the key, keyring is noted, no server is chosen", machine.state());
    }

    @Test
    void movesAKeyOutOfAStoreThatThePolicyTurnsOff() {
        isIn(machine.netrc());
        machine.restricted(new Restriction.SourceOff(machine.netrc().id(), Given.RULE));

        moveTo(machine.keyring());

        assertEquals("netrc has none, keyring has the key, keyring is noted, no server is chosen", machine.state());
    }

    @Test
    void doesNotTakeTheVariableInFrontForTheKey() {
        isIn(machine.netrc());
        machine.variableGives(Given.found(Given.OTHER_KEY));

        moveTo(machine.keyring());

        assertEquals(Optional.of(Given.KEY), machine.keyring().keyOf(Given.account()));
    }

    @Test
    void hasNothingToMoveWhereOnlyAVariableGivesAKey() {
        machine.variableGives(Given.found(Given.KEY));

        assertEquals(new Migration.NothingThere(), moveTo(machine.keyring()));
    }

    @Test
    void leavesAKeyThatIsThereAlready() {
        isIn(machine.keyring());

        assertInstanceOf(Migration.There.class, moveTo(machine.keyring()));
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void tellsWhatStandsInTheWay() {
        isIn(machine.keyring());
        machine.keyring().breaks();

        Migration.Blocked blocked = assertInstanceOf(Migration.Blocked.class, moveTo(machine.netrc()));

        assertEquals(machine.keyring().id(), blocked.step().source());
    }

    @Test
    void asksTheStoresOnce() {
        isIn(machine.keyring());

        moveTo(machine.keyring());

        assertEquals(1, machine.keyring().timesAsked());
    }

    @Nested
    class AsAPlan {

        @Test
        void changesNothing() {
            isIn(machine.netrc());

            Migration.Planned planned = assertInstanceOf(Migration.Planned.class, planTo(machine.keyring()));

            assertEquals(machine.netrc().id(), planned.origin().source());
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void tellsWhatTheMoveWouldBeRefusedForWithoutRecordingIt() {
            isIn(machine.netrc());
            machine.restricted(new Restriction.OnlyStores(List.of(), Given.RULE))
                    .recordedIn(Machine.TRAIL);

            assertEquals(
                    new LoginResult.Forbidden(Given.RULE),
                    done(planTo(machine.keyring())).result());
            assertEquals(List.of(), machine.trail().lines());
        }

        @Test
        void tellsThatTheKeyIsThereAlready() {
            isIn(machine.keyring());

            assertInstanceOf(Migration.There.class, planTo(machine.keyring()));
        }

        @Test
        void tellsThatThereIsNoKey() {
            assertEquals(new Migration.NothingThere(), planTo(machine.keyring()));
        }

        private Migration planTo(MemoryStore store) {
            return machine.migrateTo(store).plan(Given.account(), Machine.NO_OPTIONS);
        }
    }

    private void isIn(MemoryStore store) {
        store.keep(Given.account(), Given.KEY);
        machine.registry().holds(Given.account(), store);
    }

    private Migration moveTo(MemoryStore store) {
        return machine.migrateTo(store).move(Given.account(), Machine.NO_OPTIONS);
    }

    private static Migration.Done done(Migration migration) {
        return assertInstanceOf(Migration.Done.class, migration);
    }
}
