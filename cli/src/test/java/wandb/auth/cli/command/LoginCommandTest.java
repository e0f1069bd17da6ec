package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Terminal;

class LoginCommandTest {

    private final CommandLineFixture line = new CommandLineFixture();

    @Nested
    class WithAKey {

        @Test
        void savesItAndTellsWhereWithoutShowingIt() {
            Result result = line.run("login", KEY);

            assertEquals(
                    new Result(
                            ExitCode.DONE,
                            "",
                            "wandb: Saved the key for https://api.wandb.ai in the netrc file"
                                    + " (API key, 40 characters, ending in 6789).\n"),
                    result);
            assertEquals(List.of(Host.PUBLIC_CLOUD), line.store().savedFor());
        }

        @Test
        void savesItForTheServerOfTheVariable() {
            line.variable("WANDB_BASE_URL", "https://wandb.example.com").run("login", KEY);

            assertEquals(
                    List.of(Host.parse("https://wandb.example.com")),
                    line.store().savedFor());
        }

        @ParameterizedTest
        @ValueSource(strings = {"--host", "--base-url"})
        void savesItForTheServerOfTheOptionAndRemembersTheServer(String option) {
            Result result = line.run("login", option, "https://wandb.example.com", KEY);

            assertEquals(
                    List.of(Host.parse("https://wandb.example.com")),
                    line.store().savedFor());
            assertTrue(result.err().endsWith("wandb: Remembered the server in the settings.\n"), result.err());
        }

        @Test
        void doesNotWarnOfTheVariableWhereItNamesTheSameServer() {
            line.variable("WANDB_BASE_URL", "https://WANDB.example.com/");

            Result result = line.run("login", "--host", "https://wandb.example.com", KEY);

            assertFalse(result.err().contains("WARNING"), result.err());
        }

        @Test
        void savesItForTheCloudAndTellsThatProgramsUseAnotherServer() {
            line.variable("WANDB_BASE_URL", "https://wandb.example.com");

            Result result = line.run("login", "--cloud", KEY);

            assertEquals(List.of(Host.PUBLIC_CLOUD), line.store().savedFor());
            assertTrue(
                    result.err()
                            .endsWith("wandb: WARNING WANDB_BASE_URL names another server: unset it,"
                                    + " and programs use https://api.wandb.ai.\n"),
                    result.err());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "https://api.wandb.ai", "https://api.forge.coreweave.com"})
        void doesNotWarnOfAVariableThatNamesTheCloudToo(String baseUrl) {
            line.variable("WANDB_BASE_URL", baseUrl);

            Result result = line.run("login", "--cloud", KEY);

            assertFalse(result.err().contains("WARNING"), result.err());
        }

