package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.CLOUD_ACCOUNT;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.spi.Erased;

/** A login to a store that is named, or remembered, or preferred. */
class LoginStoreTest {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final Reason BROKEN = new Reason("It is broken.", "Fix it.");
    private static final SourceId KEYRING = new SourceId("keyring");

    private final CommandLineFixture line = new CommandLineFixture();

    @Nested
    class WithAKey {

        @Test
        void savesItThereErasesThePlaintextEntryAndTellsHowTheSdkGetsIt() {
            line.store().holds(CommandLineFixture.key(OTHER_KEY));

            assertEquals(new Result(ExitCode.DONE, "", """
                            wandb: Saved the key for https://api.wandb.ai in the keychain (API key, 40 characters, \
                            ending in 6789).
                            wandb: Erased the key from the netrc file.
                            wandb: To let the SDK of a Python environment find it, also in notebooks: wandb auth hook enable --python PATH
                            wandb: Logged in to https://api.wandb.ai, with the key in keyring. Programs that use \
                            the Python SDK get this key with: wandb auth exec -- PROGRAM
                            """), line.run("login", "--store", "keyring", KEY));
            assertEquals(new Outcome.Absent(), line.store().held());
        }

        @Test
        void leavesThePlaintextEntryOnRequest() {
            line.store().holds(CommandLineFixture.key(OTHER_KEY));

            line.run("login", "--store", "keyring", "--keep-plaintext", KEY);

            assertTrue(line.store().held() instanceof Outcome.Found);
        }

        @Test
        void leavesAnEntryThatMayBeAnotherPrograms() {
            line.store().holds(CommandLineFixture.key(OTHER_KEY));

            Result result = line.run("login", "--host", "https://github.com", "--store", "keyring", KEY);

            assertEquals(ExitCode.DONE, result.exitCode());
            assertTrue(
                    result.err()
                            .contains("wandb: WARNING "
                                    + Messages.olderKeyLeftAlone(line.store().place()) + "\n"),
                    result.err());
            assertTrue(line.store().held() instanceof Outcome.Found);
        }

        @Test
        void namesTheServerInTheLineForTheSdk() {
            Account account = new Account(Host.parse("https://wandb.example.com"), Profile.DEFAULT);

            Result result = line.run("login", "--host", "https://wandb.example.com", "--store", "keyring", KEY);

            assertTrue(
                    result.err()
                            .endsWith("wandb: " + Messages.loggedIn(account, Optional.empty(), KEYRING) + " "
                                    + Messages.loggedInWithoutSdk("--host https://wandb.example.com ") + "\n"),
                    result.err());
        }

        @Test
        void goesToTheStoreThatTheKeyIsInWhereNoneIsNamed() {
            line.adapters().accounts().has(CLOUD, "keyring");

            line.run("login", KEY);

            assertEquals(1, line.keyring().savedFor().size());
            assertEquals(List.of(), line.store().savedFor());
        }

        @Test
        void goesToThePreferredStoreWhereTheKeyIsInNetrc() {
            line.adapters().accounts().has(CLOUD, "netrc");
            line.adapters().rules().saveTo("keyring");

            line.run("login", KEY);

            assertEquals(1, line.keyring().savedFor().size());
        }

        @Test
        void neverGoesToPlaintextInstead() {
            Reason reason = new Reason("There is no keychain here.", "Start one.");
            line.keyring().isNotUsable(reason);

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR " + Messages.loginKeyNotSaved("the keychain", reason) + "\n"),
                    line.run("login", "--store", "keyring", KEY));
            assertEquals(List.of(), line.store().savedFor());
        }

