package wandb.auth.app.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.app.FakeVerifier;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.account.SavedAccount;

class VerificationTest {

    private final Machine machine = new Machine();

    @ParameterizedTest
    @EnumSource(names = {"AS_REQUIRED", "UNWANTED"})
    void asksNoServerWhereNobodyWantsIt(Verification verification) {
        assertEquals(Optional.empty(), loggedIn(save(verification)).verdict());
        assertEquals(List.of(), machine.verifier().asked());
    }

    @Test
    void asksTheServerOnRequestAndSavesWhatItConfirms() {
        assertEquals(
                Optional.of(FakeVerifier.CONFIRMED),
                loggedIn(save(Verification.WANTED)).verdict());
        assertEquals(List.of(Given.KEY), machine.verifier().asked());
        assertEquals(Optional.of("ada"), noted().userName());
    }

    @Test
    void keepsTheNameOfTheUserWhereTheServerIsNotAskedAgain() {
        save(Verification.WANTED);
        save(Verification.UNWANTED);

        assertEquals(Optional.of("ada"), noted().userName());
    }

    @Test
    void changesNothingForAKeyThatTheServerRejects() {
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        machine.verifier().answers(FakeVerifier.REJECTED);

        assertEquals(new LoginResult.Rejected("no such key", new KeySource.Input()), save(Verification.WANTED));
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void changesNothingForAKeyThatTheServerCouldNotBeAskedAbout() {
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        machine.verifier().answers(FakeVerifier.UNREACHABLE);

        LoginResult result = machine.save(machine.netrc(), new LoginOptions(Verification.WANTED, true, false));

        assertEquals(new LoginResult.Unconfirmed(FakeVerifier.SILENCE, Optional.empty()), result);
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void movesNoKeyThatTheServerCouldNotBeAskedAbout() {
        machine.netrc().keep(Given.account(), Given.KEY);
        machine.registry().holds(Given.account(), machine.netrc());
        machine.verifier().answers(FakeVerifier.UNREACHABLE);

        machine.logIn()
                .useExisting(
                        Given.account(),
                        Optional.of(machine.keyring().named()),
                        new LoginOptions(Verification.WANTED, true, false));

        assertEquals(List.of(), machine.effects().seen());
    }

    @Nested
    class OverPlainHttp {

        @Test
        void neitherSendsNorSavesTheKey() {
            assertInstanceOf(LoginResult.Unconfirmed.class, save("http://wandb.example.com", Verification.WANTED));
            assertEquals(List.of(), machine.verifier().asked());
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void sendsTheKeyWhereThatIsWanted() {
            save("http://wandb.example.com", Verification.WANTED_ALSO_UNENCRYPTED);

            assertEquals(List.of(Given.KEY), machine.verifier().asked());
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]"})
        void sendsTheKeyToThisMachine(String host) {
            save(host, Verification.WANTED);

            assertEquals(List.of(Given.KEY), machine.verifier().asked());
        }

        private LoginResult save(String host, Verification verification) {
            Account account = new Account(Host.parse(host), Profile.DEFAULT);
            return machine.logIn()
                    .save(new SaveKeyCommand(
                            account,
                            Given.KEY,
                            machine.netrc().named(),
                            new KeySource.Input(),
                            new LoginOptions(verification, false, false)));
        }
    }

    @Nested
    class WhereThePolicyRequiresIt {

        WhereThePolicyRequiresIt() {
            machine.restricted(new Restriction.VerifiedOnly(Given.RULE)).recordedIn(Machine.TRAIL);
        }

        @Test
        void asksTheServerUnasked() {
            loggedIn(save(Verification.AS_REQUIRED));

            assertEquals(List.of(Given.KEY), machine.verifier().asked());
        }

        @Test
        void savesNothingWhereTheServerIsNotToBeAsked() {
            assertEquals(new LoginResult.Forbidden(Given.RULE), save(Verification.UNWANTED));
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void savesNothingWhereTheServerCouldNotBeAsked() {
            machine.verifier().answers(FakeVerifier.UNREACHABLE);

            assertEquals(
                    new LoginResult.Unconfirmed(FakeVerifier.SILENCE, Optional.of(Given.RULE)),
                    save(Verification.AS_REQUIRED));
            assertEquals(List.of(), machine.effects().seen());
            assertEquals(
                    List.of("/var/log/keys: save netrc refused ask the administrator. (policy:3)"),
                    machine.trail().lines());
        }

        @Test
        void savesNothingThatTheServerRejects() {
            machine.verifier().answers(FakeVerifier.REJECTED);

            assertInstanceOf(LoginResult.Rejected.class, save(Verification.AS_REQUIRED));
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void doesNotAskAboutAKeyThatIsOnlyFound() {
            machine.netrc().keep(Given.account(), Given.KEY);

            useExisting(Verification.AS_REQUIRED);

            assertEquals(List.of(), machine.verifier().asked());
        }
    }

    @Nested
    class OfTheCredentialThatIsThere {

        @Test
        void tellsWhatTheServerSays() {
            machine.netrc().keep(Given.account(), Given.KEY);

            LoginResult.AlreadyLoggedIn result =
                    assertInstanceOf(LoginResult.AlreadyLoggedIn.class, useExisting(Verification.WANTED));

            assertEquals(Optional.of(FakeVerifier.CONFIRMED), result.verdict());
        }

        @Test
        void erasesNothingThatTheServerRejectsAndChoosesNoServer() {
            machine.netrc().keep(Given.account(), Given.KEY);
            machine.verifier().answers(FakeVerifier.REJECTED);

            LoginResult.Rejected result = assertInstanceOf(
                    LoginResult.Rejected.class,
                    machine.logIn()
                            .useExisting(
                                    Given.account(),
                                    Optional.empty(),
                                    new LoginOptions(Verification.WANTED, true, false)));

            assertTrue(result.source().isIn(machine.netrc().id()));
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void choosesNoServerThatCouldNotBeAsked() {
            machine.netrc().keep(Given.account(), Given.KEY);
            machine.verifier().answers(FakeVerifier.UNREACHABLE);

            LoginResult.AlreadyLoggedIn result = assertInstanceOf(
                    LoginResult.AlreadyLoggedIn.class,
                    machine.logIn()
                            .useExisting(
                                    Given.account(),
                                    Optional.empty(),
                                    new LoginOptions(Verification.WANTED, true, false)));

            assertEquals(Optional.of(FakeVerifier.UNREACHABLE), result.verdict());
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void canBeAnIdentityToken() {
            machine.variableGives(Given.foundIdentityToken());

            useExisting(Verification.WANTED);

            assertEquals(1, machine.verifier().asked().size());
        }
    }

    private LoginResult save(Verification verification) {
        return machine.save(machine.netrc(), new LoginOptions(verification, false, false));
    }

    private LoginResult useExisting(Verification verification) {
        return machine.logIn()
                .useExisting(Given.account(), Optional.empty(), new LoginOptions(verification, false, false));
    }

    private SavedAccount noted() {
        return machine.registry().entryOf(Given.account()).orElseThrow();
    }

    private static LoginResult.LoggedIn loggedIn(LoginResult result) {
        return Given.saved(result);
    }
}
