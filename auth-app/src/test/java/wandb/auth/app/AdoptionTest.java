package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.LoginResult.Replaced;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.spi.Erased;

/** A login that names a store which has a key already, and nobody remembers it: it is used, and nothing is saved. */
class AdoptionTest {

    private final Machine machine = new Machine();

    private LoginResult logInTo(StoreHandle store, LoginOptions options) {
        return machine.logIn().useExisting(Given.account(), Optional.of(store), options);
    }

    private LoginResult logInTo(StoreHandle store) {
        return logInTo(store, Machine.NO_OPTIONS);
    }

    private LoginResult logIn() {
        return logInTo(machine.keyring().named());
    }

    private LoginResult.LoggedIn adopted() {
        return Given.adopted(logIn());
    }

    private void hasKey(MemoryStore store) {
        store.keep(Given.account(), Given.KEY);
    }

    @Test
    void notesTheStoreAndSavesNothing() {
        hasKey(machine.keyring());
        LoginResult.LoggedIn adopted = adopted();
        assertEquals(Given.KEY, adopted.command().key());
        assertEquals(List.of(), adopted.replaced());
        assertEquals(1, machine.effects().seen().size());
        assertEquals("netrc has none, keyring has the key, keyring is noted, no server is chosen", machine.state());
    }

    @Test
    void remembersTheServerLikeASave() {
        hasKey(machine.keyring());
        logInTo(machine.keyring().named(), new LoginOptions(Verification.AS_REQUIRED, true, false));
        assertEquals("netrc has none, keyring has the key, keyring is noted, the server is chosen", machine.state());
    }

    @Test
    void isNothingNewWhereItIsRemembered() {
        hasKey(machine.keyring());
        logIn();
        assertInstanceOf(LoginResult.AlreadyLoggedIn.class, logIn());
    }

    @Test
    void doesNotOverwriteItWithTheKeyOfAnotherStore() {
        hasKey(machine.keyring());
        machine.vault().keep(Given.account(), Given.OTHER_KEY);
        machine.registry().holds(Given.account(), machine.vault());
        adopted();
        assertEquals(Optional.of(Given.KEY), machine.keyring().keyOf(Given.account()));
        assertEquals(Optional.of(Given.OTHER_KEY), machine.vault().keyOf(Given.account()));
    }

    @Test
    void doesNotOverwriteItWithTheKeyOfAVariableWhichIsToldToComeFirst() {
        hasKey(machine.keyring());
        machine.variableGives(Given.found(Given.OTHER_KEY));
        assertEquals("environment", adopted().shadow().orElseThrow().source().value());
        assertEquals(Optional.of(Given.KEY), machine.keyring().keyOf(Given.account()));
    }

    @Test
    void leavesAnotherKeyInNetrc() {
        hasKey(machine.keyring());
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        machine.registry().holds(Given.account(), machine.netrc());
        Replaced.Other other =
                assertInstanceOf(Replaced.Other.class, adopted().replaced().getFirst());
        assertEquals(machine.netrc().id(), other.step().source());
        assertEquals(Optional.of(Given.OTHER_KEY), machine.netrc().keyOf(Given.account()));
    }

    @Test
    void leavesAnEntryInNetrcThatNoLoginIsKnownToHaveMade() {
        hasKey(machine.keyring());
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        assertInstanceOf(Replaced.LeftAlone.class, adopted().replaced().getFirst());
    }

    @Test
    void completesTheMoveThatLeftTheSameKeyInNetrc() {
        hasKey(machine.keyring());
        hasKey(machine.netrc());
        machine.registry().holds(Given.account(), machine.netrc());
        Given.saved(logIn());
        assertEquals("netrc has none, keyring has the key, keyring is noted, no server is chosen", machine.state());
    }

    @Test
    void erasesNothingWhereTheStoreCouldNotBeNoted() {
        hasKey(machine.keyring());
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        machine.registry().holds(Given.account(), machine.netrc());
        machine.registry().cannotBeWritten();
        LoginResult.LoggedIn adopted = adopted();
        assertEquals(Optional.of(FakeRegistry.FAILED), adopted.unnoted());
        assertEquals(List.of(), adopted.replaced());
    }

