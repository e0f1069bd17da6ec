package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.FakeAdapters;
import wandb.auth.cli.StatusFixture;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.port.sdk.SdkNetrc;

class StatusCommandTest {

    private final CommandLineFixture line = new CommandLineFixture();

    static Stream<Arguments> outcomes() {
        return Stream.of(
                argumentSet("found", StatusFixture.found(), ExitCode.DONE),
                argumentSet("absent", new Outcome.Absent(), ExitCode.NO_CREDENTIAL),
                argumentSet("skipped", new Outcome.Skipped(StatusFixture.RULE), ExitCode.NO_CREDENTIAL),
                argumentSet("unusable", StatusFixture.unusable(), ExitCode.FAILED),
                argumentSet("refused", new Outcome.Refused(StatusFixture.RULE), ExitCode.FORBIDDEN));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void endsWithTheCodeOfTheDecision(Outcome outcome, int exitCode) {
        line.store().gives(outcome);

        assertEquals(exitCode, line.run("status").exitCode());
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void endsWithTheSameCodeAsALogin(Outcome outcome, int exitCode) {
        line.store().gives(outcome);

        assertEquals(line.run("login").exitCode(), line.run("status", "--json").exitCode());
    }

    @Test
    void goesToStandardOutputAsText() {
        Result result = line.run("status");

        assertTrue(result.out().startsWith("Server    https://api.wandb.ai (the default)\n"), result.out());
        assertEquals("", result.err());
    }

    @Test
    void goesToStandardOutputAsJsonOnRequest() {
        Result result = line.run("status", "--json");

        assertTrue(result.out().startsWith("{\"host\":\"https://api.wandb.ai\","), result.out());
        assertEquals("", result.err());
    }

    @Test
    void isThatOfTheConfiguredServer() {
        Result result =
                line.variable("WANDB_BASE_URL", "https://wandb.example.com").run("status");

        assertTrue(result.out().startsWith("Server    https://wandb.example.com (WANDB_BASE_URL)\n"), result.out());
    }

    @ParameterizedTest
    @MethodSource("repeatedOptions")
    void isThatOfTheLastOfRepeatedOptions(String server, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("status"));
        arguments.addAll(options);

        Result result = line.run(arguments.toArray(String[]::new));

        assertTrue(result.out().startsWith("Server    " + server + " ("), result.out());
        assertEquals("", result.err());
    }

    static Stream<Arguments> repeatedOptions() {
        return Stream.of(
                argumentSet(
                        "two servers",
                        "https://b.example",
                        List.of("--host", "https://a.example", "--host=https://b.example")),
                argumentSet(
                        "two names of the option",
                        "https://a.example",
                        List.of("--base-url", "https://b.example", "--host", "https://a.example")),
                argumentSet("the cloud twice", "https://api.wandb.ai", List.of("--cloud", "--cloud")));
    }

    @Test
    void isThatOfTheCloudOnRequest() {
        Result result =
                line.variable("WANDB_BASE_URL", "https://wandb.example.com").run("status", "--cloud");

        assertTrue(result.out().startsWith("Server    https://api.wandb.ai (--cloud)\n"), result.out());
    }

    @Test
    void printsNothingForAnInvalidAddress() {
        Result result = line.run("status", "--host", "nowhere");

        assertEquals(ExitCode.FAILED, result.exitCode());
        assertEquals("", result.out());
    }

    @Nested
    class NamesTheUser {

        private static final String CLOUD = "https://api.wandb.ai";

        @BeforeEach
        void hasAKeyThatTheServerConfirmed() {
            line.run("login", "--verify", CommandLineFixture.KEY);
        }

        @Test
        void whoseKeyItIs() {
            String out = line.run("status").out();

            assertTrue(out.contains("\nUser      ada (when last verified)\n"), out);
            assertTrue(line.run("status", "--json").out().contains("\"user\":\"ada\""));
        }

        @Test
        void ofNoOtherKey() {
            line.run("login", CommandLineFixture.OTHER_KEY);

            assertFalse(line.run("status").out().contains("ada"));
        }

        @Test
        void ofNoKeyFromElsewhere() {
            line.adapters().accounts().has(CLOUD, "keyring", Optional.of("ada"));

            assertFalse(line.run("status").out().contains("User "));
        }
    }

    @Test
    void namesTheUserOfAKeyThatWasThereAndWasVerified() {
        line.store().holds(CommandLineFixture.key(CommandLineFixture.KEY));
        line.run("login", "--verify");

        assertTrue(line.run("status").out().contains("\nUser      ada (when last verified)\n"));
    }

    /** Where the key is, what the SDK takes from netrc (1 the same, 2 another), and what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "netrc   | 0 | SDK       uses the same key by itself",
        "keyring | 0 | SDK       does not find this key by itself; with this one: wandb auth exec -- PROGRAM",
        "keyring | 1 | SDK       uses the same key by itself",
        "keyring | 2 | SDK       uses another key by itself; with this one: wandb auth exec -- PROGRAM"
    })
    void tellsWhatTheSdkUses(String store, int taken, String said) {
        line.run("login", "--store", store, CommandLineFixture.KEY);
        if (taken > 0) {
            String key = taken == 1 ? CommandLineFixture.KEY : CommandLineFixture.OTHER_KEY;
            line.adapters()
                    .sdkTakes(new SdkNetrc.Taken(
                            FakeAdapters.SETTINGS, CommandLineFixture.key(key), Optional.empty()));
        }

        String out = line.run("status").out();
        assertTrue(out.contains("\n" + said + "\n"), out);
    }
}
