package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Named.named;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.LoginResult.Replaced;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.spi.Erased;

class AfterSaveTest {

    private static final LoginOptions CHOOSING = new LoginOptions(Verification.AS_REQUIRED, true, false);
    private static final LoginOptions KEEPING = new LoginOptions(Verification.AS_REQUIRED, false, true);

    private final Machine machine = new Machine();

    @Test
    void rememberTheStoreAndTheServerBeforeTheOlderKeyIsErased() {
        anOlderKeyOfAKnownAccountIsInNetrc();

        after(machine.save(machine.keyring(), CHOOSING));

        assertEquals(
                List.of(
                        "save in keyring where netrc has another, keyring has none, netrc is noted, no server is chosen",
                        "note where netrc has another, keyring has the key, netrc is noted, no server is chosen",
                        "choose the server where netrc has another, keyring has the key, keyring is noted, no server is"
                                + " chosen",
                        "erase from netrc where netrc has another, keyring has the key, keyring is noted, the server is"
                                + " chosen"),
                machine.effects().seen());
    }

    @Nested
    class OfTheServer {

        @Test
        void tellThatItIsRemembered() {
            assertEquals(
                    Optional.of(FakeServers.KEPT),
                    after(machine.save(machine.netrc(), CHOOSING)).server());
        }

        @Test
        void leaveItAloneWhereItIsNotChosen() {
            assertEquals(Optional.empty(), after(machine.save(machine.netrc())).server());
            assertEquals(2, machine.effects().seen().size());
        }

        @Test
        void tellThatItCouldNotBeRemembered() {
            machine.servers().cannotBeWritten();

            assertEquals(
                    Optional.of(FakeServers.FAILED),
                    after(machine.save(machine.netrc(), CHOOSING)).server());
        }
    }

    @Nested
    class OfThePlaintextEntryThatIsReplaced {

        @Test
        void eraseIt() {
            anOlderKeyOfAKnownAccountIsInNetrc();

            assertEquals(
                    List.of(new Replaced.Tried(
                            machine.netrc().id(),
                            new Erased.Gone(machine.netrc().place()))),
                    after(machine.save(machine.keyring())).replaced());
            assertEquals(Optional.empty(), machine.netrc().keyOf(Given.account()));
        }

        @Test
        void keepItOnRequest() {
            anOlderKeyOfAKnownAccountIsInNetrc();

            assertEquals(
                    List.of(), after(machine.save(machine.keyring(), KEEPING)).replaced());
            assertEquals(Optional.of(Given.OTHER_KEY), machine.netrc().keyOf(Given.account()));
        }

        @Test
        void leaveItIfItsOwnerIsUnknown() {
            machine.netrc().keep(Given.account(), Given.OTHER_KEY);

            Replaced replaced =
                    after(machine.save(machine.keyring())).replaced().getFirst();

            assertEquals(
                    machine.netrc().id(),
                    assertInstanceOf(Replaced.LeftAlone.class, replaced).step().source());
            assertEquals(Optional.of(Given.OTHER_KEY), machine.netrc().keyOf(Given.account()));
        }

        @Test
        void eraseThatOfAProfileWhichNoOtherProgramCanHaveMade() {
            Account work = new Account(Given.HOST, new Profile("work"));
            machine.netrc().keep(work, Given.OTHER_KEY);

            machine.logIn()
                    .save(new SaveKeyCommand(
                            work, Given.KEY, machine.keyring().named(), new KeySource.Input(), Machine.NO_OPTIONS));

            assertEquals(Optional.empty(), machine.netrc().keyOf(work));
        }

        @Test
        void sayNothingOfANetrcWithoutEntryIfTheAccountIsUnknown() {
            assertEquals(List.of(), after(machine.save(machine.keyring())).replaced());
        }

        @Test
        void eraseItWhereTheServerIsTheUsersChoice() {
            machine.servers().hasChosen(Given.HOST);
            machine.netrc().keep(Given.account(), Given.OTHER_KEY);

            after(machine.save(machine.keyring()));

            assertEquals(Optional.empty(), machine.netrc().keyOf(Given.account()));
        }