    @Test
    void isBlockedByAStoreThatHasAKeyAndCannotGiveIt() {
        hasKey(machine.netrc());
        machine.keyring().breaks();
        LoginResult.Blocked blocked = assertInstanceOf(LoginResult.Blocked.class, logIn());
        assertEquals(machine.keyring().id(), blocked.step().source());
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void losesNoKeyOfTheStoreThatIsGivenUp() {
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        hasKey(machine.keyring());
        machine.registry().holds(Given.account(), machine.keyring());

        LoginResult.LoggedIn adopted = Given.adopted(logInTo(machine.netrc().named()));

        assertEquals("netrc has another, keyring has the key, netrc is noted, no server is chosen", machine.state());
        assertEquals(List.of(new Replaced.Other(machine.keyring().named().ask(Given.query()))), adopted.replaced());
    }

    @Test
    void losesNoKeyThatNetrcHasBesidesOneOfTheEnvironment() {
        machine.variableGives(Given.found(Given.KEY));
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        machine.registry().holds(Given.account(), machine.netrc());

        Given.adopted(logInTo(machine.netrc().named()));

        assertEquals("netrc has another, keyring has none, netrc is noted, no server is chosen", machine.state());
    }

    @Nested
    class UnderAPolicy {

        @Test
        void doesNotEvenAskAStoreThatMayNotKeepKeys() {
            hasKey(machine.keyring());
            machine.restricted(new Restriction.OnlyStores(List.of(), Given.RULE));
            assertEquals(new LoginResult.Forbidden(Given.RULE), logIn());
            assertEquals(0, machine.keyring().timesAsked());
        }

        @Test
        void doesNotEvenAskAStoreThatIsOffOrKeepsKeysTooBadly() {
            hasKey(machine.keyring());
            machine.restricted(new Restriction.SourceOff(machine.keyring().id(), Given.RULE));
            assertEquals(new LoginResult.Forbidden(Given.RULE), logIn());
            machine.restricted(new Restriction.LeastProtection(Protection.REMOTE, Given.RULE));
            assertEquals(new LoginResult.Forbidden(Given.RULE), logIn());
            assertEquals(0, machine.keyring().timesAsked());
        }

        @Test
        void doesNotEvenAskForAServerThatIsForbidden() {
            hasKey(machine.keyring());
            machine.restricted(new Restriction.OnlyHosts(List.of(), Given.RULE));
            assertEquals(new LoginResult.Forbidden(Given.RULE), logIn());
            assertEquals(0, machine.keyring().timesAsked());
        }
    }

    @Nested
    class Verified {

        private final LoginOptions verified = new LoginOptions(Verification.WANTED, false, false);

        @Test
        void usesWhatTheServerConfirms() {
            hasKey(machine.keyring());
            LoginResult result = logInTo(machine.keyring().named(), verified);
            assertEquals(
                    Optional.of(FakeVerifier.CONFIRMED), Given.adopted(result).verdict());
            assertEquals(
                    Optional.of("ada"),
                    machine.registry().entryOf(Given.account()).orElseThrow().userName());
        }

        @Test
        void notesNothingThatTheServerRejects() {
            hasKey(machine.keyring());
            machine.verifier().answers(FakeVerifier.REJECTED);
            assertInstanceOf(
                    LoginResult.Rejected.class, logInTo(machine.keyring().named(), verified));
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void notesNothingUnconfirmedWhereThePolicyWantsItConfirmed() {
            hasKey(machine.keyring());
            machine.restricted(new Restriction.VerifiedOnly(Given.RULE));
            machine.verifier().answers(FakeVerifier.UNREACHABLE);
            assertInstanceOf(LoginResult.Unconfirmed.class, logIn());
            assertEquals(List.of(), machine.effects().seen());
        }
    }

    @Nested
    class OfAPlaceThatIsOnlyRead {

        @Test
        void notesItLikeAnyStore() {
            StoreHandle command = machine.isReadFrom("command:op", Given.found(Given.KEY));
            Given.adopted(logInTo(command));
            assertEquals(
                    new SourceId("command:op"),
                    machine.registry().entryOf(Given.account()).orElseThrow().store());
            assertInstanceOf(LoginResult.AlreadyLoggedIn.class, logInTo(command));
        }

        @Test
        void erasesTheSameKeyFromNetrc() {
            StoreHandle command = machine.isReadFrom("command:op", Given.found(Given.KEY));
            hasKey(machine.netrc());
            machine.registry().holds(Given.account(), machine.netrc());
            LoginResult.LoggedIn adopted = Given.adopted(logInTo(command));
            assertEquals(
                    List.of(new Replaced.Tried(
                            machine.netrc().id(),
                            new Erased.Gone(machine.netrc().place()))),
                    adopted.replaced());
        }

        @Test
        void leavesTheSameKeyInNetrcOnRequest() {
            StoreHandle command = machine.isReadFrom("command:op", Given.found(Given.KEY));
            hasKey(machine.netrc());
            machine.registry().holds(Given.account(), machine.netrc());
            logInTo(command, new LoginOptions(Verification.AS_REQUIRED, false, true));
            assertEquals(Optional.of(Given.KEY), machine.netrc().keyOf(Given.account()));
        }

        @Test
        void cannotTakeAKeyThatIsElsewhere() {
            StoreHandle command = machine.isReadFrom("command:op", Given.absent());
            hasKey(machine.netrc());
            assertInstanceOf(LoginResult.NotSaved.class, logInTo(command));
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void isNotForbiddenByARuleAboutWhereKeysAreSaved() {
            StoreHandle command = machine.isReadFrom("command:op", Given.found(Given.KEY));
            machine.restricted(new Restriction.OnlyStores(List.of(), Given.RULE));
            Given.adopted(logInTo(command));
        }

        @Test
        void isForbiddenByARuleAboutHowKeysAreKept() {
            StoreHandle command = machine.isReadFrom("command:op", Given.found(Given.KEY));
            machine.restricted(new Restriction.LeastProtection(Protection.ENCRYPTED, Given.RULE));
            assertEquals(new LoginResult.Forbidden(Given.RULE), logInTo(command));
        }
    }
}
