package wandb.auth.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.CLOUD_ACCOUNT;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.LONG_KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.FakeAdapters;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.spi.Saved;

class LoginReportTest {

    private static final Location VARIABLE = new Location.Variable("WANDB_API_KEY");
    private static final Rule RULE =
            new Rule("Plaintext keys are forbidden.", Optional.of(new Location.File(Path.of("policy"), 3)));

    private static final Reason BROKEN = new Reason("It is broken.", "Fix it.");

    private final CommandLineFixture line = new CommandLineFixture();

    @Test
    void warnsOfAConnectionThatIsNotEncrypted() {
        String warning = "wandb: WARNING " + Messages.loginNotEncrypted(Host.parse("http://wandb.example.com")) + "\n";

        assertTrue(line.run("login", "--host", "http://wandb.example.com", KEY)
                .err()
                .contains(warning));
        assertFalse(
                line.run("login", "--host", "http://127.0.0.1:8080", KEY).err().contains("not encrypted"));
        assertFalse(line.run("login", "--host", "https://wandb.example.com", KEY)
                .err()
                .contains("not encrypted"));
    }

    @Nested
    class WhereTheSavedKeyDoesNotCount {

        @Test
        void warnsOfAnotherKeyInFront() {
            line.adapters().variableGives(found(OTHER_KEY));

            Result result = line.run("login", KEY);

            assertEquals(ExitCode.DONE, result.exitCode());
            assertTrue(
                    result.err().contains("wandb: WARNING " + Messages.loginKeyBehindAnother(VARIABLE) + "\n"),
                    result.err());
        }

        @Test
        void warnsOfAnUnusableVariableInFront() {
            line.adapters().variableGives(unusable());

            Result result = line.run("login", KEY);

            assertTrue(
                    result.err().contains("wandb: WARNING " + Messages.loginKeyBehindUnusable(VARIABLE, BROKEN) + "\n"),
                    result.err());
        }

        @Test
        void warnsOfARefusedCredentialInFront() {
            line.adapters().variableGives(new Finding(VARIABLE, new Outcome.Refused(RULE)));

            Result result = line.run("login", KEY);

            assertTrue(
                    result.err().contains("wandb: WARNING " + Messages.loginKeyBehindRefused(VARIABLE, RULE) + "\n"),
                    result.err());
        }

        @Test
        void warnsOfAnSdkThatIsTooOldForTheKeyAndTellsHowToUpgradeIt() {
            line.adapters().sdkIs(sdk(0, 22, 2));

            Result result = line.run("login", LONG_KEY);

            assertTrue(
                    result.err().contains("wandb: WARNING " + Messages.loginSdkTooOld(sdk(0, 22, 2)) + "\n"),
                    result.err());
        }

        @Test
        void doesNotWarnOfANewerSdk() {
            line.adapters().sdkIs(sdk(0, 22, 3));

            assertFalse(line.run("login", LONG_KEY).err().contains("WARNING"));
        }
    }

    @Test
    void warnsWhereTheServerIsNotRememberedAlthoughTheKeyIsSaved() {
        Reason reason = new Reason("The disk is full.", "Make room.");
        line.adapters().rememberingFails(new Parsed.Invalid<>(FakeAdapters.SETTINGS, reason));

        Result result = line.run("login", "--host", "https://wandb.example.com", KEY);

        assertEquals(ExitCode.DONE, result.exitCode());
        assertTrue(
                result.err().contains("wandb: WARNING " + Messages.serverNotRemembered("the settings", reason) + "\n"),
                result.err());
        assertEquals(1, line.store().savedFor().size());
    }

    @Nested
    class WhereTheStoreDoesNotSave {

        @Test
        void saysWhyAndWhere() {
            Reason reason = new Reason("The disk is full.", "Make room.");
            line.store().answersASaveWith(new Saved.Failed(new Location.File(Path.of("netrc"), 7), reason));

            assertEquals(
                    new Result(
                            ExitCode.FAILED, "", "wandb: ERROR " + Messages.loginKeyNotSaved("netrc:7", reason) + "\n"),
                    line.run("login", KEY));
        }

