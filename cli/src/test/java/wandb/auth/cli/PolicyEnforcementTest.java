package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.policy.HostPattern;
import wandb.auth.domain.policy.Restriction;

/** What a rule forbids is exit code 3 with the rule and its place, by whatever option, variable or preference it is tried. */
class PolicyEnforcementTest {

    private static final Result SERVER_REFUSED = refused(Messages.FORBIDDEN_SERVER_REMEDY);
    private static final String OTHER_STORE = "wandb login --store ID KEY";
    private static final String OTHER_INPUT = "wandb login --key-stdin < FILE";
    private static final SourceId KEYRING = new SourceId("keyring");

    private final CommandLineFixture line = new CommandLineFixture();

    private static Result refused(String remedy) {
        return new Result(
                ExitCode.FORBIDDEN,
                "",
                "wandb: ERROR The administrator forbids it. (policy:3)\nwandb: " + remedy + "\n");
    }

    private static Result refusedUnless(String command) {
        return refused(Messages.forbiddenSavingRemedy(command));
    }

    static Stream<Arguments> attempts() {
        Restriction onlyExample =
                new Restriction.OnlyHosts(List.of(HostPattern.parse("https://wandb.example.com")), FakeRules.RULE);
        Restriction onlyKeyring = new Restriction.OnlyStores(List.of(KEYRING), FakeRules.RULE);
        Restriction encrypted = new Restriction.LeastProtection(Protection.ENCRYPTED, FakeRules.RULE);
        return Stream.of(
                argumentSet("host by default", SERVER_REFUSED, onlyExample, List.of("login", "--key-stdin")),
                argumentSet(
                        "host by option",
                        SERVER_REFUSED,
                        onlyExample,
                        List.of("login", "--host=https://a.example", "--key-stdin")),
                argumentSet("host without a key", SERVER_REFUSED, onlyExample, List.of("login", "--cloud")),
                argumentSet("host and move", SERVER_REFUSED, onlyExample, List.of("login", "--store=keyring")),
                argumentSet(
                        "store by default", refusedUnless(OTHER_STORE), onlyKeyring, List.of("login", "--key-stdin")),
                argumentSet(
                        "store by option",
                        refusedUnless(OTHER_STORE),
                        onlyKeyring,
                        List.of("login", "--store=netrc", "--key-stdin")),
                argumentSet(
                        "protection by default",
                        refusedUnless(OTHER_STORE),
                        encrypted,
                        List.of("login", "--key-stdin")),
                argumentSet(
                        "protection by option",
                        refusedUnless(OTHER_STORE),
                        encrypted,
                        List.of("login", "--store=netrc", "--key-stdin")),
                argumentSet(
                        "key argument",
                        refusedUnless(OTHER_INPUT),
                        new Restriction.NoKeyArgument(FakeRules.RULE),
                        List.of("login", KEY)),
                argumentSet(
                        "no verification",
                        refusedUnless("wandb login KEY"),
                        new Restriction.VerifiedOnly(FakeRules.RULE),
                        List.of("login", "--no-verify", "--key-stdin")),
                argumentSet(
                        "source that is off",
                        refusedUnless("wandb login KEY"),
                        new Restriction.SourceOff(KEYRING, FakeRules.RULE),
                        List.of("login", "--store=keyring", "--key-stdin")));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void isRefusedWithTheRule(Result expected, Restriction restriction, List<String> args) {
        line.adapters().rules().restrict(restriction);

        assertEquals(expected, line.input(KEY).run(args.toArray(String[]::new)));
        assertEquals(List.of(), line.store().savedFor());
        assertEquals(List.of(), line.keyring().savedFor());
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void isDoneWithoutTheRule(Result refusal, Restriction restriction, List<String> args) {
        int exitCode = line.input(KEY).run(args.toArray(String[]::new)).exitCode();

        assertTrue(exitCode == ExitCode.DONE || exitCode == ExitCode.NO_CREDENTIAL, "exit code " + exitCode);
    }

    @Test
    void isRefusedForTheServerOfTheVariable() {
        line.variable("WANDB_BASE_URL", "https://a.example");
        line.adapters()
                .rules()
                .restrict(new Restriction.OnlyHosts(
                        List.of(HostPattern.parse("https://wandb.example.com")), FakeRules.RULE));

        assertEquals(SERVER_REFUSED, line.run("login", KEY));
    }

    @Test
    void isRefusedWithoutACommandThatSavesWhereNoStoreMayTakeAKey() {
        line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(), FakeRules.RULE));

        assertEquals(refused(Messages.FORBIDDEN_STORES_REMEDY), line.run("login", KEY));
    }