        @Test
        void tellsWhatTheStoreRemarks() {
            line.store().remarksOnASave("Others could read the file; they cannot any more.");

            Result result = line.run("login", KEY);

            assertTrue(
                    result.err().endsWith("wandb: Others could read the file; they cannot any more.\n"), result.err());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"too-short", "0123456789012345678901234567890123456789\n", "it's", "@/etc/passwd", "${x}"})
        void savesNothingAndDoesNotQuoteAnInvalidKey(String key) {
            Result result = line.run("login", key);

            assertEquals(ExitCode.FAILED, result.exitCode());
            assertTrue(result.err().startsWith("wandb: ERROR The API key "), result.err());
            assertTrue(result.err().endsWith(" Nothing was saved.\n"), result.err());
            assertFalse(result.err().contains(key), result.err());
            assertEquals(List.of(), line.store().savedFor());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"too-short", "it's-0123456789012345678901234567890123456789", "a b", "\u001b[31m", "k\nk"})
        void refusesAnInvalidKeyBeforeAnythingIsLookedUp(String key) {
            line.run("login", key);

            assertEquals(0, line.adapters().timesAsked());
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://a b", "https://a\nb", "https://a'b", "https://a\"b", "https://\u001b[31m"})
        void refusesAnInvalidAddressBeforeAnythingIsLookedUp(String address) {
            line.run("login", "--host", address, KEY);

            assertEquals(0, line.adapters().timesAsked());
        }

        @Test
        void savesNothingForAnInvalidAddress() {
            Result result = line.run("login", "--host", "wandb..example", KEY);

            assertEquals(ExitCode.FAILED, result.exitCode());
            assertTrue(
                    result.err().startsWith("wandb: ERROR --host: 'wandb..example' is not a server address: "),
                    result.err());
            assertEquals(List.of(), line.store().savedFor());
        }

        @Test
        void saysWhereAnInvalidConfiguredAddressIsWritten() {
            Result result = line.variable("WANDB_BASE_URL", "wandb.example.com").run("login", KEY);

            assertEquals(ExitCode.FAILED, result.exitCode());
            assertTrue(
                    result.err().startsWith("wandb: ERROR WANDB_BASE_URL: 'wandb.example.com' is not a server address"),
                    result.err());
        }

        @Test
        void takesAnEmptyKeyAsNoneAndSaysSo() {
            Result result = line.run("login", "");

            assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
            assertTrue(
                    result.err().startsWith("wandb: WARNING The KEY argument is empty, as if there were none.\n"),
                    result.err());
        }
    }

    @Nested
    class WithAKeyOnStandardInput {

        @ParameterizedTest(name = "{index}")
        @ValueSource(strings = {KEY, KEY + "\n", KEY + "\r\n"})
        void savesTheLineWithoutItsEnd(String input) {
            Result result = line.input(input).run("login", "--key-stdin");

            assertEquals(ExitCode.DONE, result.exitCode());
            assertEquals(
                    new Outcome.Found(CommandLineFixture.key(KEY), Revision.of(KEY)),
                    line.store().held());
        }

        @Test
        void savesNothingOfTwoLines() {
            Result result = line.input(KEY + "\n" + OTHER_KEY + "\n").run("login", "--key-stdin");

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR Standard input holds more than one line; give the key alone."
                                    + " Nothing was saved.\n"),
                    result);
            assertEquals(List.of(), line.store().savedFor());
        }

        @Test
        void savesNothingOfAnEmptyInput() {
            Result result = line.run("login", "--key-stdin");

            assertEquals(
                    new Result(ExitCode.FAILED, "", "wandb: ERROR The API key is empty. Nothing was saved.\n"), result);
        }

        @Test
        void doesNotReadTheTerminal() {
            Result result = line.terminal(new Terminal(true, true, true)).run("login", "--key-stdin");

            assertEquals(ExitCode.USAGE, result.exitCode());
            assertTrue(result.err().contains("wandb login --key-stdin < FILE"), result.err());
        }
    }

    @Nested
    class OnATerminal {

        @Test
        void hintsOnceThatAKeyArgumentStaysInTheHistory() {
            Result result = line.terminal(new Terminal(true, true, true)).run("login", KEY);

            assertEquals(2, result.err().split("history", -1).length, result.err());
        }

        @Test
        void hintsAtTheHistoryAfterAKeyWithATypingErrorToo() {
            Result result = line.terminal(new Terminal(true, true, true)).run("login", KEY + "!");

            assertTrue(result.err().contains("history"), result.err());
        }

        @Test
        void doesNotHintWhereNoKeyIsOnTheCommandLine() {
            Result result =
                    line.terminal(new Terminal(false, true, true)).input(KEY).run("login", "--key-stdin");

            assertFalse(result.err().contains("history"), result.err());
        }

        @Test
        void asksNobodyWhereItIsADumbOneAndSaysSo() {
            Result result = line.terminal(new Terminal(true, true, true))
                    .variable("TERM", "dumb")
                    .run("login", "--relogin");

            assertEquals(
                    new Result(
                            ExitCode.NO_CREDENTIAL,
                            "",
                            "wandb: ERROR TERM is 'dumb', so nobody is asked for a key here, as by the Python SDK. Give"
                                    + " the key: wandb login --key-stdin < FILE\n"),
                    result);
        }

        @ParameterizedTest
        @ValueSource(strings = {"--browser", "--no-browser", "--no-offline"})
        void opensNoBrowserAndSaysSo(String option) {
            Result result = line.run("login", option, KEY);

            assertEquals(ExitCode.DONE, result.exitCode());
            assertTrue(
                    result.err()
                            .contains("wandb: WARNING This login opens no browser and has no offline choice: --browser,"
                                    + " --no-browser and --no-offline change nothing.\n"),
                    result.err());
        }

        @Test
        void asksNobodyWhereThereIsNone() {
            Result result = line.variable("TERM", "dumb").run("login", "--relogin");

            assertTrue(result.err().contains("There is no terminal to ask for a key on."), result.err());
        }

        @Test
        void doesNotHintAtTheHistoryOfAScript() {
            Result result = line.terminal(Terminal.NONE).run("login", KEY);

            assertFalse(result.err().contains("history"), result.err());
        }
    }
}
