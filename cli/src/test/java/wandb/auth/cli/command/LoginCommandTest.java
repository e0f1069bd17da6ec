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

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "\u2013-relogin | an option whose hyphens became dashes (U+2013): type --relogin.",
                    "\u2212-relogin | an option whose hyphens became dashes (U+2212): type --relogin.",
                    "\u2014host=https://u:p@h | an option whose hyphens became dashes (U+2014): type --host.",
                    "https://wandb.example.com | the address of a server, not like a key. => wandb login --host"
                            + " https://wandb.example.com",
                    "'https://wandb.example.com' | the address of a server, not like a key. => wandb login --host"
                            + " https://wandb.example.com",
                    "https://h/a;b | the address of a server, not like a key. => wandb login --host 'https://h/a;b'",
                    "https://h/$(id) | the address of a server, not like a key. => wandb login --host URL",
                    "https://wandb.ai/authorize | the address of a server, not like a key. => wandb login --cloud",
                    "https://wandb.ai/authorize?ref=x#y | the address of a server, not like a key. => wandb login"
                            + " --cloud",
                    "https://h.example.com:8/x/authorize | the address of a server, not like a key. => wandb login"
                            + " --host https://h.example.com:8/x",
                    "me@example.com | an e-mail address, not like a key.",
                    "0123456789012345678901234567890123456789 abcdefghi9abcdefghi9abcdefghi9abcdefghi9 | 2 keys: give"
                            + " one of them.",
                    "https://user:secret@wandb.example.com | the address of a server, not like a key. => wandb login"
                            + " --host URL",
                    "api.wandb.ai | the address of a server, not like a key. => wandb login --host https://api.wandb.ai",
                    "my-server.example.com:8443 | the address of a server, not like a key. => wandb login --host"
                            + " https://my-server.example.com:8443",
                    "localhost:8080 | the address of a server, not like a key. => wandb login --host http://localhost:8080",
                    "wandb.example.com/ | the address of a server, not like a key. => wandb login --host"
                            + " https://wandb.example.com/",
                    "wandb.example.com:8443/authorize | the address of a server, not like a key. => wandb login --host"
                            + " https://wandb.example.com:8443",
                    "wandb.ai/authorize | the address of a server, not like a key. => wandb login --cloud",
                    "- | standard input, not like a key. => wandb login --key-stdin",
                    "help | a command, not like a key. => wandb login --help",
                    "whoami | a command, not like a key. => wandb status",
                    "sync | a command, not like a key. => wandb sync",
                    "Offline | a command, not like a key. => wandb offline",
                    "status | a command, not like a key. => wandb status",
                    "doctor | a command, not like a key. => wandb auth doctor",
                    "wandb login | a command, not like a key.",
                    "WANDB_API_KEY=0123456789012345678901234567890123456789 | the assignment of a variable: give only"
                            + " what stands after WANDB_API_KEY=.",
                    "export WANDB_API_KEY=\"x\" | the assignment of a variable: give only what stands after"
                            + " WANDB_API_KEY=.",
                    "api_key=0123456789012345678901234567890123456789 | the assignment of a variable: give only what"
                            + " stands after the equals sign.",
                    "set WANDB_API_KEY=0123456789012345678901234567890123456789 | the assignment of a variable: give only"
                            + " what stands after WANDB_API_KEY=.",
                    "$env:WANDB_API_KEY=\"0123456789012345678901234567890123456789\" | the assignment of a variable: give"
                            + " only what stands after WANDB_API_KEY=.",
                    "$env:WANDB_API_KEY = '0123456789012345678901234567890123456789' | the assignment of a variable: give"
                            + " only what stands after the equals sign.",
                    "%env WANDB_API_KEY=x | the assignment of a variable: give only what stands after WANDB_API_KEY=.",
                    "os.environ['WANDB_API_KEY'] = '0123456789012345678901234567890123456789' | the assignment of a"
                            + " variable: give only what stands after the equals sign.",
                    "key.txt | the name of a file, not like a key. => wandb login --key-stdin < FILE",
                    "./key.txt | the name of a file, not like a key. => wandb login --key-stdin < FILE",
                    "${x} | a placeholder that nothing replaced, not like a key.",
                    "<your-api-key> | a placeholder that nothing replaced, not like a key.",
                    "YOUR_API_KEY | a placeholder that nothing replaced, not like a key.",
                })
        void tellsWhatATextLooksLikeThatIsNotAKey(String text, String words) {
            int arrow = words.indexOf(" => ");
            String sentence = arrow < 0 ? words : words.substring(0, arrow);
            String advice = arrow < 0 ? "" : "wandb: Type: " + words.substring(arrow + 4) + "\n";

            assertEquals(
                    new Result(
                            ExitCode.FAILED,
                            "",
                            "wandb: ERROR That looks like " + sentence + " Nothing was saved.\n" + advice),
                    line.run("login", text));
            assertEquals(List.of(), line.store().savedFor());
        }

        @ParameterizedTest
        @ValueSource(strings = {"wandb login ", "my key: ", "machine api.wandb.ai login user password "})
        void refusesWordsBesidesTheKey(String words) {
            assertEquals(
                    "wandb: ERROR There is more than a key: give only the key. Nothing was saved.\n",
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
                    "wandb: ERROR That is the same key twice in a row: 80 characters, 2 times 40; give it once."
                            + " Nothing was saved.\n",
                    result.err());
        }

        @Test
        void leavesOutWhatIsAroundAKeyAndSaysSo() {
            Result result = line.run("login", "\ufeff'" + KEY + "'\r");

            assertTrue(
                    result.err()
                            .startsWith(
                                    "wandb: Left out around the key: a byte order mark, white space, quotation marks.\n"),
                    result.err());
            assertEquals(ExitCode.DONE, result.exitCode());
        }

        @Test
        void savesTheFirstOfSeveralKeysAndWarns() {
            Result result = line.run("login", KEY, "b".repeat(40));

            assertTrue(
                    result.err().startsWith("wandb: WARNING More than one KEY is given: the first counts.\n"),
                    result.err());
            assertTrue(result.err().contains("ending in " + KEY.substring(36)), result.err());
            assertEquals(ExitCode.DONE, result.exitCode());
        }

        @Test
        void readsNothingOfStandardInputWithoutItsOptionAndSaysThatItIsThere() {
            Result result = line.input(KEY).run("login");

            assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
            assertTrue(
                    result.err()
                            .endsWith("wandb: WARNING There is something on standard input, which was not read. A key"
                                    + " there is saved by: wandb login --key-stdin\n"),
                    result.err());
            assertEquals(KEY.length(), line.unread());
        }

        @ParameterizedTest
        @ValueSource(strings = {" KEY", "\"KEY\"", "KEY\n", "\ufeffKEY"})
        void warnsOfAVariableThatTheSdkRefuses(String value) {
            line.variable("WANDB_API_KEY", value.replace("KEY", KEY));

            assertTrue(line.run("login", KEY)
                    .err()
                    .startsWith("wandb: WARNING WANDB_API_KEY has white space or quotation"
                            + " marks around its key. They are ignored here; the Python SDK uses the"
                            + " variable as it is and rejects it.\n"));
        }

        @Test
        void takesAnEmptyKeyAsNoneAndSaysSo() {
            Result result = line.run("login", "");

            assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
            assertTrue(
                    result.err().startsWith("wandb: WARNING The KEY argument is empty and was ignored.\n"),
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

        @ParameterizedTest
        @ValueSource(strings = {"--browser", "--no-browser", "--no-offline"})
        void opensNoBrowserAndSaysSo(String option) {
            Result result = line.run("login", option, KEY);

            assertEquals(ExitCode.DONE, result.exitCode());
            assertTrue(
                    result.err()
                            .contains(
                                    "wandb: WARNING This login opens a page with --open only, and has no offline choice: --browser,"
                                            + " --no-browser and --no-offline change nothing.\n"),
                    result.err());
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

            assertTrue(result.err().contains("There is no terminal to ask for a key on."), result.err());
        }

        @Test
        void doesNotHintAtTheHistoryOfAScript() {
            Result result = line.terminal(Terminal.NONE).run("login", KEY);

            assertFalse(result.err().contains("history"), result.err());
        }
    }
}
