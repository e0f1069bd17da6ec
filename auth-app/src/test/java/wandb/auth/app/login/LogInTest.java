package wandb.auth.app.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Named.named;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.app.FakeRegistry;
import wandb.auth.app.FakeServers;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.MemoryStore;
import wandb.auth.app.Messages;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.spi.Saved;

public class LogInTest {

    private final Machine machine = new Machine();

    @Test
    void savesTheKeyAndTellsWhere() {
        LoginResult.LoggedIn result = Given.saved(machine.save(machine.netrc()));

        assertEquals(Optional.of(Given.KEY), machine.netrc().keyOf(Given.account()));
        assertEquals(Given.KEY, result.command().key());
        assertEquals(machine.netrc().place(), result.saved().location());
    }

    @Test
    void replacesTheKeyThatWasThere() {
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);

        machine.save(machine.netrc());

        assertEquals(Optional.of(Given.KEY), machine.netrc().keyOf(Given.account()));
    }

    static Stream<Named<Saved>> savesThatDidNotWork() {
        Location place = new Location.Place("store");
        return Stream.of(
                named("failed", new Saved.Failed(place, new Reason("The disk is full.", "Make room."))),
                named("conflict", new Saved.Conflict(place)));
    }

    @ParameterizedTest
    @MethodSource("savesThatDidNotWork")
    void passesOnWhyTheStoreDidNotSaveAndChangesNothingElse(Saved answer) {
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        machine.keyring().answersASaveWith(answer);

        assertEquals(
                new LoginResult.NotSaved(answer),
                machine.save(machine.keyring(), new LoginOptions(Verification.AS_REQUIRED, true, false)));
        assertEquals(
                List.of(
                        "save in keyring where netrc has another, keyring has none, nothing is noted, no server is chosen"),
                machine.effects().seen());
    }

    @Test
    void savesTheKeyThoughTheServerCannotBeRememberedAndTellsThat() {
        machine.servers().cannotBeWritten();

        LoginResult.LoggedIn result =
                Given.saved(machine.save(machine.netrc(), new LoginOptions(Verification.AS_REQUIRED, true, false)));
        assertEquals(Optional.of(FakeServers.FAILED), result.server());
    }

    @Test
    void savesNothingIfTheAccountsAreUnknown() {
        machine.registry().cannotBeRead();

        assertEquals(notSaved(FakeRegistry.PLACE, FakeRegistry.UNREADABLE.reason()), machine.save(machine.keyring()));
        assertEquals(List.of(), machine.effects().seen());
    }

    @Nested
    class BeforeAPersonIsAsked {

        @Test
        void findsNothingInTheWayOnAnOrdinaryMachine() {
            assertEquals(Optional.empty(), beforeAsking(machine.keyring()));
        }

        @Test
        void findsARuleThatForbidsTheSave() {
            machine.restricted(new Restriction.OnlyStores(List.of(), Given.RULE));

            assertEquals(Optional.of(new LoginResult.Forbidden(Given.RULE)), beforeAsking(machine.netrc()));
        }

        @Test
        void doesNotMindARuleAgainstKeysOnTheCommandLine() {
            machine.restricted(new Restriction.NoKeyArgument(Given.RULE));

            assertEquals(Optional.empty(), beforeAsking(machine.netrc()));
        }

        @Test
        void findsAStoreThatCannotBeUsed() {
            machine.keyring().breaks();

            assertEquals(
                    Optional.of(notSaved(
                            new Location.Place(Messages.store(machine.keyring().id())), MemoryStore.BROKEN)),
                    beforeAsking(machine.keyring()));
        }

        @Test
        void findsAnAccountListThatCannotBeRead() {
            machine.registry().cannotBeRead();

            assertEquals(
                    Optional.of(notSaved(FakeRegistry.PLACE, FakeRegistry.UNREADABLE.reason())),
                    beforeAsking(machine.netrc()));
        }

        private Optional<LoginResult> beforeAsking(MemoryStore store) {
            return machine.logIn().beforeAsking(Given.account(), store.named(), Machine.NO_OPTIONS);
        }
    }

    @Nested
    class WithTheCredentialThatIsThere {

        @Test
        void tellsWhichOneItIs() {
            machine.netrc().keep(Given.account(), Given.KEY);

            LoginResult.AlreadyLoggedIn result =
                    assertInstanceOf(LoginResult.AlreadyLoggedIn.class, useExisting(Machine.NO_OPTIONS));

            assertEquals(machine.netrc().id(), result.step().source());
            assertEquals(Given.found(Given.KEY), result.step().finding().outcome());
        }

        @Test
        void tellsWhatBlocksTheLookup() {
            machine.netrc().keep(Given.account(), Given.KEY);
            machine.variableGives(Given.unusable());

            LoginResult.Blocked result = assertInstanceOf(LoginResult.Blocked.class, useExisting(Machine.NO_OPTIONS));

            assertEquals(Given.unusable(), result.step().finding().outcome());
        }

        @Test
        void tellsWhereItLookedInVain() {
            LoginResult.NoCredential result =
                    assertInstanceOf(LoginResult.NoCredential.class, useExisting(Machine.NO_OPTIONS));

            assertEquals(2, result.resolution().steps().size());
        }

        @Test
        void isForbiddenForAServerThatThePolicyForbidsAlsoWhereNoKeyIsThere() {
            machine.restricted(new Restriction.OnlyHosts(List.of(), Given.RULE)).recordedIn(Machine.TRAIL);

            assertEquals(new LoginResult.Forbidden(Given.RULE), useExisting(Machine.NO_OPTIONS));
            assertEquals(
                    List.of("/var/log/keys: save nowhere refused ask the administrator. (policy:3)"),
                    machine.trail().lines());
        }

        @Test
        void remembersTheServerThatIsChosen() {
            machine.netrc().keep(Given.account(), Given.KEY);

            LoginResult.AlreadyLoggedIn result = assertInstanceOf(
                    LoginResult.AlreadyLoggedIn.class,
                    useExisting(new LoginOptions(Verification.AS_REQUIRED, true, false)));

            assertEquals(Optional.of(FakeServers.KEPT), result.server());
        }

        @Test
        void leavesTheServerAloneThatIsConfiguredAlready() {
            machine.netrc().keep(Given.account(), Given.KEY);

            LoginResult.AlreadyLoggedIn result =
                    assertInstanceOf(LoginResult.AlreadyLoggedIn.class, useExisting(Machine.NO_OPTIONS));

            assertEquals(Optional.empty(), result.server());
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void remembersNothingWhereThereIsNoCredential() {
            useExisting(new LoginOptions(Verification.AS_REQUIRED, true, false));

            assertEquals(List.of(), machine.effects().seen());
        }

        private LoginResult useExisting(LoginOptions options) {
            return machine.logIn().useExisting(Given.account(), Optional.empty(), options);
        }
    }

    public static LoginResult notSaved(Location location, Reason reason) {
        return new LoginResult.NotSaved(new Saved.Failed(location, reason));
    }
}
