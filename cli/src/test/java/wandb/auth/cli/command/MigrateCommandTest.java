package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.FakeRules;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.spi.Saved;

class MigrateCommandTest {

    private static final String EXAMPLE = "https://wandb.example.com";

    private final CommandLineFixture line = new CommandLineFixture();

    @Test
    void movesTheKeyAndTellsEachStep() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals(new Result(ExitCode.DONE, "", """
                        wandb: Saved the key from the netrc file for https://api.wandb.ai in the keychain (API key, 40 \
                        characters, ending in 6789).
                        wandb: Erased the key from the netrc file.
                        wandb: To let the SDK of a Python environment find it, also in notebooks: wandb auth hook enable --python PATH
                        wandb: Logged in to https://api.wandb.ai, with the key in keyring. Programs that use the \
                        Python SDK get this key by: wandb auth exec -- PROGRAM
                        """), line.run("auth", "migrate", "--to", "keyring"));
    }

    @Test
    void onlyTellsWhatItWouldDoOnRequest() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals(
                new Result(
                        ExitCode.DONE,
                        "",
                        "wandb: Would move the key for https://api.wandb.ai from the netrc file to keyring.\n"),
                line.run("auth", "migrate", "--to", "keyring", "--dry-run"));
        assertEquals(List.of(), line.keyring().savedFor());
        assertTrue(line.store().held() instanceof Outcome.Found);
    }

    @Test
    void asksOnADryRunWhetherTheStoreCanBeUsed() {
        line.store().holds(CommandLineFixture.key(KEY));
        line.keyring().isNotUsable(new Reason("There is no keychain.", "Start one."));

        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "",
                        "wandb: ERROR The key was not saved: the store keyring: There is no keychain. Start one.\n"),
                line.run("auth", "migrate", "--to", "keyring", "--dry-run"));
    }

    @Test
    void tellsThatTheKeyIsThereAlready() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals(
                new Result(
                        ExitCode.DONE, "", "wandb: The key for https://api.wandb.ai is in the netrc file already.\n"),
                line.run("auth", "migrate", "--to", "netrc"));
    }

    @Test
    void tellsHowToSaveAKeyWhereThereIsNone() {
        assertEquals(
                new Result(
                        ExitCode.NO_CREDENTIAL,
                        "",
                        "wandb: ERROR No store has a key for https://wandb.example.com. To save one: wandb login --host"
                                + " https://wandb.example.com --store keyring KEY\n"),
                line.run("auth", "migrate", "--to", "keyring", "--host", EXAMPLE));
    }

    @Test
    void tellsWhatStandsInTheWay() {
        line.store().gives(new Outcome.Unusable(new Reason("It is broken.", "Fix it.")));

        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR the netrc file: It is broken. Fix it.\n"),
                line.run("auth", "migrate", "--to", "keyring"));
    }

    @Test
    void isTheWayOutForAKeyThatIsKeptWorseThanThePolicyAllows() {
        line.store().holds(CommandLineFixture.key(KEY));
        line.adapters().rules().restrict(new Restriction.LeastProtection(Protection.ENCRYPTED, FakeRules.RULE));

        Result login = line.run("login");

        assertEquals(
                new Result(
                        ExitCode.FORBIDDEN,
                        "",
                        "wandb: ERROR the netrc file: found and refused. The administrator forbids it. (policy:3)\n"
                                + "wandb: To move it to a store that is allowed ('wandb auth stores' lists them):"
                                + " wandb auth migrate --to ID\n"),
                login);
        assertEquals(
                ExitCode.DONE, line.run("auth", "migrate", "--to", "keyring").exitCode());
        assertEquals(ExitCode.DONE, line.run("login").exitCode());
    }

    @Test
    void isRefusedForAStoreThatThePolicyForbidsAlsoAsAPlan() {
        line.store().holds(CommandLineFixture.key(KEY));
        line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(new SourceId("netrc")), FakeRules.RULE));
        Result refused = new Result(ExitCode.FORBIDDEN, "", """
                wandb: ERROR The administrator forbids it. (policy:3)
                wandb: To move it to a store that is allowed ('wandb auth stores' lists them): wandb auth migrate --to ID
                """);

        assertEquals(refused, line.run("auth", "migrate", "--to", "keyring"));
        assertEquals(refused, line.run("auth", "migrate", "--to", "keyring", "--dry-run"));
    }

    @Nested
    class OfAll {

        @Test
        void isSilentOnAccountsWithoutAKey() {
            line.keyring().holds(CommandLineFixture.key(KEY));
            line.adapters().accounts().has(EXAMPLE, "keyring");

            Result result = line.run("auth", "migrate", "--to", "netrc", "--all", "--dry-run");

            assertEquals(
                    new Result(
                            ExitCode.DONE,
                            "",
                            "wandb: Would move the key for https://wandb.example.com from the keychain to netrc.\n"),
                    result);
        }

        @Test
        void saysThatThereIsNoKeyAtAll() {
            assertEquals(
                    new Result(
                            ExitCode.NO_CREDENTIAL,
                            "",
                            "wandb: ERROR " + Messages.MIGRATE_NO_KEY
                                    + " To save one: wandb login --store keyring KEY\n"),
                    line.run("auth", "migrate", "--to", "keyring", "--all"));
        }

        @Test
        void failsWhereOneOfThemFails() {
            line.store().holds(CommandLineFixture.key(KEY));
            line.keyring()
                    .answersASaveWith(
                            new Saved.Failed(line.keyring().place(), new Reason("It is locked.", "Unlock it.")));

            Result result = line.run("auth", "migrate", "--to", "keyring", "--all");

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR The key was not saved: the keychain: It is locked. Unlock it.\n"),
                    result);
            assertTrue(line.store().held() instanceof Outcome.Found);
        }

        @Test
        void failsIfTheAccountsAreUnknown() {
            line.adapters().accounts().cannotBeRead();

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR auth.ini: It makes no sense. Correct it. Nothing was changed.\n"),
                    line.run("auth", "migrate", "--to", "keyring", "--all"));
        }
    }
}
