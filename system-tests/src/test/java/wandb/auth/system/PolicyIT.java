package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.server.RefusingPort;

/**
 * The administrator's rules, each by whole runs: what a rule forbids ends with exit code 3 and names its line, whatever
 * option, variable or file of the user asks for it, and what it allows is done.
 */
class PolicyIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "b".repeat(40);
    private static final String INPUT = KEY + "\n";
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    Path folder;

    private Machine machine;
    private Map<String, String> governed = Map.of();

    @BeforeEach
    void startWithAnEmptyHome() throws Exception {
        machine = new Machine(folder);
        governed = Map.of(
                "WANDB_AUTH_POLICY", machine.home().resolve("policy/auth.ini").toString());
    }

    /**
     * One row of the table.
     *
     * @param rule the rule, which is line 2 of the administrator's file
     * @param usersRule what the user's own file says about the same, to no avail
     * @param variables what the environment says
     * @param arguments the command
     * @param exitCode how it ends
     */
    record Row(String rule, String usersRule, Map<String, String> variables, List<String> arguments, int exitCode) {

        @Override
        public String toString() {
            String user = usersRule.isEmpty() ? "" : ", the user has " + usersRule;
            String set = variables.isEmpty() ? "" : ", with " + variables.keySet();
            return rule + user + set + ": " + String.join(" ", arguments) + " ends with " + exitCode;
        }
    }

    private static Row row(String rule, String usersRule, Map<String, String> variables, int exitCode, String... args) {
        return new Row(rule, usersRule, variables, List.of(args), exitCode);
    }

    static Stream<Row> table() {
        Map<String, String> withKey = Map.of("WANDB_API_KEY", KEY);
        Map<String, String> elsewhere = Map.of("WANDB_BASE_URL", "https://other.example.com");
        Map<String, String> cloud = Map.of("WANDB_BASE_URL", "https://api.wandb.ai");
        String plain = "least_protection = encrypted";
        String hosts = "hosts = https://api.wandb.ai";
        return Stream.of(
                row("stores = keyring", "", NOTHING, 3, "login", "--key-stdin"),
                row("stores = keyring", "", NOTHING, 3, "login", "--store", "netrc", "--key-stdin"),
                row("stores = keyring", "stores = netrc", NOTHING, 3, "login", "--key-stdin"),
                row("stores = keyring", "default_store = netrc", NOTHING, 3, "login", "--key-stdin"),
                row("stores = netrc", "", NOTHING, 0, "login", "--key-stdin"),
                row("stores = netrc", "stores = none", NOTHING, 3, "login", "--key-stdin"),
                row(plain, "", NOTHING, 3, "login", "--key-stdin"),
                row(plain, "least_protection = plaintext", NOTHING, 3, "login", "--key-stdin"),
                row(plain, "", withKey, 3, "login"),
                row(plain, "", withKey, 3, "status"),
                row(plain, "", withKey, 3, "auth", "token"),
                row(plain, "", withKey, 3, "auth", "exec", "--", "true"),
                row("least_protection = plaintext", "", withKey, 0, "auth", "token"),
                row(hosts, "", NOTHING, 3, "login", "--host", "https://other.example.com", "--key-stdin"),
                row(hosts, "", elsewhere, 3, "login", "--key-stdin"),
                row(hosts, "hosts = https://other.example.com", elsewhere, 3, "login", "--key-stdin"),
                row(hosts, "", NOTHING, 0, "login", "--key-stdin"),
                row(hosts, "", NOTHING, 0, "login", "--host", "https://api.forge.coreweave.com", "--key-stdin"),
                row("hosts = https://*.example.com", "", elsewhere, 0, "login", "--key-stdin"),
                row("hosts = https://*.example.com", "", cloud, 3, "login", "--key-stdin"),
                row("key_argument = forbidden", "", NOTHING, 3, "login", KEY),
                row("key_argument = forbidden", "key_argument = allowed", NOTHING, 3, "login", KEY),
                row("key_argument = forbidden", "", NOTHING, 0, "login", "--key-stdin"),
                row("key_argument = allowed", "", NOTHING, 0, "login", KEY),
                row("verification = required", "", NOTHING, 3, "login", "--no-verify", "--key-stdin"),
                row("verification = required", "verification = optional", NOTHING, 3, "login", "--no-verify", KEY),
                row("verification = optional", "", NOTHING, 0, "login", "--no-verify", "--key-stdin"),
                row("sources_off = environment", "", withKey, 4, "auth", "token"),
                row("sources_off = workspace-settings", "", withKey, 0, "auth", "token"),
                row("sources_off = netrc", "", NOTHING, 3, "login", "--key-stdin"),
                row("default_store = keyring", "default_store = netrc", NOTHING, 1, "login", "--key-stdin"),
                row("default_store = keyring", "", NOTHING, 0, "login", "--store", "netrc", "--key-stdin"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void theRuleHolds(Row row) throws Exception {
        rule(row.rule());
        if (!row.usersRule().isEmpty()) {
            machine.write(".config/wandb/auth.ini", "[policy]\n" + row.usersRule() + "\n");
        }

        Run run = governed(INPUT, row.variables(), row.arguments().toArray(String[]::new))
                .ends(row.exitCode());

        assertEquals(
                row.exitCode() == 0 && row.arguments().getFirst().equals("login"),
                Files.exists(machine.home().resolve(".netrc")));
        if (row.exitCode() == 3) {
            String said = run.err() + run.out();
            assertTrue(said.contains("auth.ini:2)"), said);
        }
        assertFalse(run.err().contains(KEY), run.err());
    }

    /** What would give the JVM another home, another class, or another file to read options from. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "JAVA_TOOL_OPTIONS=-Duser.home=HOME/else",
                "_JAVA_OPTIONS=-Dwandb.program=x",
                "JDK_JAVA_OPTIONS=@HOME/options",
                "JDK_JAVA_OPTIONS=--patch-module=wandb.auth.cli=HOME/else",
                "JDK_AOT_VM_OPTIONS=-XX:Flags=HOME/options",
                "JAVA_HOME=HOME/else",
                "CLASSPATH=HOME/else",
                "_WANDB_LOGIN_WAS_JAVA_TOOL_OPTIONS=-version",
                "_wandb_cache=-version",
            })
    void noVariableOfTheJvmsUndoesARule(String variable) throws Exception {
        rule("stores = keyring");
        machine.write("options", "-version\n");
        int end = variable.indexOf('=');
        String value =
                variable.substring(end + 1).replace("HOME", machine.home().toString());

        governed(INPUT, Map.of(variable.substring(0, end), value), "login", "--key-stdin")
                .ends(3);
    }

    /** They are no options of this program, wherever they stand. */
    @ParameterizedTest
    @ValueSource(
            strings = {"-Duser.home=/", "@options", "-J-version", "--module=x", "-XX:Flags=options", "-cp=/", "-jar"})
    void norDoesAnArgumentOfTheJvms(String argument) throws Exception {
        rule("stores = keyring");
        Files.writeString(machine.workingDirectory().resolve("options"), "-version\n");

        for (List<String> arguments :
                List.of(List.of(argument, "login", "--key-stdin"), List.of("login", argument, "--key-stdin"))) {
            Run run = governed(INPUT, NOTHING, arguments.toArray(String[]::new)).ends(2);
            assertEquals("", run.out());
        }
        assertFalse(Files.exists(machine.home().resolve(".netrc")));
    }

    @Test
    void theOrderOfTheAdministratorCountsAndNotTheUsers() throws Exception {
        machine.wandb("login", OTHER_KEY).ends(0);
        machine.write(".config/wandb/auth.ini", "[policy]\norder = environment, netrc\n");
        Map<String, String> withKey = Map.of("WANDB_API_KEY", KEY);

        governed("", withKey, "auth", "token").leaves(0, KEY + "\n", "");
        rule("order = netrc, environment");
        governed("", withKey, "auth", "token").leaves(0, OTHER_KEY + "\n", "");
    }

    @Test
    void aServerOfTheUsersSettingsIsForbiddenToo() throws Exception {
        rule("hosts = https://api.wandb.ai");
        machine.write(".config/wandb/settings", "[default]\nbase_url = https://other.example.com\n");
        governed(INPUT, NOTHING, "login", "--key-stdin").ends(3);
        governed(INPUT, NOTHING, "login", "--cloud", "--key-stdin").ends(0);
    }

    @Test
    void verificationIsDoneUnaskedAndWithoutItNothingIsSaved() throws Exception {
        rule("verification = required");
        try (RefusingPort nobody = new RefusingPort()) {
            Run run = governed(INPUT, NOTHING, "login", "--host", nobody.url(), "--key-stdin")
                    .ends(6);
            assertTrue(run.err().contains("auth.ini:2)"), run.err());
            assertFalse(Files.exists(machine.home().resolve(".netrc")));
            assertFalse(Files.exists(machine.home().resolve(".config/wandb/settings")));
        }
    }

    @Test
    void aKeyBelowTheLeastProtectionIsFoundAndRefusedWhichMakesStatusTheAudit() throws Exception {
        machine.wandb("login", KEY).ends(0);
        rule("least_protection = encrypted");

        Run status = governed("", NOTHING, "status").ends(3);

        assertTrue(status.out().contains("found and refused"), status.out());
        assertTrue(status.out().contains(".netrc:3"), status.out());
        assertTrue(status.out().contains("auth.ini:2)"), status.out());
    }

    @Test
    void thePolicyShowsEachRuleAndWhereItIsSet() throws Exception {
        rule("stores = netrc\nkey_argument = forbidden");
        machine.write(".config/wandb/auth.ini", "[policy]\nhosts = https://api.wandb.ai\n");

        String shown = governed("", NOTHING, "auth", "policy").ends(0).out();

        assertTrue(shown.contains("policy/auth.ini:2"), shown);
        assertTrue(shown.contains("policy/auth.ini:3"), shown);
        assertTrue(shown.contains(".config/wandb/auth.ini:2"), shown);
    }

    @ParameterizedTest
    @MethodSource("brokenPolicies")
    void aPolicyThatCannotBeReliedOnForbidsEverything(String text) throws Exception {
        policy(text);
        for (String command : List.of("login", "status", "logout", "auth token", "auth list", "auth stores")) {
            Run run = governed("", Map.of("WANDB_API_KEY", KEY), command.split(" "))
                    .ends(3);
            assertTrue(run.err().contains("policy/auth.ini"), run.err());
            assertEquals("", run.out());
        }
    }

    static Stream<String> brokenPolicies() {
        return Stream.of("[policy]\nstoers = netrc\n", "[policy]\nstores\n", "[police]\n", "stores = netrc\n");
    }

    @Test
    void aPolicyThatOthersMayWriteForbidsEverything() throws Exception {
        rule("stores = netrc");
        Files.setPosixFilePermissions(
                machine.home().resolve("policy/auth.ini"), PosixFilePermissions.fromString("rw-rw-rw-"));
        governed(INPUT, NOTHING, "login", "--key-stdin").ends(3);
    }

    @Test
    void everySaveHandOutRefusalAndErasureIsOneLineOfTheTrail() throws Exception {
        Path trail = machine.home().resolve("trail.jsonl");
        rule("audit_file = " + trail + "\nhosts = https://api.wandb.ai");

        governed(INPUT, NOTHING, "login", "--key-stdin").ends(0);
        governed("", NOTHING, "auth", "token").ends(0);
        governed("", NOTHING, "auth", "exec", "--", "true").ends(0);
        governed(INPUT, NOTHING, "login", "--host", "https://other.example.com", "--key-stdin")
                .ends(3);
        governed("", NOTHING, "logout").ends(0);

        List<String> lines = Files.readAllLines(trail);
        assertEquals(5, lines.size(), lines::toString);
        List<String> expected = List.of(
                "\"action\":\"save\",\"outcome\":\"done\"",
                "\"action\":\"hand-out\",\"outcome\":\"done\"",
                "\"action\":\"hand-out\",\"outcome\":\"done\"",
                "\"action\":\"save\",\"outcome\":\"refused\"",
                "\"action\":\"erase\",\"outcome\":\"done\"");
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(lines.get(i).contains(expected.get(i)), lines.get(i));
        }
        assertFalse(String.join("", lines).contains(KEY));
    }

    @Test
    void whatCannotBeRecordedIsNotDone() throws Exception {
        machine.wandb("login", KEY).ends(0);
        rule("audit_file = " + machine.home().resolve("no-such-folder/trail.jsonl"));
        for (String command : List.of("login --key-stdin", "auth token", "logout")) {
            Run run = governed(OTHER_KEY + "\n", NOTHING, command.split(" ")).ends(1);
            assertTrue(run.err().contains("no-such-folder"), run.err());
            assertEquals("", run.out());
        }
        assertTrue(machine.read(".netrc").contains(KEY));
    }

    private void rule(String text) throws Exception {
        policy("[policy]\n" + text + "\n");
    }

    private void policy(String text) throws Exception {
        machine.write("policy/auth.ini", text);
    }

    private Run governed(String input, Map<String, String> variables, String... arguments) throws Exception {
        Map<String, String> all = new HashMap<>(governed);
        all.putAll(variables);
        if (!Files.exists(Path.of(all.get("WANDB_AUTH_POLICY")))) {
            all.remove("WANDB_AUTH_POLICY");
        }
        return machine.wandbReading(input, all, arguments);
    }
}