        @Test
        void keepItWhereTheStoreCouldNotBeRemembered() {
            anOlderKeyOfAKnownAccountIsInNetrc();
            machine.registry().cannotBeWritten();

            LoginResult.LoggedIn after = after(machine.save(machine.keyring()));

            assertEquals(Optional.of(FakeRegistry.FAILED), after.unnoted());
            assertEquals(List.of(), after.replaced());
            assertEquals(Optional.of(Given.OTHER_KEY), machine.netrc().keyOf(Given.account()));
        }

        @Test
        void tellThatItCouldNotBeErased() {
            anOlderKeyOfAKnownAccountIsInNetrc();
            Erased failed = new Erased.Failed(machine.netrc().place(), MemoryStore.BROKEN);
            machine.netrc().answersAnEraseWith(failed);

            assertEquals(
                    List.of(new Replaced.Tried(machine.netrc().id(), failed)),
                    after(machine.save(machine.keyring())).replaced());
        }

        @Test
        void leaveAnotherStoreThatTheKeyDidNotComeFromInPeace() {
            machine.keyring().keep(Given.account(), Given.OTHER_KEY);
            machine.registry().holds(Given.account(), machine.keyring());

            after(machine.save(machine.netrc()));

            assertEquals(Optional.of(Given.OTHER_KEY), machine.keyring().keyOf(Given.account()));
            assertEquals(0, machine.vault().timesAsked());
        }
    }

    @Nested
    class OfWhatTheNextRunUses {

        @Test
        void haveNoShadowWhereItIsTheSavedKey() {
            assertEquals(
                    Optional.empty(), after(machine.save(machine.keyring())).shadow());
        }

        @Test
        void haveNoShadowWhereAnotherSourceGivesTheSameKey() {
            machine.variableGives(Given.found(Given.KEY));

            assertEquals(Optional.empty(), after(machine.save(machine.netrc())).shadow());
        }

        static Stream<Named<Outcome>> outcomesBeforeTheStore() {
            return Stream.of(
                    named("another key", Given.found(Given.OTHER_KEY)),
                    named("identity token", Given.foundIdentityToken()),
                    named("unusable", Given.unusable()),
                    named("refused", Given.refused()));
        }

        @ParameterizedTest
        @MethodSource("outcomesBeforeTheStore")
        void tellWhatComesBeforeTheSavedKey(Outcome outcome) {
            machine.variableGives(outcome);

            assertEquals(
                    outcome,
                    after(machine.save(machine.netrc()))
                            .shadow()
                            .orElseThrow()
                            .finding()
                            .outcome());
        }

        @Test
        void tellOfTheStoreThatIsStillRememberedWhereThisOneCouldNotBe() {
            machine.keyring().keep(Given.account(), Given.OTHER_KEY);
            machine.registry().holds(Given.account(), machine.keyring());
            machine.registry().cannotBeWritten();

            assertEquals(
                    machine.keyring().id(),
                    after(machine.save(machine.netrc())).shadow().orElseThrow().source());
        }
    }

    @Nested
    class OfTheSdk {

        private static final InstalledSdk OLD =
                new InstalledSdk(new InstalledSdk.Version(0, 22, 2), Path.of("site-packages"));
        private static final InstalledSdk NEW =
                new InstalledSdk(new InstalledSdk.Version(0, 22, 3), Path.of("site-packages"));

        @Test
        void tellWhereItIsTooOldForTheKey() {
            assertEquals(Optional.of(OLD), oldSdk(Given.LONG_KEY, () -> Optional.of(OLD)));
        }

        @Test
        void sayNothingWhereItCanUseTheKey() {
            assertEquals(Optional.empty(), oldSdk(Given.LONG_KEY, () -> Optional.of(NEW)));
        }

        @Test
        void doNotLookForItWhereEveryVersionCanUseTheKey() {
            assertEquals(Optional.empty(), oldSdk(Given.KEY, () -> fail("looked for an SDK")));
        }

        private Optional<InstalledSdk> oldSdk(ApiKey key, Supplier<Optional<InstalledSdk>> sdk) {
            machine.sdkIs(sdk);
            return after(machine.save(key, machine.netrc(), new KeySource.Input(), Machine.NO_OPTIONS))
                    .oldSdk();
        }
    }

    private void anOlderKeyOfAKnownAccountIsInNetrc() {
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        machine.registry().holds(Given.account(), machine.netrc());
    }

    private static LoginResult.LoggedIn after(LoginResult result) {
        return Given.saved(result);
    }
}
