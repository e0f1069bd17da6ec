package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.system.Machine;

/** What the shells complete by the scripts of the .deb: the real shells, as somebody types. */
class CompletionIT {

    private static final Set<String> COMMANDS =
            Set.of("auth", "completion", "help", "login", "logout", "status", "version");
    private static final String SERVER = "https://wandb.example.com";
    private static final String ACCOUNTS = """
            [account https://wandb.example.com wilma]
            store = helper:mine

            [account https://api.wandb.ai work]
            store = netrc
            """;
    private static final Set<String> STORES = Set.of("keyring", "netrc");

    @TempDir
    static Path folder;

    private static Machine machine;
    private static Path root;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        machine = new Machine(folder);
        root = Packages.unpackedDeb(machine);
        Files.writeString(machine.workingDirectory().resolve("a-file"), "");
    }

    @AfterEach
    void forgetTheAccounts() throws IOException {
        Files.deleteIfExists(machine.home().resolve(".config/wandb/auth.ini"));
    }

    private static Set<String> complete(CompletingShell shell, String line) throws IOException, InterruptedException {
        return shell.complete(machine, root, line);
    }

    /** Each shell with each line, and the words that can stand in the place of its last. */
    static Stream<Arguments> lines() {
        List<Arguments> lines = new ArrayList<>();
        for (CompletingShell shell : CompletingShell.values()) {
            lines.add(Arguments.of(shell, "wandb st", Set.of("status")));
            lines.add(Arguments.of(shell, "wandb log", Set.of("login", "logout")));
            lines.add(Arguments.of(shell, "wandb auth s", Set.of("stores", "switch")));
            lines.add(Arguments.of(shell, "wandb auth migrate --dr", Set.of("--dry-run")));
            lines.add(Arguments.of(shell, "wandb login --key", Set.of("--key-stdin")));
            lines.add(Arguments.of(shell, "wandb login --store ", STORES));
            lines.add(Arguments.of(shell, "wandb login --store k", Set.of("keyring")));
            lines.add(Arguments.of(shell, "wandb login --verify --sto", Set.of("--store")));
            lines.add(Arguments.of(shell, "wandb auth migrate --to n", Set.of("netrc")));
            lines.add(Arguments.of(shell, "wandb completion z", Set.of("zsh")));
            lines.add(Arguments.of(shell, "wandb auth exec -- dpkg-de", Set.of("dpkg-deb")));
            lines.add(Arguments.of(shell, "wandb auth exec -- ls a-", Set.of("a-file")));
            lines.add(Arguments.of(shell, "wandb sync a-f", Set.of("a-file")));
            lines.add(Arguments.of(shell, "wandb sync lo", Set.of()));
            lines.add(Arguments.of(shell, "wandb sync login --sto", Set.of()));
            lines.add(Arguments.of(shell, "wandb login --no-such", Set.of()));
            lines.add(Arguments.of(shell, "wandb status lo", Set.of()));
            lines.add(Arguments.of(shell, "wandb login -- --sto", Set.of()));
            lines.add(Arguments.of(shell, "wandb-auth s", Set.of("status", "stores", "switch")));
            lines.add(Arguments.of(shell, "wandb-auth migrate --to n", Set.of("netrc")));
            lines.add(Arguments.of(shell, "wandb-auth exec -- dpkg-de", Set.of("dpkg-deb")));
        }
        return lines.stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aWordIsCompleted(CompletingShell shell, String line, Set<String> words) throws Exception {
        assertEquals(words, complete(shell, line));
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyWordCanBeAnyCommand(CompletingShell shell) throws Exception {
        Set<String> words = complete(shell, "wandb ");
        assertTrue(words.containsAll(COMMANDS), words::toString);
        words.removeIf(word -> word.startsWith("-"));
        assertEquals(COMMANDS, words);
    }

    /** Every option that the help lists, of every command. */
    @ParameterizedTest
    @EnumSource
    void anOptionOfTheHelpIsCompleted(CompletingShell shell) throws Exception {
        for (String command :
                List.of("login", "logout", "status", "auth token", "auth exec", "auth migrate", "auth list")) {
            List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
            words.add("--help");
            Set<String> options = new TreeSet<>();
            for (String word : machine.wandb(words.toArray(String[]::new)).out().split("[\\s,=\\[\\]]+", -1)) {
                if (word.matches("--[a-z-]+")) {
                    options.add(word);
                }
            }
            assertTrue(options.size() >= 2, options::toString);
            Set<String> offered = complete(shell, "wandb " + command + " --");
            offered.remove("--"); // which stands before a program
            assertEquals(options, offered, command);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theValueOfAnOptionIsCompletedBehindItsEqualsSign(CompletingShell shell) throws Exception {
        Set<String> words = new TreeSet<>();
        complete(shell, "wandb login --store=k").forEach(word -> words.add(word.replace("--store=", "")));
        assertEquals(Set.of("keyring"), words);
    }

    @ParameterizedTest
    @MethodSource("knownWords")
    void whatIsKnownHereIsCompleted(CompletingShell shell, String line, Set<String> words) throws Exception {
        machine.write(".config/wandb/auth.ini", ACCOUNTS);
        assertEquals(words, complete(shell, line));
    }

    /** Each shell with each line that ends with a value. */
    static Stream<Arguments> knownWords() {
        List<Arguments> lines = new ArrayList<>();
        for (CompletingShell shell : CompletingShell.values()) {
            lines.add(Arguments.of(shell, "wandb status --profile w", Set.of("wilma", "work")));
            lines.add(Arguments.of(shell, "wandb auth switch wo", Set.of("work")));
            lines.add(Arguments.of(shell, "wandb login --store helper:", Set.of("helper:mine")));
            lines.add(Arguments.of(shell, "wandb login --host https://w", Set.of(SERVER)));
            lines.add(Arguments.of(shell, "wandb help auth migr", Set.of("migrate")));
        }
        return lines.stream();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadIsNeitherCompletedNorMentioned(CompletingShell shell) throws Exception {
        machine.write(".config/wandb/auth.ini", "[account\n");
        assertEquals(Set.of("default"), complete(shell, "wandb status --profile d"));
        assertEquals(Set.of(), complete(shell, "wandb status --profile w"));
        assertEquals(STORES, complete(shell, "wandb login --store "));
    }

    @Test
    void theScriptsAreThoseThatTheProgramPrints() throws Exception {
        for (String[] script : new String[][] {
            {"bash", "usr/share/bash-completion/completions/wandb"},
            {"zsh", "usr/share/zsh/vendor-completions/_wandb"},
            {"fish", "usr/share/fish/vendor_completions.d/wandb.fish"},
            {"powershell", "usr/share/wandb-auth/wandb.ps1"}
        }) {
            Path file = root.resolve(script[1]);
            machine.wandb("completion", script[0]).leaves(0, Files.readString(file), "");
            Path ofOwnName = file.resolveSibling(file.getFileName().toString().replace("wandb", "wandb-auth"));
            machine.run(Map.of(), root + "/usr/bin/wandb-auth", "completion", script[0])
                    .leaves(0, Files.readString(ofOwnName), "");
        }
    }
}
