package wandb.auth.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;
import static wandb.auth.cli.CommandLineFixture.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.HostPattern;
import wandb.auth.domain.policy.Restriction;

/** Whatever a command advises is done by the same policy on the same machine: the commands in its messages are run there. */
class PolicyAdviceTest {

    private static final String ALLOWED = "https://wandb.example.com";
    private static final String CLOUD = "https://api.wandb.ai";
    private static final SourceId KEYRING = new SourceId("keyring");
    private static final SourceId NETRC = new SourceId("netrc");

    private static final Restriction NO_ARGUMENT = new Restriction.NoKeyArgument(FakeRules.RULE);
    private static final Restriction ONE_HOST =
            new Restriction.OnlyHosts(List.of(HostPattern.parse(ALLOWED)), FakeRules.RULE);

    /** What is forbidden. */
    private static final Map<String, List<Restriction>> POLICIES = new TreeMap<>(Map.of(
            "nothing", List.of(),
            "a key argument", List.of(NO_ARGUMENT),
            "stores but the keychain", List.of(new Restriction.OnlyStores(List.of(KEYRING), FakeRules.RULE)),
            "stores but netrc", List.of(new Restriction.OnlyStores(List.of(NETRC), FakeRules.RULE)),
            "plaintext", List.of(new Restriction.LeastProtection(Protection.ENCRYPTED, FakeRules.RULE)),
            "netrc as a source", List.of(new Restriction.SourceOff(NETRC, FakeRules.RULE)),
            "the keychain as a source", List.of(new Restriction.SourceOff(KEYRING, FakeRules.RULE)),
            "servers but one", List.of(ONE_HOST),
            "servers but one, and a key argument", List.of(ONE_HOST, NO_ARGUMENT),
            "a key that no server confirmed", List.of(new Restriction.VerifiedOnly(FakeRules.RULE))));

    /** What a machine is like. */
    private static final Map<String, Consumer<CommandLineFixture>> MACHINES = new TreeMap<>(Map.of(
            "nothing is there", line -> {},
            "netrc has a key", line -> line.store().holds(key(KEY)),
            "the keychain has the key",
                    line -> {
                        line.keyring().holds(key(KEY));
                        line.adapters().accounts().has(CLOUD, "keyring");
                    },
            "the keychain has lost the key", line -> line.adapters().accounts().has(CLOUD, "keyring"),
            "each has another key",
                    line -> {
                        line.store().holds(key(OTHER_KEY));
                        line.keyring().holds(key(KEY));
                    },
            "the store is not installed", line -> line.adapters().accounts().has(CLOUD, "gone"),
            "keys go to the keychain", line -> line.adapters().rules().saveTo("keyring"),
            "keys go to a store that is not installed",
                    line -> line.adapters().rules().saveTo("gone"),
            "a variable has a key",
                    line -> line.adapters()
                            .variableGives(new Finding(
                                    new Location.Variable("WANDB_API_KEY"),
                                    new Outcome.Found(key(KEY), Revision.of(KEY)))),
            "a workspace names a server",
                    line -> {
                        line.adapters().workspaceNames("https://clone.example.com");
                        line.adapters().workspaceGives(key(KEY));
                    }));

    /** What is tried; a key comes on standard input where one is read. */
    private static final List<String> ATTEMPTS = List.of(
            "login",
            "login " + OTHER_KEY,
            "login --key-stdin",
            "login --relogin",
            "login --verify",
            "login --store netrc",
            "login --store keyring",
            "login --store none",
            "login --profile work",
            "login --host https://other.example.com",
            "login --host https://wandb.example.com " + OTHER_KEY,
            "login https://other.example.com",
            "login other.example.com",
            "logout",
            "status",
            "status --profile work",
            "auth token",
            "auth exec-environment",
            "auth list",
            "auth switch work",
            "auth migrate --to keyring",
            "auth migrate --to netrc",
            "auth migrate --all --to keyring",
            "auth migrate --all --to netrc",
            "auth migrate --all --to netrc --dry-run",
            "auth doctor");

    /** A command in a message: at its start, in quotes or parentheses, or behind a colon, to its end. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)(?:^wandb: |^|: |['(])wandb ((?:login|logout|status|auth)\\b[^\\n';,)]*?)(?=[.]?$|[';,)]| ;)");

    static final List<String> FORBIDDEN = List.copyOf(POLICIES.keySet());

    @ParameterizedTest
    @FieldSource("FORBIDDEN")
    void noAdviceIsForbidden(String forbidden) {
        List<String> wrong = new ArrayList<>();
        int advised = 0;
        for (String machine : MACHINES.keySet()) {
            for (String attempt : ATTEMPTS) {
                Result result = machine(forbidden, machine).run(attempt.split(" ", -1));
                Matcher command = COMMAND.matcher(result.out() + result.err());
                while (command.find()) {
                    advised++;
                    if (isForbidden(command.group(1), attempt, forbidden, machine)) {
                        wrong.add(machine + ": '" + attempt + "' advises '" + command.group(1) + "'");
                    }
                }
            }
        }

        assertEquals("", String.join("\n", wrong));
        assertTrue(advised > 40, "only " + advised + " commands were advised");
    }

    @Test
    void aForbiddenCommandWouldBeNoticed() {
        String nothing = "nothing is there";
        assertTrue(isForbidden("login KEY", "status", "a key argument", nothing));
        assertTrue(isForbidden("login --store netrc --relogin --cloud", "status", "servers but one", nothing));
        assertTrue(isForbidden(
                "auth migrate --to netrc", "status", "stores but the keychain", "the keychain has the key"));
        assertFalse(isForbidden("login --key-stdin < FILE", "status", "a key argument", nothing));
        assertFalse(isForbidden("auth migrate --to ID", "status", "plaintext", "netrc has a key"));
    }

    private static CommandLineFixture machine(String forbidden, String name) {
        CommandLineFixture line = new CommandLineFixture().input(OTHER_KEY + "\n");
        requireNonNull(MACHINES.get(name)).accept(line);
        requireNonNull(POLICIES.get(forbidden)).forEach(line.adapters().rules()::restrict);
        return line;
    }

    /**
     * Whether the policy refuses the command after what was tried, with whatever may stand for the words that a person fills in. A
     * key that is found and refused is no refusal of the command.
     */
    private static boolean isForbidden(String command, String attempt, String forbidden, String machine) {
        for (String store : List.of("keyring", "netrc")) {
            List<String> words = new ArrayList<>();
            for (String word : command.strip().split(" +", -1)) {
                words.add(word.replace("KEY", OTHER_KEY).replace("URL", ALLOWED).replace("ID", store));
            }
            if (words.contains("<")) {
                words.subList(words.indexOf("<"), words.size()).clear();
            }
            if (words.contains("exec")) {
                words.set(words.indexOf("exec"), "exec-environment");
                words.subList(words.indexOf("--"), words.size()).clear();
            }
            CommandLineFixture line = machine(forbidden, machine);
            line.run(attempt.split(" ", -1));
            Result result = line.input(OTHER_KEY + "\n").run(words.toArray(String[]::new));
            boolean isRefused = result.exitCode() == ExitCode.USAGE
                    || (result.exitCode() == ExitCode.FORBIDDEN && !result.err().contains("found and refused"));
            if (!isRefused) {
                return false;
            }
        }
        return true;
    }
}
