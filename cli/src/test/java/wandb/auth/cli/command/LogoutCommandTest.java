package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.CLOUD_ACCOUNT;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.nio.file.Path;
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
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.spi.Erased;

class LogoutCommandTest {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final Reason BROKEN = new Reason("It is broken.", "Fix it.");

    private final CommandLineFixture line = new CommandLineFixture();

    @Test
    void erasesTheKeyFromEveryStoreAndTellsWhere() {
        line.store().holds(CommandLineFixture.key(OTHER_KEY));
        line.keyring().holds(CommandLineFixture.key(KEY));
        line.adapters().accounts().has(CLOUD, "keyring");

        assertEquals(new Result(ExitCode.DONE, "", """
                        wandb: Erased the key for https://api.wandb.ai from the netrc file.
                        wandb: Erased the key for https://api.wandb.ai from the keychain.
                        wandb: Logged out of https://api.wandb.ai. The key stays valid until it is revoked there.
                        """), line.run("logout"));
        assertEquals("", line.run("auth", "list").out());
    }

    @Test
    void tellsThatTheTokensAreErasedThatTheServerGave() {
        Location tokens = new Location.Place("the file of tokens");
        line.adapters().erasingTokensGives(new Erased.Gone(tokens));

        assertEquals(new Result(ExitCode.DONE, "", """
                        wandb: Erased the access tokens for https://api.wandb.ai from the file of tokens.
                        wandb: Logged out of https://api.wandb.ai. The key stays valid until it is revoked there.
                        """), line.run("logout"));
    }

    @Test
    void failsWhereTheTokensCannotBeErased() {
        Location tokens = new Location.Place("the file of tokens");
        line.adapters().erasingTokensGives(new Erased.Failed(tokens, BROKEN));

        assertEquals(
                new Result(
                        ExitCode.FAILED, "", "wandb: ERROR " + Messages.logoutTokensNotErased(tokens, BROKEN) + "\n"),
                line.run("logout"));
    }

    @Test
    void succeedsWhereNothingIsThere() {
        Result nothing = new Result(ExitCode.DONE, "", "wandb: " + Messages.logoutNotNeeded(CLOUD_ACCOUNT) + "\n");

        assertEquals(nothing, line.run("logout"));
        assertEquals(nothing, line.run("logout", "--cloud"));
    }

    @Nested
    class WhereSomethingStillGivesACredential {

        private static final Location.Variable VARIABLE = new Location.Variable("WANDB_API_KEY");

        @Test
        void failsAndTellsHowToUnsetAVariable() {
            line.store().holds(CommandLineFixture.key(KEY));
            line.adapters().variableGives(new Finding(VARIABLE, found()));

            assertEquals(new Result(ExitCode.FAILED, "", """
                            wandb: Erased the key for https://api.wandb.ai from the netrc file.
                            wandb: ERROR WANDB_API_KEY still gives a credential. Unset it: unset WANDB_API_KEY
                            """), line.run("logout"));
        }

        @Test
        void failsAndNamesTheFileToTakeItOutOf() {
            Location settings = new Location.File(Path.of("settings"), 3);
            line.adapters().variableGives(new Finding(settings, found()));

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR " + Messages.logoutStillFinds(settings, Messages.LOGOUT_REMOVE_THERE) + "\n"),
                    line.run("logout"));
        }

