package wandb.auth.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;

/** Whole runs recorded from SDK 0.28.0, played again through the launcher of the built image. */
class RecordedRunsIT {

    private static final Path IMAGE = Checkout.IMAGE;

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> runsWithoutATerminal() throws IOException {
        return runs("cli");
    }

    @TestFactory
    List<DynamicTest> runsThatChangeTheSettings() throws IOException {
        return runs("settings");
    }

    private List<DynamicTest> runs(String name) throws IOException {
        Deviations deviations = Deviations.of(name);
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode recorded : Deviations.recording(name)) {
            boolean isLogin = recorded.path("kind").asText("login").equals("login");
            boolean isOfOrdinaryUser = recorded.get("name").asText().startsWith("read-only"); // root may write there
            if (isLogin && !(isOfOrdinaryUser && Machine.isRoot())) {
                tests.add(dynamicTest(recorded.get("name").asText(), () -> play(recorded, deviations)));
            }
        }
        assertTrue(tests.size() > 20, "the recording is nearly empty");
        return tests;
    }

    private void play(JsonNode recorded, Deviations deviations) throws IOException, InterruptedException {
        RecordedRun run = new RecordedRun(recorded, Files.createTempDirectory(folder, "run"), IMAGE);
        ObjectNode expected = deviations.applyTo(run.expected(), recorded);
        assertEquals(expected.toPrettyString(), run.play().toPrettyString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli", "settings"})
    void everyDeviationBelongsToACaseAndNamesItsRule(String name) throws IOException {
        Deviations deviations = Deviations.of(name);
        assertEquals(Set.of(), deviations.withoutCase(Deviations.recording(name)));
        assertEquals(Set.of(), deviations.withoutRule());
    }

    @Test
    void theImageIsThere() {
        assertTrue(Files.isExecutable(IMAGE.resolve("bin/wandb")), "build the image first: mvn package");
    }
}
