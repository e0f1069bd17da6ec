package wandb.auth.recorded;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where ours differs from what was recorded of the SDK, on purpose: by the name of the case, what ours gives instead and
 * the rule that says so.
 */
final class Deviations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode cases;

    private Deviations(JsonNode cases) {
        this.cases = cases;
    }

    static JsonNode recording(String name) throws IOException {
        return read(name + ".json").get("cases");
    }

    static Deviations of(String name) throws IOException {
        return new Deviations(read(name + ".deviations.json").get("cases"));
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = Deviations.class.getResourceAsStream("/recorded/" + name)) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        }
    }

    /** What is expected of ours: what was recorded, with what ours gives instead where this case is listed. */
    ObjectNode applyTo(ObjectNode expected, JsonNode recorded) {
        JsonNode gives = cases.path(recorded.get("name").asText()).path("gives");
        for (Map.Entry<String, JsonNode> difference : gives.properties()) {
            assertNotEquals(
                    expected.get(difference.getKey()),
                    difference.getValue(),
                    "listed as a deviation and none: " + difference.getKey());
            expected.set(difference.getKey(), difference.getValue());
        }
        return expected;
    }

    /** The names that no case has. */
    Set<String> withoutCase(Iterable<JsonNode> recording) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : cases.properties()) {
            names.add(entry.getKey());
        }
        recording.forEach(recorded -> names.remove(recorded.get("name").asText()));
        return names;
    }

    /** The names of deviations without a rule. */
    Set<String> withoutRule() {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : cases.properties()) {
            if (entry.getValue().path("rule").asText().isBlank()) {
                names.add(entry.getKey());
            }
        }
        return names;
    }
}
