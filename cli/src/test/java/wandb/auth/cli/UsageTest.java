package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.LONG_KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.recipe.Recipe;

/** What a wrong command line earns: one sentence, the way to the help, exit code 2, and nothing done. */
class UsageTest {

    private final CommandLineFixture line = new CommandLineFixture();

    static Stream<Arguments> wrongCommandLines() {
        return Stream.of(
                wrong(
                        "a dash where a hyphen was meant, after the key",
                        "wandb login",
                        Messages.dashesInOption('\u2013', "host"),
                        "login",
                        KEY,
                        "\u2013-host=https://a.example"),
                wrong(
                        "a dash where a hyphen was meant, in a command without arguments",
                        "wandb status",
                        Messages.dashesInOption('\u2014', "json"),
                        "status",
                        "\u2014json"),
                wrong(
                        "a key and standard input",
                        "wandb login",
                        Messages.LOGIN_KEY_AND_INPUT,
                        "login",
                        "--key-stdin",
                        KEY),
                wrong(
                        "two servers",
                        "wandb login",
                        Messages.HOST_OPTION_BESIDE_CLOUD,
                        "login",
                        "--cloud",
                        "--host=https://wandb.example.com",
                        KEY),
                wrong(
                        "option without its value",
                        "wandb login",
                        Messages.valueMissing("--host", "URL"),
                        "login",
                        "--host"),
                wrong(
                        "option in place of a value",
                        "wandb login",
                        Messages.valueMissing("--host", "URL"),
                        "login",
                        "--base-url",
                        "--cloud"),
                wrong(
                        "two servers, one of them twice",
                        "wandb status",
                        Messages.HOST_OPTION_BESIDE_CLOUD,
                        "status",
                        "--cloud",
                        "--host=https://a.example",
                        "--cloud"),
                wrong(
                        "a switch that is said to be off",
                        "wandb login",
                        Messages.switchWithValue("--verify"),
                        "login",
                        "--verify=false",
                        KEY),
                wrong(
                        "a switch that is said to be on",
                        "wandb status",
                        Messages.switchWithValue("--cloud"),
                        "status",
                        "--cloud=true"),
                wrong(
                        "value behind a switch",
                        "wandb status",
                        Messages.valueNotTaken("--json"),
                        "status",
                        "--json=" + KEY),
                wrong(
                        "unknown option",
                        "wandb login",
                        unknownOption("--relog", "wandb login --relogin"),
                        "login",
                        "--relog"),
                wrong(
                        "abbreviated option",
                        "wandb login",
                        unknownOption("--clo", "wandb login --cloud"),
                        "login",
                        "--clo"),
                wrong(
                        "key behind an unknown option",
                        "wandb login",
                        unknownOption("--api-key", "wandb login --key-stdin < FILE"),
                        "login",
                        "--api-key=" + KEY),
                wrong("key as an option", "wandb login", Messages.UNKNOWN_OPTION_OR_KEY, "login", "--" + KEY),
                wrong(
                        "letters and digits as an option",
                        "wandb login",
                        Messages.UNKNOWN_OPTION_OR_KEY,
                        "login",
                        "--abcdefghijklmnopqrst1"),
                wrong(
                        "long key as an option",
                        "wandb status",
                        Messages.UNKNOWN_OPTION_OR_KEY,
                        "status",
                        "-" + LONG_KEY),
                wrong(
                        "option that would act on the terminal",
                        "wandb login",
                        Messages.UNKNOWN_OPTION_OR_KEY,
                        "login",
                        "--\u001b[31m"),
                wrong("argument of status", "wandb status", Messages.TOO_MANY_ARGUMENTS, "status", KEY),
                wrong("argument of token", "wandb auth token", Messages.TOO_MANY_ARGUMENTS, "auth", "token", KEY),
                wrong(
                        "option of another command",
                        "wandb auth token",
                        "'wandb auth token' has no option --json, unlike 'wandb status', 'wandb auth list', 'wandb auth"
                                + " stores', 'wandb auth hook', 'wandb auth policy' and 'wandb auth doctor'.",
                        "auth",
                        "token",
                        "--json"),
                wrong(
                        "option of one other command",
                        "wandb status",
                        Messages.optionOfOthers("--relogin", "wandb status", List.of("wandb login")) + "\nwandb: "
                                + Messages.didYouMean("wandb login --relogin"),
                        "status",
                        "--relogin"),
                wrong("exec without a program", "wandb auth exec", Messages.EXEC_WITHOUT_DASHES, "auth", "exec"),
                wrong(
                        "unknown command",
                        "wandb",
                        Messages.unknownCommand("wandb snyc") + " " + Messages.PERHAPS_COMMAND_OF_SDK,
                        "snyc"),
                wrong(
                        "unknown option before a command",
                        "wandb",
                        Messages.unknownOptionOfProgram("wandb --quiet"),
                        "--quiet"),
                wrong(
                        "unknown command of a group",
                        "wandb auth",
                        Messages.unknownCommand("wandb auth lists") + "\nwandb: "
                                + Messages.didYouMean("wandb auth list"),
                        "auth",
                        "lists"),
                wrong(
                        "verify and do not",
                        "wandb login",
                        Messages.LOGIN_VERIFIED_AND_NOT,
                        "login",
                        "--verify",
                        "--no-verify",
                        KEY),
                wrong(
                        "plain http for nothing",
                        "wandb login",
                        Messages.LOGIN_HTTP_UNVERIFIED,
                        "login",
                        "--allow-http",
                        KEY),
                wrong(
                        "plaintext kept where it is the target",
                        "wandb login",
                        Messages.LOGIN_PLAINTEXT_IS_TARGET,
                        "login",
                        "--keep-plaintext",
                        KEY),
                wrong(
                        "unknown store",
                        "wandb login",
                        Messages.storeOptionUnknown("--store", "vault", "netrc, keyring"),
                        "login",
                        "--store=vault",
                        KEY),
                wrong(
                        "store that is no id",
                        "wandb login",
                        Messages.storeOptionUnknown("--store", "My \\x1b[31mStore", "netrc, keyring"),
                        "login",
                        "--store=My \u001b[31mStore",
                        KEY),
                wrong(
                        "key in place of a store",
                        "wandb login",
                        Messages.storeOptionMayBeKey("--store", "netrc, keyring"),
                        "login",
                        "--store",
                        KEY),
                wrong(
                        "two stores, the last of them unknown",
                        "wandb login",
                        Messages.storeOptionUnknown("--store", "b", "netrc, keyring"),
                        "login",
                        "--store=netrc",
                        "--store=b"),
                wrong(
                        "migration without a store",
                        "wandb auth migrate",
                        Messages.optionMissing("--to", "ID"),
                        "auth",
                        "migrate"),
                wrong(
                        "migration to no store",
                        "wandb auth migrate",
                        Messages.valueMissing("--to", "ID"),
                        "auth",
                        "migrate",
                        "--to"),
                wrong(
                        "migration to an unknown store",
                        "wandb auth migrate",
                        Messages.storeOptionUnknown("--to", "vault", "netrc, keyring"),
                        "auth",
                        "migrate",
                        "--to=vault"),
                wrong(
                        "migration of all and one",
                        "wandb auth migrate",
                        Messages.ALL_OPTION_BESIDE_ACCOUNT,
                        "auth",
                        "migrate",
                        "--to=keyring",
                        "--all",
                        "--cloud"),
                wrong(
                        "logout of all and one",
                        "wandb logout",
                        Messages.ALL_OPTION_BESIDE_ACCOUNT,
                        "logout",
                        "--all",
                        "--host=https://a.example"),
                wrong("argument of logout", "wandb logout", Messages.TOO_MANY_ARGUMENTS, "logout", KEY),
                wrong("argument of policy", "wandb auth policy", Messages.TOO_MANY_ARGUMENTS, "auth", "policy", KEY),
                wrong("argument of list", "wandb auth list", Messages.TOO_MANY_ARGUMENTS, "auth", "list", KEY),
                wrong(
                        "argument of stores",
                        "wandb auth stores",
                        "Write: wandb auth stores add RECIPE, or wandb auth stores remove ID. Recipes: "
                                + String.join(", ", Recipe.NAMES) + ".",
                        "auth",
                        "stores",
                        KEY),
                wrong(
                        "unknown command that would act on the terminal",
                        "wandb",
                        Messages.unknownCommand("wandb \\x1b[31m") + " " + Messages.PERHAPS_COMMAND_OF_SDK,
                        "\u001b[31m"),
                wrong("key in place of a command", "wandb", Messages.UNKNOWN_COMMAND, KEY),
                wrong(
                        "key in place of a command of a group",
                        "wandb auth",
                        Messages.UNKNOWN_COMMAND,
                        "auth",
                        LONG_KEY));
    }

