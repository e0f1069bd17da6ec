package wandb.auth.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.recorded.TerminalRun.Result;
import wandb.auth.system.Machine;

/** Runs on a real pseudo-terminal: the recorded ones of SDK 0.28.0, and what it cannot do. */
class TerminalIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    @TestFactory
    List<DynamicTest> recordedRuns() throws IOException {
        Deviations deviations = Deviations.of("tty");
        JsonNode recording = Deviations.recording("tty");
        assertEquals(Set.of(), deviations.withoutCase(recording));
        assertEquals(Set.of(), deviations.withoutRule());
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode recorded : recording) {
            tests.add(dynamicTest(recorded.get("name").asText(), () -> play(recorded, deviations)));
        }
        assertTrue(tests.size() > 10, "the recording is nearly empty");
        return tests;
    }

    private void play(JsonNode recorded, Deviations deviations) throws Exception {
        Sandbox sandbox = new Sandbox(Files.createTempDirectory(folder, "run"));
        sandbox.lay(recorded.get("files_before"));
        Map<String, String> before = sandbox.files();
        TerminalRun run = new TerminalRun(machine)
                .in(sandbox.path("$CWD"))
                .variable("HOME", sandbox.path("$HOME").toString());
        recorded.get("args").forEach(argument -> run.arguments(sandbox.real(argument.asText())));
        for (Map.Entry<String, JsonNode> variable : recorded.get("env").properties()) {
            run.variable(variable.getKey(), sandbox.real(variable.getValue().asText()));
        }
        recorded.get("sent").forEach(text -> run.types(text.asText()));
        run.types("\u0004"); // who is asked once more than the recorded person ends the input
        Result result = run.play();

        ObjectNode played = JSON.createObjectNode();
        played.put("exit_code", result.exitCode());
        played.put("prompts_shown", result.prompts());
        ObjectNode changed = played.putObject("files_changed");
        for (Map.Entry<String, String> file : sandbox.files().entrySet()) {
            if (!file.getValue().equals(before.get(file.getKey()))) {
                changed.put(file.getKey(), file.getValue());
            }
        }
        assertEquals(expected(recorded, deviations).toPrettyString(), played.toPrettyString(), result.screen());
        recorded.get("sent")
                .forEach(text -> assertFalse(
                        text.asText().length() > 10
                                && result.screen().contains(text.asText().strip()),
                        result.screen()));
        assertTrue(result.echo(), "the terminal was left without echo");
    }

    private static ObjectNode expected(JsonNode recorded, Deviations deviations) {
        ObjectNode expected = JSON.createObjectNode();
        expected.put("exit_code", recorded.get("exit_code").asInt());
        expected.put("prompts_shown", recorded.get("prompts_shown").asInt());
        ObjectNode files = expected.putObject("files_changed");
        for (Map.Entry<String, JsonNode> file : recorded.get("files_changed").properties()) {
            if (file.getValue().has("text")) {
                files.put(file.getKey(), Sandbox.state(file.getValue()));
            }
        }
        return deviations.applyTo(expected, recorded);
    }

    @Test
    void anInterruptEndsWith130SavesNothingAndBringsTheEchoBack() throws Exception {
        Result result =
                new TerminalRun(machine).arguments("login").types("\u0003").play();
        assertEquals(130, result.exitCode(), result.screen());
        assertTrue(result.echo());
        assertFalse(Files.exists(machine.home().resolve(".netrc")));
    }

    @Test
    void theEndOfInputEndsWith4AndSaysThatNothingWasSaved() throws Exception {
        Result result =
                new TerminalRun(machine).arguments("login").types("\u0004").play();
        assertEquals(4, result.exitCode(), result.screen());
        assertTrue(result.screen().contains("Nothing was saved"), result.screen());
        assertTrue(result.echo());
    }

    @Test
    void thePromptIsOnTheTerminalAlsoWhereOutputIsRedirected() throws Exception {
        Path output = machine.home().resolve("output");
        Result result = new TerminalRun(machine)
                .arguments("login")
                .types(KEY + "\r")
                .withOutputIn(output)
                .play();
        assertEquals(0, result.exitCode(), result.screen());
        assertEquals(1, result.prompts());
        assertEquals("", Files.readString(output));
        assertTrue(Files.readString(machine.home().resolve(".netrc")).contains(KEY));
    }

    @Test
    void blanksAndTheMarksOfABracketedPasteAreLeftOut() throws Exception {
        Result result = new TerminalRun(machine)
                .arguments("login")
                .types("\u001b[200~ " + KEY + " \u001b[201~\r")
                .play();
        assertEquals(0, result.exitCode(), result.screen());
        assertTrue(Files.readString(machine.home().resolve(".netrc")).contains("password " + KEY + "\n"));
    }

    @Test
    void aLineThatTheTerminalCutIsRefused() throws Exception {
        Result result = new TerminalRun(machine)
                .arguments("login")
                .types("k".repeat(5000) + "\r")
                .types(KEY + "\r")
                .play();
        assertEquals(0, result.exitCode(), result.screen());
        assertEquals(2, result.prompts());
        assertTrue(Files.readString(machine.home().resolve(".netrc")).contains("password " + KEY + "\n"));
    }

    private TerminalRun loginInAClone() throws IOException {
        Path settings = machine.workingDirectory().resolve("wandb/settings");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "[default]\nbase_url = https://somebody.example\n");
        return new TerminalRun(machine).arguments("login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "n\r", "\u0004", KEY + "\r"})
    void aServerThatOnlyTheWorkspaceNamesGetsNoKeyWithoutAYes(String answer) throws Exception {
        Result result = loginInAClone().types(answer).play();
        assertEquals(1, result.exitCode(), result.screen());
        assertTrue(
                result.screen()
                        .contains("wandb/settings:2 names the server https://somebody.example. Log in there? [y/N] no"),
                result.screen());
        assertEquals(0, result.prompts());
        assertFalse(result.screen().contains(KEY));
        assertFalse(Files.exists(machine.home().resolve(".netrc")));
        assertTrue(result.echo());
    }

    @Test
    void aServerThatOnlyTheWorkspaceNamesGetsTheKeyAfterAYes() throws Exception {
        Result result = loginInAClone().types("y\r").types(KEY + "\r").play();
        assertEquals(0, result.exitCode(), result.screen());
        assertEquals(1, result.prompts());
        assertTrue(machine.read(".netrc").contains("machine somebody.example"));
    }

    @Test
    void aKeyOnTheCommandLineEarnsOneHintAtTheHistory() throws Exception {
        Result result = new TerminalRun(machine).arguments("login", KEY).play();
        assertEquals(0, result.exitCode(), result.screen());
        assertEquals(2, result.screen().split("shell's history", -1).length, result.screen());
    }

    /** A program that asks and answers, in the SDK's place. */
    private TerminalRun interactiveSdk() throws IOException {
        machine.writeProgram("sdk/wandb", """
                #!/bin/sh
                trap 'echo interrupted; exit 7' INT
                printf 'press Enter: '
                read -r answer
                echo "answered $answer"
                """);
        return new TerminalRun(machine).variable("PATH", machine.home().resolve("sdk") + ":/usr/bin:/bin");
    }

    @Test
    void aProgramOfTheSdkHasTheTerminal() throws Exception {
        Result result = interactiveSdk().arguments("init").types("hello\r").play();
        assertEquals(0, result.exitCode(), result.screen());
        assertTrue(result.screen().contains("answered hello"), result.screen());
    }

    @Test
    void anInterruptReachesAProgramOfTheSdk() throws Exception {
        Result result = interactiveSdk().arguments("init").types("\u0003").play();
        assertEquals(7, result.exitCode(), result.screen());
        assertTrue(result.screen().contains("interrupted"), result.screen());
    }
}
