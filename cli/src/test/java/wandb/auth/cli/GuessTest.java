package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Protection;
import wandb.auth.domain.policy.Restriction;

/** What a wrong command line is taken for: a line that works when it is typed. */
class GuessTest {

    private static final String OFFER = Messages.didYouMean("");

    private final CommandLineFixture line = new CommandLineFixture();

    /** What was typed, and the line that is offered. */
    static Stream<Arguments> guesses() {
        return Stream.of(
                // what other tools call our commands
                guess("wandb status", "whoami"),
                guess("wandb status --json", "whoami", "--json"),
                guess("wandb login", "auth", "login"),
                guess("wandb login", "signin"),
                guess("wandb login", "auth", "set-key"),
                guess("wandb login KEY", "auth", "login", KEY),
                guess("wandb login KEY", "set-key", "hunter2"),
                guess("wandb logout", "auth", "logout"),
                guess("wandb logout --cloud", "log", "out", "--cloud"),
                guess("wandb login KEY", "sign", "in", KEY),
                guess("wandb auth token", "auth", "get", "key"),
                guess("wandb status", "auth", "status"),
                guess("wandb auth list", "auth", "ls"),
                guess("wandb auth list", "accounts"),
                guess("wandb auth token", "print-access-token"),
                guess("wandb auth switch work", "auth", "use", "work"),
                guess("wandb auth exec -- printenv HOME", "auth", "env", "--", "printenv", "HOME"),
                guess("wandb completion bash", "completions", "bash"),
                guess("wandb help login", "man", "login"),
                guess("wandb --version", "-v"),
                guess("wandb --version", "auth", "-v"),
                guess("wandb --help", "-?"),
                guess("wandb --version", "--verison"),
                guess("wandb --help", "--hepl"),
                guess("wandb --help", "auth", "--hlep"),
                guess("wandb auth hook enable", "auth", "hook", "enabel"),
                guess("wandb auth hook enable --python /venv", "auth", "hook", "install", "--python", "/venv"),
                guess("wandb auth hook disable", "auth", "hook", "off"),
                guess("wandb auth stores remove command:x", "auth", "stores", "rm", "command:x"),
                guess("wandb auth stores add pass --dry-run", "auth", "stores", "ad", "pass", "--dry-run"),
                guess("wandb auth stores add aws-ssm prefix=/x", "auth", "stores", "add", "aws-smm", "prefix=/x"),
                guess("wandb auth exec -- python train.py --lr 3", "auth", "exec", "python", "train.py", "--lr", "3"),
                guess("wandb auth exec --cloud -- ls", "exec", "--cloud", "ls"),
                // slips of the finger, in several words
                guess("wandb login", "lgoin"),
                guess("wandb login", "LOGIN"),
                guess("wandb status", "whomai"),
                guess("wandb auth token", "tokn"),
                guess("wandb auth token", "token"),
                guess("wandb auth list", "aut", "list"),
                guess("wandb auth", "aut"),
                guess("wandb auth --help", "aut", "--help", KEY),
                guess("wandb auth -h", "aut", "-h", "\033[2J$(id)"),
                guess("wandb auth list --json", "auth", "lst", "--jsn"),
                guess("wandb login --store keyring KEY", "logn", "--stor", "keyring", KEY),
                guess("wandb status", "stauts", "too many"),
                // options
                guess("wandb login --anonymously", "login", "--anonymous"),
                guess("wandb login --anonymously", "--anonymous"),
                guess("wandb login --relogin", "login", "-f"),
                guess("wandb login --relogin KEY", "login", "--force", KEY),
                guess("wandb login --key-stdin < FILE", "login", "--with-token"),
                guess("wandb login --key-stdin < FILE", "login", "--api-key", KEY),
                guess("wandb login --key-stdin --verify < FILE", "login", "--token=" + KEY, "--verify"),
                guess("wandb status --host https://a.example", "status", "--hostname", "https://a.example"),
                guess("wandb status --host https://a.example", "status", "--hst=https://a.example"),
                guess("wandb status --profile 'my work'", "statu", "--profile", "my work"),
                guess("wandb status --json", "status", "-o", "json"),
                guess("wandb status --json", "status", "--format=json"),
                guess("wandb auth migrate --to keyring", "auth", "migrate", "--store", "keyring"),
                guess("wandb login --store keyring", "login", "--to", "keyring"),
                guess("wandb login --relogin", "status", "--relogin"),
                guess("wandb logout --all", "logout", "all"),
                guess("wandb auth policy --check a.ini", "auth", "policy", "check", "a.ini"),
                guess("wandb --version", "login", "-v"),
                guess("wandb login --cloud KEY", "--cloud", "login", KEY),
                guess("wandb auth token --profile work", "--profile", "work", "auth", "token"),
                // stores
                guess("wandb login --store keyring", "login", "--store", "keychain"),
                guess("wandb login --store keyring KEY", "login", "--store=keyrign", KEY),
                guess("wandb auth migrate --to netrc", "auth", "migrate", "--to", "plaintext"));
    }