        @Test
        void failsAlsoWhereThePolicyRefusesIt() {
            line.adapters().variableGives(new Finding(VARIABLE, new Outcome.Refused(FakeRules.RULE)));

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR "
                                    + Messages.logoutStillRefuses(
                                            VARIABLE, FakeRules.RULE, Messages.logoutUnset(VARIABLE))
                                    + "\n"),
                    line.run("logout"));
        }

        @Test
        void failsWhereNobodyCanTell() {
            line.adapters().variableGives(new Finding(VARIABLE, new Outcome.Unusable(BROKEN)));

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR " + Messages.logoutMayStillFind(VARIABLE, BROKEN) + "\n"),
                    line.run("logout"));
        }
    }

    @Nested
    class WhereAStoreDoesNotErase {

        @Test
        void failsAndTellsWhy() {
            line.store().holds(CommandLineFixture.key(KEY));
            line.store().answersAnEraseWith(new Erased.Failed(line.store().place(), BROKEN));

            Result result = line.run("logout");

            assertEquals(ExitCode.FAILED, result.exitCode());
            assertTrue(
                    result.err()
                            .startsWith("wandb: ERROR "
                                    + Messages.logoutKeyNotErased(
                                            ResolutionPolicy.NETRC, line.store().place(), BROKEN)
                                    + "\n"),
                    result.err());
        }

        @Test
        void tellsThatAnotherProgramCameBetween() {
            line.store().holds(CommandLineFixture.key(KEY));
            line.store().answersAnEraseWith(new Erased.Conflict(line.store().place()));

            assertTrue(line.run("logout")
                    .err()
                    .startsWith("wandb: ERROR "
                            + Messages.logoutKeyChanged(line.store().place()) + "\n"));
        }

        @Test
        void failsWhereTheAccountIsStillInTheList() {
            line.keyring().holds(CommandLineFixture.key(KEY));
            line.adapters().accounts().has(CLOUD, "keyring");
            line.adapters().accounts().cannotBeWritten();

            Result result = line.run("logout");

            assertEquals(ExitCode.FAILED, result.exitCode());
            assertTrue(
                    result.err()
                            .endsWith("wandb: ERROR "
                                    + Messages.logoutStillListed(FakeAccounts.PLACE, FakeAccounts.NOT_WRITTEN) + "\n"),
                    result.err());
        }
    }

    @Nested
    class OfAServerThatIsNotKnown {

        @Test
        void erasesNothingAndTellsWhatIsThere() {
            line.store().holds(CommandLineFixture.key(KEY));

            assertEquals(new Result(ExitCode.FAILED, "", """
                            wandb: ERROR No login to https://github.com is known here, so nothing was erased: what is \
                            stored under its name may be another program's.
                            wandb: the netrc file still gives a credential. Remove it there.
                            """), line.run("logout", "--host", "https://github.com"));
            assertTrue(line.store().held() instanceof Outcome.Found);
        }

        @Test
        void succeedsWhereNothingIsThere() {
            Account account = new Account(Host.parse("https://github.com"), Profile.DEFAULT);

            assertEquals(
                    new Result(ExitCode.DONE, "", "wandb: " + Messages.logoutNotNeeded(account) + "\n"),
                    line.run("logout", "--host", "https://github.com"));
        }
    }

    @Nested
    class OfAll {

        @Test
        void isOfEveryAccountThatIsKnownAndSilentOnTheOthers() {
            line.keyring().holds(CommandLineFixture.key(KEY));
            line.adapters().accounts().has("https://wandb.example.com", "keyring");

            assertEquals(new Result(ExitCode.DONE, "", """
                            wandb: Erased the key for https://wandb.example.com from the keychain.
                            wandb: Logged out of https://wandb.example.com. The key stays valid until it is revoked \
                            there.
                            """), line.run("logout", "--all"));
        }

        @Test
        void saysThatThereIsNone() {
            assertEquals(
                    new Result(ExitCode.DONE, "", "wandb: " + Messages.LOGOUT_FROM_NOWHERE + "\n"),
                    line.run("logout", "--all"));
        }

        @Test
        void failsWhereOneOfThemFails() {
            line.store().answersAnEraseWith(new Erased.Failed(line.store().place(), BROKEN));

            assertEquals(ExitCode.FAILED, line.run("logout", "--all").exitCode());
        }

        @Test
        void failsIfTheAccountsAreUnknown() {
            line.store().holds(CommandLineFixture.key(KEY));
            line.adapters().accounts().cannotBeRead();

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR "
                                    + Messages.allOptionWithoutAccounts(FakeAccounts.PLACE, FakeAccounts.NOT_READ)
                                    + "\n"),
                    line.run("logout", "--all"));
            assertTrue(line.store().held() instanceof Outcome.Found);
        }
    }

    @Test
    void isRefusedByNoRule() {
        line.store().holds(CommandLineFixture.key(KEY));
        line.adapters().rules().restrict(new Restriction.OnlyHosts(List.of(), FakeRules.RULE));
        line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(), FakeRules.RULE));

        assertEquals(ExitCode.DONE, line.run("logout").exitCode());
    }

    private static Outcome found() {
        return new Outcome.Found(CommandLineFixture.key(KEY), Revision.of(KEY));
    }
}