        @Test
        void saysThatAnotherProgramCameBetween() {
            line.store().answersASaveWith(new Saved.Conflict(line.store().place()));

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR "
                                    + Messages.loginKeyNotSavedOverAnother(
                                            line.store().place()) + "\n"),
                    line.run("login", KEY));
        }
    }

    @Nested
    class WithoutAKey {

        @Test
        void tellsWhichOneIsThereFromWhereAndHowToSaveAnother() {
            line.store().holds(CommandLineFixture.key(KEY));

            assertEquals(
                    new Result(
                            ExitCode.DONE,
                            "",
                            "wandb: "
                                    + Messages.loginAlreadyThere(
                                            CLOUD_ACCOUNT,
                                            Optional.empty(),
                                            CommandLineFixture.key(KEY).summary(),
                                            line.store().place())
                                    + "\nwandb: " + Messages.loginAnotherKey("wandb login KEY") + "\n"),
                    line.run("login"));
        }

        @Test
        void tellsWhatTheSourceRemarks() {
            line.store()
                    .gives(
                            new Outcome.Found(CommandLineFixture.key(KEY), Revision.of("1")),
                            "The two entries of the cloud differ.");

            Result result = line.run("login");

            assertTrue(result.err().contains("wandb: WARNING The two entries of the cloud differ.\n"), result.err());
        }

        @Test
        void saysWhyTheSourceThatCountsCannotBeUsed() {
            line.adapters().variableGives(unusable());
            line.store().holds(CommandLineFixture.key(KEY));

            assertEquals(
                    new Result(ExitCode.FAILED, "", "wandb: ERROR WANDB_API_KEY: " + BROKEN + "\n"), line.run("login"));
        }

        @Test
        void saysWhichRuleRefusesTheCredential() {
            line.store().gives(new Outcome.Refused(RULE), "It is old.");

            assertEquals(
                    new Result(
                            ExitCode.FORBIDDEN,
                            "",
                            "wandb: ERROR "
                                    + Messages.lookupRefused(
                                            line.store().place().text(), RULE) + "\nwandb: It is old.\n"),
                    line.run("login"));
        }

        @Test
        void saysWhereItLookedAndHowToGetAKey() {
            line.store().gives(new Outcome.Skipped(Rule.builtIn("A default entry is no W&B key.")));

            assertEquals(new Result(ExitCode.NO_CREDENTIAL, "", """
                            wandb: ERROR There is no API key for https://api.wandb.ai.
                            wandb: Looked in WANDB_API_KEY.
                            wandb: Skipped the netrc file: A default entry is no W&B key.
                            wandb: Get a key at https://wandb.ai/authorize, then: wandb login KEY
                            """), line.run("login"));
        }

        @Test
        void namesTheServerOfTheOptionInTheCommandThatItProposes() {
            Result result = line.run("login", "--host", "https://wandb.example.com");

            assertTrue(
                    result.err().endsWith(", then: wandb login --host https://wandb.example.com KEY\n"), result.err());
        }

        @Test
        void namesTheCloudInTheCommandThatItProposesWhereTheOptionDid() {
            line.variable("WANDB_BASE_URL", "https://wandb.example.com");
            line.store().holds(CommandLineFixture.key(KEY));

            Result result = line.run("login", "--cloud");

            assertTrue(
                    result.err().endsWith("wandb: " + Messages.loginAnotherKey("wandb login --cloud KEY") + "\n"),
                    result.err());
        }
    }

    private static Finding found(String key) {
        return new Finding(VARIABLE, new Outcome.Found(CommandLineFixture.key(key), Revision.of(key)));
    }

    private static Finding unusable() {
        return new Finding(VARIABLE, new Outcome.Unusable(BROKEN));
    }

    private static InstalledSdk sdk(int major, int minor, int patch) {
        return new InstalledSdk(new InstalledSdk.Version(major, minor, patch), Path.of("packages"));
    }
}