    @Test
    void isRefusedForAStoreThatOnlyTheUserPrefers() {
        line.adapters().rules().saveTo("keyring");
        line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(new SourceId("netrc")), FakeRules.RULE));

        assertEquals(refusedUnless(OTHER_STORE), line.run("login", KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "login --relogin", "login --relogin --store=netrc", "login --store=netrc"})
    void isRefusedBeforeAnybodyIsAskedForAKey(String command) {
        line.terminal(new Terminal(true, true, true)).variable("NO_COLOR", "1");
        line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(KEYRING), FakeRules.RULE));

        assertEquals(refusedUnless(OTHER_STORE), line.run(command.split(" ", -1)));
    }

    @Test
    void doesNotAskForAKeyThatNoStoreCouldTake() {
        line.terminal(new Terminal(true, true, true)).variable("NO_COLOR", "1");
        Reason reason = new Reason("There is no keychain.", "Start one.");
        line.keyring().isNotUsable(reason);

        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "",
                        "wandb: ERROR " + Messages.loginKeyNotSaved("the store keyring", reason) + "\n"),
                line.run("login", "--relogin", "--store", "keyring"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "login", "auth token", "auth exec-environment"})
    void isRefusedWhereTheKeyIsKeptTooBadly(String command) {
        line.store().holds(CommandLineFixture.key(KEY));
        line.adapters().rules().restrict(new Restriction.LeastProtection(Protection.ENCRYPTED, FakeRules.RULE));

        Result result = line.run(command.split(" ", -1));

        assertEquals(ExitCode.FORBIDDEN, result.exitCode());
        assertTrue((result.out() + result.err()).contains("policy:3"), result.toString());
        assertFalse(result.out().contains(KEY), result.out());
    }

    @Nested
    class IfThePolicyIsUnknown {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "login",
                    "login " + KEY,
                    "logout",
                    "logout --all",
                    "status",
                    "status --json",
                    "auth token",
                    "auth exec-environment",
                    "auth list",
                    "auth stores",
                    "auth migrate --to keyring",
                    "auth policy"
                })
        void everyCommandIsForbidden(String command) {
            line.adapters().rules().cannotBeRead();

            assertEquals(
                    new Result(
                            ExitCode.FORBIDDEN,
                            "",
                            "wandb: ERROR "
                                    + Messages.policyUnreadable(
                                            new Location.File(Path.of("policy"), 7).text(),
                                            new Reason("It has no value.", "Ask the administrator."))
                                    + "\n"),
                    line.run(command.split(" ", -1)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "--help",
                    "--version",
                    "login --help",
                    "logout --help",
                    "status --help",
                    "auth --help",
                    "auth policy --help",
                    "auth migrate --help"
                })
        void helpIsNot(String command) {
            line.adapters().rules().cannotBeRead();

            assertEquals(ExitCode.DONE, line.run(command.split(" ", -1)).exitCode());
        }
    }

    @Nested
    class WhereWhatIsDoneIsToBeRecorded {

        private static final Reason FULL = new Reason("The disk is full.", "Make room.");

        WhereWhatIsDoneIsToBeRecorded() {
            line.adapters().rules().record();
            line.adapters().rules().recordNothingFor(FULL);
        }

        @Test
        void savesNothingThatIsNot() {
            assertEquals(
                    new Result(ExitCode.FAILED, "", "wandb: ERROR " + Messages.loginKeyNotSaved("trail", FULL) + "\n"),
                    line.run("login", KEY));
            assertTrue(line.store().held().isPassedOver());
        }

        @Test
        void handsNothingOutThatIsNot() {
            line.store().holds(CommandLineFixture.key(KEY));

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR "
                                    + Messages.tokenNotRecorded(
                                            new Location.Place("trail"), new Reason("The disk is full.", "Make room."))
                                    + "\n"),
                    line.run("auth", "token"));
        }

        @Test
        void erasesNothingThatIsNot() {
            line.store().holds(CommandLineFixture.key(KEY));

            assertEquals(ExitCode.FAILED, line.run("logout").exitCode());
            assertFalse(line.store().held().isPassedOver());
        }

        @Test
        void refusesWhatIsForbiddenAllTheSame() {
            line.adapters().rules().restrict(new Restriction.NoKeyArgument(FakeRules.RULE));

            assertEquals(refusedUnless(OTHER_INPUT), line.run("login", KEY));
        }
    }
}
