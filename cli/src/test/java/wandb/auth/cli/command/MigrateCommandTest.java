package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.CLOUD_ACCOUNT;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.FakeAccounts;
import wandb.auth.cli.FakeRules;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.spi.Saved;

class MigrateCommandTest {

    private static final String EXAMPLE = "https://wandb.example.com";
    private static final Account EXAMPLE_ACCOUNT = new Account(Host.parse(EXAMPLE), Profile.DEFAULT);

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
                        Python SDK get this key with: wandb auth exec -- PROGRAM
                        """), line.run("auth", "migrate", "--to", "keyring"));
    }

    @Test
    void onlyTellsWhatItWouldDoOnRequest() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals(
                new Result(
                        ExitCode.DONE,
                        "",
                        "wandb: "
                                + Messages.movePlanned(
                                        CLOUD_ACCOUNT, line.store().place(), new SourceId("keyring"))
                                + "\n"),
                line.run("auth", "migrate", "--to", "keyring", "--dry-run"));
        assertEquals(List.of(), line.keyring().savedFor());
        assertTrue(line.store().held() instanceof Outcome.Found);
    }

    @Test
    void asksOnADryRunWhetherTheStoreCanBeUsed() {
        line.store().holds(CommandLineFixture.key(KEY));
        Reason reason = new Reason("There is no keychain.", "Start one.");
        line.keyring().isNotUsable(reason);

        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "",
                        "wandb: ERROR " + Messages.loginKeyNotSaved("the store keyring", reason) + "\n"),
                line.run("auth", "migrate", "--to", "keyring", "--dry-run"));
    }

    @Test
    void tellsThatTheKeyIsThereAlready() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals(
                new Result(
                        ExitCode.DONE,
                        "",
                        "wandb: "
                                + Messages.moveNotNeeded(
                                        CLOUD_ACCOUNT, line.store().place()) + "\n"),
                line.run("auth", "migrate", "--to", "netrc"));
    }

    @Test
    void tellsHowToSaveAKeyWhereThereIsNone() {
        assertEquals(
                new Result(
                        ExitCode.NO_CREDENTIAL,
                        "",
                        "wandb: ERROR " + Messages.moveOfNothing(EXAMPLE_ACCOUNT) + " "
                                + Messages.adviceToSaveOne("wandb login --host " + EXAMPLE + " --store keyring KEY")
                                + "\n"),
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
                        "wandb: ERROR "
                                + Messages.lookupRefused(line.store().place().text(), FakeRules.RULE)
                                + "\nwandb: " + Messages.forbiddenStoreRemedy("") + "\n"),
                login);
        assertEquals(
                ExitCode.DONE, line.run("auth", "migrate", "--to", "keyring").exitCode());
        assertEquals(ExitCode.DONE, line.run("login").exitCode());
    }

    @Test
    void isRefusedForAStoreThatThePolicyForbidsAlsoAsAPlan() {
        line.store().holds(CommandLineFixture.key(KEY));
        line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(new SourceId("netrc")), FakeRules.RULE));
        Result refused = new Result(
                ExitCode.FORBIDDEN,
                "",
                "wandb: ERROR " + FakeRules.RULE.text() + "\nwandb: " + Messages.forbiddenStoreRemedy("") + "\n");

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
                            "wandb: "
                                    + Messages.movePlanned(
                                            EXAMPLE_ACCOUNT, line.keyring().place(), ResolutionPolicy.NETRC)
                                    + "\n"),
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
            Reason reason = new Reason("It is locked.", "Unlock it.");
            line.keyring().answersASaveWith(new Saved.Failed(line.keyring().place(), reason));

            Result result = line.run("auth", "migrate", "--to", "keyring", "--all");

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR " + Messages.loginKeyNotSaved("the keychain", reason) + "\n"),
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
                            "wandb: ERROR "
                                    + Messages.allOptionWithoutAccounts(FakeAccounts.PLACE, FakeAccounts.NOT_READ)
                                    + "\n"),
                    line.run("auth", "migrate", "--to", "keyring", "--all"));
        }
    }
}
