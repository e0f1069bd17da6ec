package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.server.AnsweringServer;
import wandb.auth.server.RefusingPort;

/** Every command with a marked key, in every way to give one, right and wrong: it comes out nowhere but where it is meant to. */
class LeakIT {

    /** Of the key, messages may tell the last four characters. */
    private static final String MARK = "markedsecret";

    private static final String KEY = MARK.repeat(3) + "wxyz";
    /** In Base64 only whole groups of three bytes come out alike, whatever follows. */
    private static final List<String> FORMS = List.of(MARK, base64("api:" + MARK + "markedsecre"), base64(MARK));

    private static final String SERVER = "https://wandb.example.com";
    private static final String KEYCHAINS_SERVER = "https://keyring.example.com";

    @TempDir
    Path folder;

    private Machine machine;
    private Desktop desktop;

    /**
     * One run.
     *
     * @param exitCode how it ends, so that it is known to have come to where it was meant to come
     * @param input what it reads from standard input
     * @param variables what the environment says
     * @param arguments the command
     */
    record Step(int exitCode, String input, Map<String, String> variables, List<String> arguments) {

        Step input(String text) {
            return new Step(exitCode, text, variables, arguments);
        }

        Step with(String variable, String value) {
            return new Step(exitCode, input, Map.of(variable, value), arguments);
        }
    }

