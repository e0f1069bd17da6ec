package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.LONG_KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.domain.port.server.Verdict;

/** {@code WANDB_AUTH_TRACE=1} shows each step of a run with its time and its result, and no secret. */
class TraceTest {

    private final CommandLineFixture line = new CommandLineFixture().variable("WANDB_AUTH_TRACE", "1");

    @Test
    void aLoginShowsItsStepsInTheirOrder() {
        Result result = line.run("login", "--verify", KEY);

        assertEquals(0, result.exitCode(), result::err);
        assertEquals(
                List.of(
                        "command: wandb login",
                        "ConfigurationRepository read: no policy restricts anything; saved accounts: 0; no profile named",
                        "account: server https://api.wandb.ai, named by the default; profile default, named by the default",
                        "CredentialVerifier verify https://api.wandb.ai ...",
                        "CredentialVerifier verify https://api.wandb.ai: confirmed, user ada",
                        "store netrc save https://api.wandb.ai ...",
                        "store netrc save https://api.wandb.ai: saved and read back: the netrc file",
                        "ConfigurationRepository change: done",
                        "lookup: environment: WANDB_API_KEY: nothing",
                        "lookup: netrc: the netrc file: found API key, 40 characters, ending in 6789; this ends the lookup",
                        "exit code: 0"),
                steps(result).stream()
                        .filter(step -> !step.startsWith("SdkSettingsRepository")
                                && !step.startsWith("DynamicStoreProvider")
                                && !step.startsWith("source environment")
                                && !step.startsWith("store netrc find"))
                        .toList());
    }

    @Test
    void eachStepBeginsWithItsTime() {
        for (String step : traced(line.run("status"))) {
            assertTrue(
                    step.matches("wandb: TRACE \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\S.*"), () -> step);
        }
    }

    @Test
    void aCallThatIsOverShowsHowLongItTook() {
        List<String> finds = traced(line.run("status")).stream()
                .filter(step -> step.contains("store netrc find https://api.wandb.ai:"))
                .toList();

        assertFalse(finds.isEmpty());
        finds.forEach(step -> assertTrue(step.matches(".* \\(\\d+ ms\\)"), () -> step));
    }

    @Test
    void aSourceThatThePolicyPassesOverIsAStepWithTheRule() {
        Rule rule = Rule.builtIn("The variable is not used here.");
        line.adapters().rules().restrict(new Restriction.SourceOff(ResolutionPolicy.ENVIRONMENT, rule));

        String steps = String.join("\n", steps(line.run("status")));

        String skipped = Messages.tracedLookup(ResolutionPolicy.ENVIRONMENT, "environment: " + Messages.skipped(rule));
        assertTrue(steps.contains(skipped), steps);
    }

    @Test
    void theExitCodeIsTheLastStepAlsoWhereTheArgumentsAreWrong() {
        List<String> steps = steps(line.run("login", "--no-such-option"));

        assertEquals(Messages.tracedExitCode(ExitCode.USAGE), steps.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "YES", "on"})
    void itIsShownForEachWordThatMeansTrue(String value) {
        assertFalse(
                traced(line.variable("WANDB_AUTH_TRACE", value).run("status")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "false", "no"})
    void itIsNotShownOtherwise(String value) {
        assertEquals(List.of(), traced(line.variable("WANDB_AUTH_TRACE", value).run("status")));
    }

    @Test
    void itIsShownWhereEverythingElseIsSilent() {
        assertFalse(traced(line.variable("WANDB_SILENT", "1").run("status")).isEmpty());
    }

    @Test
    void standardOutputIsTheSameWithAndWithoutIt() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals(KEY + "\n", line.run("auth", "token").out());
    }

    @Test
    void noKeyIsShownThatAnArgumentGives() {
        assertHides(KEY, line.run("login", KEY));
        assertHides(KEY, line.run("login", "--host", KEY));
        assertHides(KEY, line.run("login", "--store", KEY));
        assertHides(KEY, line.run("login", "--" + KEY));
        assertHides(KEY, line.run(KEY));
    }

    @Test
    void noKeyIsShownThatStandardInputGives() {
        assertHides(KEY, line.input(KEY + "\n").run("login", "--key-stdin"));
    }

    @Test
    void noKeyIsShownThatAVariableGives() {
        line.adapters().variableGives(found(LONG_KEY));

        assertHides(LONG_KEY, line.variable("WANDB_API_KEY", LONG_KEY).run("status"));
    }

    @Test
    void noKeyIsShownThatASettingsFileGives() {
        line.adapters().settingsGive(found(LONG_KEY));

        assertHides(LONG_KEY, line.run("status"));
    }

    @Test
    void noPasswordIsShownThatStandsInAnAddress() {
        String password = "open-sesame-please";
        line.variable("HTTPS_PROXY", "http://ada:" + password + "@proxy.example.com:3128");
        line.adapters()
                .serverSays(new Verdict.Unreachable(new Reason(
                        "The proxy ada:" + password + "@proxy.example.com does not answer.", "Look at it.")));

        assertHides(password, line.run("login", "--verify", KEY));
        assertHides(password, line.run("status", "--host", "https://ada:" + password + "@wandb.example.com"));
    }

    /** In any variable; what follows the at sign may hold a colon too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://open-sesame-please@proxy.example.com:3128",
                "http://ada@open-sesame-please@proxy.example.com:3128",
                "ssh://:open-sesame-please@[::1]:22"
            })
    void norIsANameThatStandsThereWithoutAPassword(String address) {
        line.variable("ANY_VARIABLE", address);
        line.adapters()
                .serverSays(new Verdict.Unreachable(new Reason("There is no open-sesame-please.", "Look at it.")));

        assertHides("open-sesame-please", line.run("login", "--verify", KEY));
    }

    @Test
    void noKeyIsShownThatAServerRepeats() {
        line.adapters().serverSays(new Verdict.Confirmed(new Identity("user " + KEY, Optional.empty(), List.of())));

        assertHides(KEY, line.run("login", "--verify", KEY));
    }

    @Test
    void noKeyIsShownThatAStoreRepeatsInItsWords() {
        line.store().holds(CommandLineFixture.key(OTHER_KEY));
        line.adapters().variableGives(found(OTHER_KEY));
        line.store().gives(new Outcome.Unusable(new Reason("The helper says " + OTHER_KEY + ".", "Look at it.")));

        assertHides(OTHER_KEY, line.run("status"));
    }

    private static Finding found(String key) {
        return new Finding(
                new Location.Variable("WANDB_API_KEY"),
                new Outcome.Found(CommandLineFixture.key(key), Revision.of("it")));
    }

    private static void assertHides(String secret, Result result) {
        List<String> steps = traced(result);
        assertFalse(steps.isEmpty());
        int prefix = secret.startsWith("wandb_v1_") ? "wandb_v1_".length() : 0;
        for (int at = prefix; at + 8 <= secret.length(); at++) {
            String part = secret.substring(at, at + 8);
            assertTrue(steps.stream().noneMatch(step -> step.contains(part)), () -> String.join("\n", steps));
        }
    }

    private static List<String> traced(Result result) {
        return result.err()
                .lines()
                .filter(said -> said.startsWith("wandb: TRACE "))
                .toList();
    }

    /** Without the times. */
    private static List<String> steps(Result result) {
        return traced(result).stream()
                .map(step -> step.substring("wandb: TRACE 2026-11-29T03:45:01.123Z ".length())
                        .replaceAll(" \\(\\d+ ms\\)$", ""))
                .toList();
    }
}
