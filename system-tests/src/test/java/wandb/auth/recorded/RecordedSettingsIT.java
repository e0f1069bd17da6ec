package wandb.auth.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** What SDK 0.28.0 reads from settings files and variables, and what the built program makes of the same. */
class RecordedSettingsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> theServerAndTheKey() throws IOException {
        Deviations deviations = Deviations.of("settings-read");
        List<JsonNode> cases = new ArrayList<>();
        for (JsonNode recorded : Deviations.recording("settings")) {
            if (recorded.get("kind").asText().equals("resolve")) {
                cases.add(recorded);
            }
        }
        assertTrue(cases.size() > 40, "the recording is nearly empty");
        assertEquals(Set.of(), deviations.withoutCase(cases));
        assertEquals(Set.of(), deviations.withoutRule());
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode recorded : cases) {
            tests.add(dynamicTest(recorded.get("name").asText(), () -> play(recorded, deviations)));
        }
        return tests;
    }

    private void play(JsonNode recorded, Deviations deviations) throws Exception {
        Sandbox sandbox = new Sandbox(Files.createTempDirectory(folder, "run"));
        sandbox.lay(recorded.get("files_before"));
        Map<String, String> before = sandbox.files();
        Machine machine = new Machine(folder);
        Map<String, String> variables = new HashMap<>();
        variables.put("HOME", sandbox.path("$HOME").toString());
        for (Map.Entry<String, JsonNode> variable : recorded.get("env").properties()) {
            variables.put(variable.getKey(), sandbox.real(variable.getValue().asText()));
        }
        Run status = in(machine, sandbox, variables, "status", "--json");
        Run token = in(machine, sandbox, variables, "auth", "token");

        ObjectNode played = JSON.createObjectNode();
        played.put(
                "base_url",
                status.out().isEmpty()
                        ? null
                        : JSON.readTree(status.out()).get("host").asText());
        played.put("key", token.out().isEmpty() ? null : token.out().strip());
        assertEquals(
                expected(recorded, deviations).toPrettyString(), played.toPrettyString(), status.err() + token.err());
        assertEquals(before, sandbox.files());
    }

    /** The SDK holds a key in its settings, and takes one from elsewhere only where there is none. */
    private static ObjectNode expected(JsonNode recorded, Deviations deviations) {
        ObjectNode expected = JSON.createObjectNode();
        JsonNode ofSettings = recorded.path("api_key_setting");
        boolean held = ofSettings.isTextual() && !ofSettings.asText().isEmpty();
        expected.set("base_url", nullable(recorded.path("base_url")));
        expected.set("key", nullable(held ? ofSettings : recorded.path("login_key")));
        return deviations.applyTo(expected, recorded);
    }

    private static JsonNode nullable(JsonNode value) {
        return value.isTextual() ? value : JSON.nullNode();
    }

    private static Run in(Machine machine, Sandbox sandbox, Map<String, String> variables, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "sh", "-c", "cd \"$0\" && exec \"$@\"", sandbox.path("$CWD").toString()));
        command.add(Machine.LAUNCHER.toString());
        command.addAll(List.of(arguments));
        return machine.run(variables, command.toArray(String[]::new));
    }
}
