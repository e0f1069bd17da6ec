package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.FakeAdapters;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
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
                                    + " (API key, 40 characters, ending in 6789).\n"
                                    + "wandb: Logged in to https://api.wandb.ai, with the key in netrc. The Python SDK"
                                    + " uses it too. To check: wandb status\n"),
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
            assertTrue(
                    result.err()
                            .contains("wandb: " + Messages.serverRemembered(FakeAdapters.SETTINGS) + " "
                                    + Messages.SERVER_BACK_TO_PUBLIC_CLOUD + "\n"),
                    result.err());
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
                    result.err().contains("wandb: WARNING " + Messages.serverBehindVariable(Host.PUBLIC_CLOUD) + "\n"),
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
                    result.err().contains("wandb: Others could read the file; they cannot any more.\n"), result.err());
        }

        @ParameterizedTest
        @ValueSource(strings = {"too-short", "01234567890123456789\n01234567890123456789", "it's", "@/etc/passwd"})
        void savesNothingAndDoesNotQuoteAnInvalidKey(String key) {
            Result result = line.run("login", key);

            assertEquals(ExitCode.FAILED, result.exitCode());
            assertTrue(result.err().startsWith("wandb: ERROR The API key "), result.err());
            assertTrue(result.err().endsWith(" " + Messages.LOGIN_SAVED_NOTHING + "\n"), result.err());
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

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "\u2013-relogin | That looks like an option whose hyphens became dashes (U+2013): type --relogin.",
                    "\u2212-relogin | That looks like an option whose hyphens became dashes (U+2212): type --relogin.",
                    "\u2014host=https://u:p@h | That looks like an option whose hyphens became dashes (U+2014): type --host.",
                    "https://wandb.example.com | " + Messages.LOOKS_LIKE_SERVER
                            + " => wandb login --host https://wandb.example.com",
                    "'https://wandb.example.com' | " + Messages.LOOKS_LIKE_SERVER
                            + " => wandb login --host https://wandb.example.com",
                    "https://h/a;b | " + Messages.LOOKS_LIKE_SERVER + " => wandb login --host 'https://h/a;b'",
                    "https://h/$(id) | " + Messages.LOOKS_LIKE_SERVER + " => wandb login --host URL",
                    "https://wandb.ai/authorize | " + Messages.LOOKS_LIKE_SERVER + " => wandb login --cloud",
                    "https://wandb.ai/authorize?ref=x#y | " + Messages.LOOKS_LIKE_SERVER + " => wandb login --cloud",
                    "https://h.example.com:8/x/authorize | " + Messages.LOOKS_LIKE_SERVER
                            + " => wandb login --host https://h.example.com:8/x",
                    "me@example.com | " + Messages.LOOKS_LIKE_MAIL_ADDRESS,
                    "0123456789012345678901234567890123456789 abcdefghi9abcdefghi9abcdefghi9abcdefghi9 | That looks like 2 keys: give one of them.",
                    "https://user:secret@wandb.example.com | " + Messages.LOOKS_LIKE_SERVER
                            + " => wandb login --host URL",
                    "api.wandb.ai | " + Messages.LOOKS_LIKE_SERVER + " => wandb login --host https://api.wandb.ai",
                    "my-server.example.com:8443 | " + Messages.LOOKS_LIKE_SERVER
                            + " => wandb login --host https://my-server.example.com:8443",
                    "localhost:8080 | " + Messages.LOOKS_LIKE_SERVER + " => wandb login --host http://localhost:8080",
                    "wandb.example.com/ | " + Messages.LOOKS_LIKE_SERVER
                            + " => wandb login --host https://wandb.example.com/",
                    "wandb.example.com:8443/authorize | " + Messages.LOOKS_LIKE_SERVER
                            + " => wandb login --host https://wandb.example.com:8443",
                    "wandb.ai/authorize | " + Messages.LOOKS_LIKE_SERVER + " => wandb login --cloud",
                    "- | " + Messages.LOOKS_LIKE_INPUT + " => wandb login --key-stdin",
                    "help | " + Messages.LOOKS_LIKE_COMMAND + " => wandb login --help",
                    "whoami | " + Messages.LOOKS_LIKE_COMMAND + " => wandb status",
                    "sync | " + Messages.LOOKS_LIKE_COMMAND + " => wandb sync",
                    "Offline | " + Messages.LOOKS_LIKE_COMMAND + " => wandb offline",
                    "status | " + Messages.LOOKS_LIKE_COMMAND + " => wandb status",
                    "doctor | " + Messages.LOOKS_LIKE_COMMAND + " => wandb auth doctor",
                    "wandb login | " + Messages.LOOKS_LIKE_COMMAND,
                    "WANDB_API_KEY=0123456789012345678901234567890123456789 | " + Messages.LOOKS_LIKE_ASSIGNMENT_OF_KEY,
                    "export WANDB_API_KEY=\"x\" | " + Messages.LOOKS_LIKE_ASSIGNMENT_OF_KEY,
                    "api_key=0123456789012345678901234567890123456789 | " + Messages.LOOKS_LIKE_ASSIGNMENT,
                    "set WANDB_API_KEY=0123456789012345678901234567890123456789 | "
                            + Messages.LOOKS_LIKE_ASSIGNMENT_OF_KEY,
                    "$env:WANDB_API_KEY=\"0123456789012345678901234567890123456789\" | "
                            + Messages.LOOKS_LIKE_ASSIGNMENT_OF_KEY,
                    "$env:WANDB_API_KEY = '0123456789012345678901234567890123456789' | "
                            + Messages.LOOKS_LIKE_ASSIGNMENT,
                    "%env WANDB_API_KEY=x | " + Messages.LOOKS_LIKE_ASSIGNMENT_OF_KEY,
                    "os.environ['WANDB_API_KEY'] = '0123456789012345678901234567890123456789' | "
                            + Messages.LOOKS_LIKE_ASSIGNMENT,
                    "key.txt | " + Messages.LOOKS_LIKE_FILE + " => wandb login --key-stdin < FILE",
                    "./key.txt | " + Messages.LOOKS_LIKE_FILE + " => wandb login --key-stdin < FILE",
                    "${x} | " + Messages.LOOKS_LIKE_PLACEHOLDER,
                    "<your-api-key> | " + Messages.LOOKS_LIKE_PLACEHOLDER,
                    "YOUR_API_KEY | " + Messages.LOOKS_LIKE_PLACEHOLDER,
                })
        void tellsWhatATextLooksLikeThatIsNotAKey(String text, String words) {
            int arrow = words.indexOf(" => ");
            String sentence = arrow < 0 ? words : words.substring(0, arrow);
            String advice = arrow < 0 ? "" : "wandb: " + Messages.typeInstead(words.substring(arrow + 4)) + "\n";

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR " + sentence + " " + Messages.LOGIN_SAVED_NOTHING + "\n" + advice),
                    line.run("login", text));
            assertEquals(List.of(), line.store().savedFor());
        }

        @ParameterizedTest
        @ValueSource(strings = {"wandb login ", "my key: ", "machine api.wandb.ai login user password "})
        void refusesWordsBesidesTheKey(String words) {
            assertEquals(
                    "wandb: ERROR " + Messages.MORE_THAN_KEY + " " + Messages.LOGIN_SAVED_NOTHING + "\n",
                    line.run("login", words + KEY).err());
        }

        @ParameterizedTest
        @ValueSource(strings = {"<", "{", "["})
        void namesTheCharacterBeforeAKeyAndCallsItNoPlaceholder(String bracket) {
            String err = line.run("login", bracket + KEY).err();

            assertTrue(
                    err.contains("its character 1 is U+00"
                            + Integer.toHexString(bracket.charAt(0)).toUpperCase(Locale.ROOT)),
                    err);
        }

        @Test
        void refusesAKeyThatWasPastedTwice() {
            Result result = line.run("login", KEY + KEY);

            assertEquals(
                    "wandb: ERROR That is the same key twice in a row: 80 characters, 2 times 40; give it once. "
                            + Messages.LOGIN_SAVED_NOTHING + "\n",
                    result.err());
        }

        @Test
        void leavesOutWhatIsAroundAKeyAndSaysSo() {
            Result result = line.run("login", "\ufeff'" + KEY + "'\r");

            assertTrue(
                    result.err()
                            .startsWith("wandb: "
                                    + Messages.leftOutAroundKey("a byte order mark, white space, quotation marks")
                                    + "\n"),
                    result.err());
            assertEquals(ExitCode.DONE, result.exitCode());
        }

        @Test
        void savesTheFirstOfSeveralKeysAndWarns() {
            Result result = line.run("login", KEY, "b".repeat(40));

            assertTrue(
                    result.err().startsWith("wandb: WARNING " + Messages.SEVERAL_KEY_ARGUMENTS + "\n"), result.err());
            assertTrue(result.err().contains("ending in " + KEY.substring(36)), result.err());
            assertEquals(ExitCode.DONE, result.exitCode());
        }

        @Test
        void readsNothingOfStandardInputWithoutItsOptionAndSaysThatItIsThere() {
            Result result = line.input(KEY).run("login");

            assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
            assertTrue(
                    result.err().endsWith("wandb: WARNING " + Messages.inputUnread("wandb login --key-stdin") + "\n"),
                    result.err());
            assertEquals(KEY.length(), line.unread());
        }

        @ParameterizedTest
        @ValueSource(strings = {" KEY", "\"KEY\"", "KEY\n", "\ufeffKEY"})
        void warnsOfAVariableThatTheSdkRefuses(String value) {
            line.variable("WANDB_API_KEY", value.replace("KEY", KEY));

            assertTrue(line.run("login", KEY)
                    .err()
                    .startsWith("wandb: WARNING " + Messages.KEY_VARIABLE_REJECTED_BY_SDK + "\n"));
        }

        @Test
        void takesAnEmptyKeyAsNoneAndSaysSo() {
            Result result = line.run("login", "");

            assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
            assertTrue(result.err().startsWith("wandb: WARNING " + Messages.KEY_ARGUMENT_EMPTY + "\n"), result.err());
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
                            "wandb: ERROR " + Messages.INPUT_OF_SEVERAL_LINES + " " + Messages.LOGIN_SAVED_NOTHING
                                    + "\n"),
                    result);
            assertEquals(List.of(), line.store().savedFor());
        }

        @Test
        void savesNothingOfAnEmptyInput() {
            Result result = line.run("login", "--key-stdin");

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR The API key is empty. " + Messages.LOGIN_SAVED_NOTHING + "\n"),
                    result);
        }

        @Test
        void doesNotReadTheTerminal() {
            Result result = line.terminal(new Terminal(true, true, true)).run("login", "--key-stdin");

            assertEquals(ExitCode.USAGE, result.exitCode());
            assertTrue(result.err().contains(Messages.KEY_STDIN_AT_TERMINAL), result.err());
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

        @ParameterizedTest
        @ValueSource(strings = {"--browser", "--no-browser", "--no-offline"})
        void opensNoBrowserAndSaysSo(String option) {
            Result result = line.run("login", option, KEY);

            assertEquals(ExitCode.DONE, result.exitCode());
            assertTrue(result.err().contains("wandb: WARNING " + Messages.LOGIN_OPTIONS_OF_SDK + "\n"), result.err());
        }

        @ParameterizedTest
        @ValueSource(strings = {KEY, "--key-stdin"})
        void opensNoPageWhereNobodyIsAsked(String given) {
            Result result = line.input(KEY).run("login", "--open", given);

            assertEquals(ExitCode.USAGE, result.exitCode());
            assertEquals(List.of(), line.store().savedFor());
        }

        @Test
        void asksNobodyWhereThereIsNone() {
            Result result = line.variable("TERM", "dumb").run("login", "--relogin");

            assertTrue(result.err().contains(Messages.noTerminalForKey("wandb login ")), result.err());
        }

        @Test
        void doesNotHintAtTheHistoryOfAScript() {
            Result result = line.terminal(Terminal.NONE).run("login", KEY);

            assertFalse(result.err().contains("history"), result.err());
        }
    }
}