    private static Step step(int exitCode, String... arguments) {
        return new Step(exitCode, "", Map.of(), List.of(arguments));
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Stream<Map<String, String>> moods() {
        return Stream.of(
                Map.of(),
                Map.of(
                        "WANDB_QUIET", "true",
                        "WANDB_DEBUG", "true",
                        "WANDB_VERBOSE", "true",
                        "DEBUG", "1",
                        "WANDB_AUTH_TRACE", "1",
                        "JAVA_TOOL_OPTIONS", "-verbose"));
    }

    @BeforeEach
    void startWithKeysInAllPlaces() throws Exception {
        machine = new Machine(folder);
        desktop = Desktop.withKeychain(machine);
        machine.write("policy/auth.ini", "[policy]\naudit_file = " + trail() + "\n");
        run(step(0, "login", "--key-stdin").input(KEY + "\n"));
        run(step(0, "login", "--key-stdin", "--host", KEYCHAINS_SERVER, "--store", "keyring")
                .input(KEY + "\n"));
        machine.write(".bash_history", "wandb login " + KEY + "\n");
    }

    @AfterEach
    void endTheSession() {
        if (desktop != null) {
            desktop.close();
        }
    }

    private Path trail() {
        return machine.home().resolve("trail.jsonl");
    }

    private Run run(Step step) throws Exception {
        Map<String, String> variables = new HashMap<>(desktop.with(step.variables()));
        variables.putIfAbsent(
                "WANDB_AUTH_POLICY", machine.home().resolve("policy/auth.ini").toString());
        return machine.wandbReading(step.input(), variables, step.arguments().toArray(String[]::new));
    }

    private List<Step> steps(String rejecting, RefusingPort nobody) throws IOException {
        List<Step> steps = new ArrayList<>(logins(rejecting, nobody));
        steps.addAll(brokenFiles());
        steps.addAll(otherCommands());
        return steps;
    }

    private static List<Step> logins(String rejecting, RefusingPort nobody) {
        String[] atTheServer = {"login", "--verify", "--key-stdin", "--host", rejecting};
        return List.of(
                step(0, "login", KEY),
                step(0, "login", "--host", SERVER, KEY),
                step(0, "login", "--relogin", "--key-stdin").input(KEY + "\n"),
                step(0, "login"),
                step(0, "login", "--store", "keyring"),
                step(0, "login", "--store", "netrc"),
                step(0, "login").with("WANDB_API_KEY", KEY),
                step(1, "login").with("WANDB_API_KEY", KEY + " " + KEY),
                step(1, "login").with("WANDB_BASE_URL", "https://api:" + KEY + "@wandb.example.com"),
                step(1, "login", KEY + "\u0007"),
                step(1, "login", "--key-stdin").input(KEY + "\u0007\n"),
                step(1, "login", "--key-stdin").input(KEY + " " + KEY),
                step(1, "login", "--key-stdin").input(KEY + "\n" + KEY + "\n"),
                step(5, atTheServer).input(KEY),
                step(6, "login", "--verify", "--host", nobody.url(), KEY),
                step(6, "login", "--verify", "--host", "https://wandb.invalid", KEY)
                        .with("HTTPS_PROXY", "http://user:" + KEY + "@" + nobody.netloc()));
    }

    private static List<Step> wrongUsage() {
        List<Step> steps = new ArrayList<>(List.of(
                step(0, "login", KEY, KEY), // the first counts, with a warning
                step(2, "login", "--key-stdin", KEY),
                step(2, "login", "--no-such-option", KEY),
                step(2, "login", "--" + KEY),
                step(2, "login", "--no-such-option=" + KEY),
                step(2, "login", "--verify=" + KEY, "--cloud"),
                step(2, "login", "--store", KEY),
                step(2, "auth", "migrate", "--to", KEY),
                step(2, "auth", KEY),
                step(2, "auth", "exec", KEY),
                step(2, KEY),
                step(0, "--help", KEY),
                step(1, "login", "--host", KEY),
                step(1, "login", "--host", "https://api:" + KEY + "@wandb.example.com")));
        for (String command : List.of("list", "stores", "policy", "doctor", "token", "migrate")) {
            steps.add(step(2, "auth", command, KEY));
            steps.add(step(0, "auth", command, "--help", KEY));
        }
        for (String command : List.of("status", "logout")) {
            steps.add(step(2, command, KEY));
            steps.add(step(2, command, "--" + KEY));
            steps.add(step(1, command, "--host", KEY));
            steps.add(step(0, command, "--help", KEY));
        }
        return steps;
    }

    private List<Step> brokenFiles() throws IOException {
        machine.write("meant/netrc", "machine api.wandb.ai login user password " + KEY + " " + KEY + "\n");
        machine.write("meant/config/wandb/settings", "[default]\napi_key = " + KEY + " " + KEY + "\n" + KEY + "\n");
        machine.write("meant/settings/settings", "[default]\napi_key = " + KEY + "\n");
        machine.write("meant/policy/auth.ini", "[policy]\n" + KEY + "\n" + KEY + " = " + KEY + "\n");
        machine.write("meant/token", KEY);
        List<Step> steps = new ArrayList<>();
        for (String[] command : new String[][] {{"login"}, {"status"}, {"auth", "token"}}) {
            steps.add(step(1, command).with("NETRC", meant("netrc")));
            steps.add(step(1, command).with("WANDB_CONFIG_DIR", meant("config/wandb")));
            steps.add(step(3, command).with("WANDB_AUTH_POLICY", meant("policy/auth.ini")));
            steps.add(step(1, command).with("WANDB_IDENTITY_TOKEN_FILE", meant("token")));
        }
        steps.add(step(0, "status").with("WANDB_CONFIG_DIR", meant("settings")));
        return steps;
    }

    private String meant(String name) {
        return machine.home().resolve("meant").resolve(name).toString();
    }

    private static List<Step> otherCommands() {
        return List.of(
                step(0, "status"),
                step(0, "status", "--json"),
                step(0, "status", "--host", KEYCHAINS_SERVER),
                step(0, "auth", "exec", "--", "true"),
                step(127, "auth", "exec", "--", "no-such-program"),
                step(0, "auth", "list"),
                step(0, "auth", "list", "--json"),
                step(0, "auth", "stores"),
                step(0, "auth", "stores", "--json"),
                step(0, "auth", "policy"),
                step(0, "auth", "policy", "--json"),
                step(1, "auth", "doctor"),
                step(1, "auth", "doctor", "--json"),
                step(0, "auth", "migrate", "--to", "keyring", "--dry-run"),
                step(0, "auth", "migrate", "--to", "keyring"),
                step(0, "auth", "migrate", "--to", "netrc", "--all"),
                step(1, "logout").with("WANDB_API_KEY", KEY),
                step(0, "logout", "--all"),
                step(4, "status"),
                step(4, "auth", "token"));
    }

    @ParameterizedTest
    @MethodSource("moods")
    void nothingThatIsSaidOrWrittenHoldsTheKey(Map<String, String> mood) throws Exception {
        try (AnsweringServer rejecting = AnsweringServer.with(401, "{\"error\":\"nobody has " + KEY + "\"}");
                RefusingPort nobody = new RefusingPort()) {
            assertNothingTells(steps(rejecting.url(), nobody), mood);
        }
        assertNoFileHoldsIt();
    }

    @Test
    void noMessageAboutWrongUsageQuotesTheKey() throws Exception {
        assertNothingTells(wrongUsage(), Map.of("WANDB_AUTH_TRACE", "1"));
    }

    private void assertNothingTells(List<Step> steps, Map<String, String> mood) throws Exception {
        List<String> wrong = new ArrayList<>();
        int said = 0;
        for (Step step : steps) {
            Map<String, String> variables = new HashMap<>(mood);
            variables.putAll(step.variables());
            Run run = run(new Step(step.exitCode(), step.input(), variables, step.arguments()));
            String output = run.out() + run.err();
            said += output.length();
            if (isTold(output) || run.exitCode() != step.exitCode()) {
                wrong.add("not " + step.exitCode() + ", or told: " + run);
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(said > 1000, "next to nothing was said");
    }

    private static boolean isTold(String text) {
        return FORMS.stream().anyMatch(text::contains);
    }

    /** All that the runs have left after the logout, but what the test itself put there. */
    private void assertNoFileHoldsIt() throws IOException {
        Map<String, String> files = HomeContent.of(machine.home());
        files.keySet().removeIf(name -> name.startsWith("meant/") || name.equals(".bash_history"));
        assertTrue(files.containsKey(".netrc") && files.containsKey("trail.jsonl"), files.keySet()::toString);
        assertTrue(files.get("trail.jsonl").lines().count() > 10);
        files.values().removeIf(text -> !isTold(text));
        assertEquals(List.of(), List.copyOf(files.keySet()));
        for (Path place : List.of(machine.workingDirectory(), desktop.folder())) {
            assertEquals(List.of(), HomeContent.filesWith(MARK, place));
        }
    }

    @Test
    void aKeyThatIsSavedIsInItsStoreOnly() throws Exception {
        Files.delete(machine.home().resolve(".bash_history"));
        assertEquals(List.of(".netrc"), HomeContent.filesWith(MARK, machine.home()));
        assertFalse(HomeContent.of(desktop.folder()).isEmpty());
        assertEquals(List.of(), HomeContent.filesWith(MARK, desktop.folder()));
    }

    /** The program that is started by {@code auth exec} has it in its environment, which is what that is for. */
    @ParameterizedTest
    @MethodSource("traced")
    void noProgramThatIsStartedGetsTheKey(String option, Step step) throws Exception {
        machine.need("strace", "strace");
        Path log = folder.resolve("strace.log");
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", option, "-s", "65536"));
        command.addAll(List.of("-e", "trace=execve", "-o", log.toString(), Machine.LAUNCHER.toString()));
        command.addAll(step.arguments());
        machine.runReading(step.input(), desktop.with(Map.of()), command.toArray(String[]::new))
                .ends(step.exitCode());
        String started = Files.readString(log);
        assertTrue(started.contains("/bin/java\""), started);
        assertFalse(isTold(started), started);
    }

    static Stream<Arguments> traced() {
        String withEnvironment = "-v";
        String withoutEnvironment = "-y";
        return Stream.of(
                        step(0, "login", "--key-stdin").input(KEY + "\n"),
                        step(0, "login", "--store", "keyring"),
                        step(0, "status"),
                        step(0, "auth", "token", "--host", KEYCHAINS_SERVER),
                        step(1, "auth", "doctor"),
                        step(0, "logout"),
                        step(0, "auth", "exec", "--", "true"))
                .map(step ->
                        Arguments.of(step.arguments().contains("exec") ? withoutEnvironment : withEnvironment, step));
    }
}
