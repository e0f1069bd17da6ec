package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.policy.Decision;

/** A run that is killed before one of the things that it changes. */
class CutOffTest {

    /** What is run, and what is there before. */
    enum Run {
        A_NEW_KEY_TO_THE_KEYCHAIN {
            @Override
            Machine prepared() {
                Machine machine = new Machine();
                return holding(machine, machine.netrc(), Given.OTHER_KEY);
            }

            @Override
            void on(Machine machine) {
                machine.save(machine.keyring(), new LoginOptions(Verification.AS_REQUIRED, true, false));
            }
        },
        A_MOVE_OUT_OF_NETRC_BY_LOGIN {
            @Override
            Machine prepared() {
                Machine machine = new Machine();
                return holding(machine, machine.netrc(), Given.KEY);
            }

            @Override
            void on(Machine machine) {
                machine.logIn()
                        .useExisting(
                                Given.account(), Optional.of(machine.keyring().named()), Machine.NO_OPTIONS);
            }
        },
        A_MOVE_OUT_OF_NETRC {
            @Override
            Machine prepared() {
                return A_MOVE_OUT_OF_NETRC_BY_LOGIN.prepared();
            }

            @Override
            void on(Machine machine) {
                machine.migrateTo(machine.keyring()).move(Given.account(), Machine.NO_OPTIONS);
            }
        },
        A_MOVE_OUT_OF_THE_KEYCHAIN {
            @Override
            Machine prepared() {
                Machine machine = new Machine();
                return holding(machine, machine.keyring(), Given.KEY);
            }

            @Override
            void on(Machine machine) {
                machine.migrateTo(machine.netrc()).move(Given.account(), Machine.NO_OPTIONS);
            }
        };

        abstract Machine prepared();

        abstract void on(Machine machine);

        private static Machine holding(Machine machine, MemoryStore store, ApiKey key) {
            store.keep(Given.account(), key);
            machine.registry().holds(Given.account(), store);
            return machine;
        }

        /** A machine on which the run is cut off before the effect of that number. */
        Machine cutOffAt(int number) {
            Machine machine = prepared();
            machine.effects().cutOffAt(number);
            assertThrows(Effects.CutOff.class, () -> on(machine));
            return machine;
        }

        int effects() {
            Machine machine = prepared();
            on(machine);
            return machine.effects().seen().size();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasSeveralPlacesToHappenAt(Run run) {
        assertTrue(run.effects() >= 3, "only " + run.effects());
    }

    @ParameterizedTest
    @EnumSource
    void leavesAWorkingLogin(Run run) {
        Credential before = used(run.prepared());
        for (int number = 0; number < run.effects(); number++) {
            Credential used = used(run.cutOffAt(number));

            assertTrue(used.equals(before) || used.equals(Given.KEY), "cut off at effect " + number);
        }
    }

    @Test
    void leavesNothingInAKeychainThatALogoutDoesNotErase() {
        Run run = Run.A_MOVE_OUT_OF_THE_KEYCHAIN;
        for (int number = 0; number < run.effects(); number++) {
            Machine machine = run.cutOffAt(number);
            machine.effects().goOn();

            machine.logOut().logOut(Given.choice(Given.account()));

            assertEquals("netrc has none, keyring has none, nothing is noted, no server is chosen", machine.state());
        }
    }

    /** No store is searched for what nobody knows of, so what is left in a keychain stays there. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "A_MOVE_OUT_OF_THE_KEYCHAIN")
    void isMadeUpForByTheNextRun(Run run) {
        Machine undisturbed = run.prepared();
        run.on(undisturbed);
        for (int number = 0; number < run.effects(); number++) {
            Machine machine = run.cutOffAt(number);
            machine.effects().goOn();

            run.on(machine);

            assertEquals(undisturbed.state(), machine.state(), "cut off at effect " + number);
        }
    }

    private static Credential used(Machine machine) {
        Decision decision = machine.lookup().untilDecided(Given.query()).decision();
        return assertInstanceOf(Decision.Use.class, decision).found().credential();
    }
}