        @Test
        void doesNotGuessWhereTheStoreOfTheAccountIsNotInstalled() {
            line.adapters().accounts().has(CLOUD, "helper:gone");

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR "
                                    + Messages.usualStoreNotInstalled(new SourceId("helper:gone"), "netrc, keyring")
                                    + " Nothing was saved.\n"),
                    line.run("login", KEY));
        }

        @Test
        void doesNotGuessIfTheStoreOfTheAccountIsUnknown() {
            line.adapters().accounts().cannotBeRead();

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR " + Messages.usualStoreUnknown(FakeAccounts.PLACE, FakeAccounts.NOT_READ)
                                    + " Nothing was saved.\n"),
                    line.run("login", KEY));
            assertEquals(List.of(), line.store().savedFor());
        }

        @Test
        void failsWhereLaterRunsWouldNotLookThereAndErasesNothing() {
            line.store().holds(CommandLineFixture.key(OTHER_KEY));
            line.adapters().accounts().cannotBeWritten();

            Result result = line.run("login", "--store", "keyring", KEY);

            assertEquals(ExitCode.FAILED, result.exitCode());
            assertTrue(
                    result.err()
                            .contains("wandb: ERROR "
                                    + Messages.loginStoreNotRecorded(KEYRING, "auth.ini", FakeAccounts.NOT_WRITTEN)
                                    + "\n"),
                    result.err());
            assertTrue(line.store().held() instanceof Outcome.Found);
        }

        @Test
        void onlyWarnsWhereAKeyInNetrcIsNotInTheListOfAccounts() {
            line.adapters().accounts().cannotBeWritten();

            Result result = line.run("login", KEY);

            assertEquals(ExitCode.DONE, result.exitCode());
            assertTrue(
                    result.err()
                            .contains("wandb: WARNING "
                                    + Messages.loginAccountNotListed("auth.ini", FakeAccounts.NOT_WRITTEN) + "\n"),
                    result.err());
        }

        @Test
        void failsWhereThePlaintextEntryIsStillThere() {
            line.store().holds(CommandLineFixture.key(OTHER_KEY));
            line.store().answersAnEraseWith(new Erased.Failed(line.store().place(), BROKEN));

            Result result = line.run("login", "--store", "keyring", KEY);

            assertEquals(ExitCode.FAILED, result.exitCode());
            assertTrue(
                    result.err()
                            .contains("wandb: ERROR "
                                    + Messages.replacedKeyNotErased(
                                            ResolutionPolicy.NETRC,
                                            line.store().place(),
                                            BROKEN,
                                            Messages.REPLACED_KEY_REMEDY_BY_LOGIN)
                                    + "\n"),
                    result.err());
        }

        @Test
        void failsWhereAnotherProgramSavedAKeyInThePlaintextEntryMeanwhile() {
            line.store().holds(CommandLineFixture.key(OTHER_KEY));
            line.store().answersAnEraseWith(new Erased.Conflict(line.store().place()));

            Result result = line.run("login", "--store", "keyring", KEY);

            assertEquals(ExitCode.FAILED, result.exitCode());
            assertTrue(
                    result.err()
                            .contains("wandb: ERROR "
                                    + Messages.replacedKeyChanged(line.store().place()) + "\n"),
                    result.err());
        }
    }

    @Nested
    class WithoutAKey {

        @Test
        void movesTheOneThatIsInAnotherStore() {
            line.store().holds(CommandLineFixture.key(KEY));

            Result result = line.run("login", "--store", "keyring");

            assertEquals(ExitCode.DONE, result.exitCode());
            assertTrue(
                    result.err()
                            .startsWith("wandb: " + savedFoundKey(line.store().place()) + "\nwandb: "
                                    + Messages.replacedKeyErased(line.store().place()) + "\n"),
                    result.err());
        }

        @Test
        void copiesTheOneOfAVariable() {
            line.adapters().variableGives(found(KEY));

            Result result = line.run("login", "--store", "keyring");

            assertTrue(
                    result.err().startsWith("wandb: " + savedFoundKey(new Location.Variable("WANDB_API_KEY")) + "\n"),
                    result.err());
            assertFalse(result.err().contains("Erased"), result.err());
        }

        @Test
        void tellsThatItIsThereAlready() {
            line.keyring().holds(CommandLineFixture.key(KEY));
            line.adapters().accounts().has(CLOUD, "keyring");

            Result result = line.run("login", "--store", "keyring");

            assertEquals(ExitCode.DONE, result.exitCode());
            assertTrue(result.err().startsWith("wandb: " + alreadyThere() + "\n"), result.err());
        }

        @Test
        void usesTheOneThatNobodyRemembersToBeThereAndLeavesTheOther() {
            line.keyring().holds(CommandLineFixture.key(KEY));
            line.store().holds(CommandLineFixture.key(OTHER_KEY));

            assertEquals(new Result(ExitCode.DONE, "", """
                            wandb: Found a key for https://api.wandb.ai in the keychain (API key, 40 characters, ending \
                            in 6789). From now on it is used; nothing was saved.
                            wandb: WARNING the netrc file has another key for this server, which was left there, and \
                            which the Python SDK uses. Remove it if you do not need it.
                            wandb: To let the SDK of a Python environment find it, also in notebooks: wandb auth hook enable --python PATH
                            wandb: Logged in to https://api.wandb.ai, with the key in keyring. Programs that use \
                            the Python SDK get this key with: wandb auth exec -- PROGRAM
                            """), line.run("login", "--store", "keyring"));
            assertTrue(line.store().held() instanceof Outcome.Found);
            assertTrue(line.run("login").err().startsWith("wandb: " + alreadyThere() + "\n"));
        }

        @Test
        void doesNotPassOverAStoreThatCannotBeRead() {
            line.keyring().gives(new Outcome.Unusable(BROKEN));
            line.store().holds(CommandLineFixture.key(KEY));

            assertEquals(
                    new Result(ExitCode.FAILED, "", "wandb: ERROR the keychain: It is broken. Fix it.\n"),
                    line.run("login", "--store", "keyring"));
        }

        @Test
        void cannotSaveAnIdentityToken() {
            IdentityToken token = IdentityToken.parse("e30.e30.signature-of-at-least-thirty-two-characters")
                    .orElseThrow();
            Location place = new Location.File(Path.of("token"));
            line.adapters().variableGives(new Finding(place, new Outcome.Found(token, Revision.of("1"))));

            assertEquals(
                    new Result(ExitCode.FAILED, "", "wandb: ERROR " + Messages.loginTokenNotSaved(place) + "\n"),
                    line.run("login", "--store", "keyring"));
        }

        @Test
        void hasTheCommandThatCompletesAMove() {
            line.store().holds(CommandLineFixture.key(KEY));
            line.store().answersAnEraseWith(new Erased.Failed(line.store().place(), BROKEN));

            Result result = line.run("login", "--cloud", "--store", "keyring");

            assertTrue(
                    result.err().contains(" " + Messages.replacedKeyRemedyByMove("--cloud ", KEYRING) + "\n"),
                    result.err());
        }

        private String savedFoundKey(Location origin) {
            return Messages.loginSavedFoundKey(
                    origin,
                    CLOUD_ACCOUNT,
                    line.keyring().place(),
                    CommandLineFixture.key(KEY).summary());
        }

        private String alreadyThere() {
            return Messages.loginAlreadyThere(
                    CLOUD_ACCOUNT,
                    Optional.empty(),
                    CommandLineFixture.key(KEY).summary(),
                    line.keyring().place());
        }
    }

    @Test
    void keepsTheNameThatTheServerToldWhereTheSameKeyIsSavedUnasked() {
        line.adapters().accounts().has(CLOUD, "netrc", Optional.of("ada"));
        line.store().holds(CommandLineFixture.key(KEY));

        line.run("login", KEY);

        assertTrue(line.run("auth", "list").out().endsWith("ada\n"));
    }

    @Test
    void forgetsTheNameThatTheServerToldOfAnotherKey() {
        line.adapters().accounts().has(CLOUD, "netrc", Optional.of("ada"));
        line.store().holds(CommandLineFixture.key(OTHER_KEY));

        line.run("login", KEY);

        assertTrue(line.run("auth", "list").out().endsWith("-\n"));
    }

    private static Finding found(String key) {
        return new Finding(
                new Location.Variable("WANDB_API_KEY"),
                new Outcome.Found(CommandLineFixture.key(key), Revision.of(key)));
    }
}