    private static String unknownOption(String option, String meant) {
        return Messages.unknownOption(option) + "\nwandb: " + Messages.didYouMean(meant);
    }

    private static Arguments wrong(String name, String command, String message, String... args) {
        return argumentSet(name, command, message, List.of(args));
    }

    @ParameterizedTest
    @MethodSource("wrongCommandLines")
    void saysWhatIsWrongAndWhereTheHelpIs(String command, String message, List<String> args) {
        assertEquals(
                new Result(ExitCode.USAGE, "", "wandb: ERROR " + message + "\n" + wayOn(message, command)),
                line.run(args.toArray(String[]::new)));
    }

    /** The line that was meant, where that is known, else the help. */
    private static String wayOn(String message, String command) {
        return message.contains(Messages.didYouMean("")) ? "" : "wandb: " + Messages.tryHelp(command) + "\n";
    }

    @ParameterizedTest
    @MethodSource("wrongCommandLines")
    void savesNothing(String command, String message, List<String> args) {
        line.run(args.toArray(String[]::new));

        assertEquals(List.of(), line.store().savedFor());
    }

    @ParameterizedTest
    @MethodSource("wrongCommandLines")
    void neverQuotesAKey(String command, String message, List<String> args) {
        String err = line.run(args.toArray(String[]::new)).err();

        for (String key : List.of(KEY, OTHER_KEY, LONG_KEY)) {
            assertFalse(err.contains(key.substring(0, 8)), err);
            assertFalse(err.contains(key.substring(key.length() - 8)), err);
        }
    }
}