    private static Arguments guess(String offered, String... typed) {
        return argumentSet(String.join(" ", typed), offered, List.of(typed));
    }

    private static Optional<String> offered(Result result) {
        int at = result.err().indexOf(OFFER);
        return at < 0
                ? Optional.empty()
                : Optional.of(result.err()
                        .substring(at + OFFER.length())
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("guesses")
    void isTheLineThatWasMeant(String offered, List<String> typed) {
        Result result = line.run(typed.toArray(String[]::new));

        assertEquals(Optional.of(offered), offered(result), result.err());
        assertEquals(ExitCode.USAGE, result.exitCode());
        assertEquals("", result.out());
    }

    @ParameterizedTest
    @MethodSource("guesses")
    void isNoWrongUsageWhenItIsTyped(String offered, List<String> typed) {
        if (!offered.contains("'my work'") && !offered.contains(" exec ")) { // no profile's name; the launcher's part
            String[] words = offered.replace(" < FILE", "").replace("KEY", KEY).split(" ", -1);
            Result result = new CommandLineFixture()
                    .run(List.of(words).subList(1, words.length).toArray(String[]::new));

            assertNotEquals(ExitCode.USAGE, result.exitCode(), result.err());
        }
    }

    @ParameterizedTest
    @MethodSource("guesses")
    void repeatsNoKey(String offered, List<String> typed) {
        String err = line.run(typed.toArray(String[]::new)).err();

        assertFalse(err.contains(KEY.substring(0, 8)) || err.contains("hunter2"), err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snyc", "x", "frobnicate", "-x", "--", "", " ", "*"})
    void isNoneWhereNothingIsNear(String word) {
        assertEquals(Optional.empty(), offered(line.run(word)));
    }

    @Test
    void hasAFileForTheKeyThatIsRead() {
        assertEquals(
                Optional.of("wandb login --store keyring --key-stdin < FILE"),
                offered(line.input(KEY).run("login", "--store", "keychain", "--key-stdin")));
    }

    @Test
    void ofAStoreIsNoneThatAPolicyForbids() {
        line.adapters().rules().restrict(new Restriction.LeastProtection(Protection.ENCRYPTED, FakeRules.RULE));

        assertEquals(Optional.empty(), offered(line.run("login", "--store", "plaintext")));
        assertEquals(Optional.of("wandb login --store keyring"), offered(line.run("login", "--store", "keychain")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "sweep", "artifact", "verify"})
    void isNoneForACommandOfTheSdk(String word) {
        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR " + Messages.sdkMissing(word) + "\n"), line.run(word));
        assertEquals(
                new Result(
                        ExitCode.USAGE,
                        "",
                        "wandb-auth: ERROR " + Messages.unknownCommand("wandb-auth " + word) + " "
                                + Messages.commandOfSdk(word) + "\nwandb-auth: " + Messages.tryHelp("wandb-auth")
                                + "\n"),
                new CommandLineFixture().startedAs("wandb-auth").run(word));
    }

    @Test
    void isTheKnownProfileWhereNothingIsKeptForTheOneThatWasTyped() {
        line.adapters().accounts().hasProfile("work");

        assertEquals(Optional.of("wandb status --profile work"), offered(line.run("status", "--profile", "wrok")));
        assertEquals(
                Optional.of("wandb auth token --profile work"), offered(line.run("auth", "token", "--profile=wrk")));
        assertEquals(Optional.of("wandb auth switch work"), offered(line.run("auth", "switch", "Work")));
        assertEquals(Optional.of("wandb logout --profile work"), offered(line.run("logout", "--profile", "worl")));
        assertEquals(
                Optional.of("wandb auth exec --profile work -- CMD"),
                offered(line.run("auth", "exec-environment", "--profile", "wrok")));
    }

    @Test
    void isNoProfileWhereTheOneThatWasTypedIsKnownOrNoneIsNear() {
        line.adapters().accounts().hasProfile("work");

        assertEquals(Optional.empty(), offered(line.run("status", "--profile", "work")));
        assertEquals(Optional.empty(), offered(line.run("status", "--profile", "home")));
        assertEquals(Optional.empty(), offered(line.run("status")));
    }

    @Test
    void isAlsoTheProfileThatTheVariableMeant() {
        line.adapters().accounts().hasProfile("work");
        line.variable("WANDB_PROFILE", "wrok");

        assertEquals(Optional.of("wandb status --profile work --json"), offered(line.run("status", "--json")));
    }
}
