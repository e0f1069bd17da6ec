package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;

/**
 * Cases recorded from the SDK, each a test of its own.
 *
 * <p>Where ours gives something else, the file {@code NAME.deviations.json} beside the cases lists under the case's name
 * what ours {@code gives} (the fields that differ) and the {@code rule} that says so.
 */
record RecordedCases(JsonNode cases, JsonNode deviations) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RecordedCases load(String name, String list) {
        return new RecordedCases(
                read(name + ".json").get(list), read(name + ".deviations.json").get(list));
    }

    private static JsonNode read(String file) {
        String path = "/conformance/" + file;
        try (InputStream in = Objects.requireNonNull(RecordedCases.class.getResourceAsStream(path), path)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            return fail(path, e);
        }
    }

    static ObjectNode noDifference() {
        return JSON.createObjectNode();
    }

    /** A test for every case, and one for the list of deviations. */
    List<DynamicTest> tests(Function<JsonNode, ObjectNode> difference) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode recorded : cases) {
            String name = recorded.get("name").asText();
            tests.add(DynamicTest.dynamicTest(name, () -> check(name, difference.apply(recorded))));
        }
        tests.add(DynamicTest.dynamicTest("(every deviation belongs to a case)", this::checkDeviationsAreCases));
        return tests;
    }

    private void check(String name, ObjectNode different) {
        JsonNode deviation = deviations.get(name);
        if (deviation == null) {
            assertTrue(different.isEmpty(), () -> name + ": not listed as a deviation: " + different);
        } else {
            assertFalse(different.isEmpty(), name + ": listed as a deviation, but there is none");
            assertEquals(deviation.get("gives"), different, name);
            assertFalse(deviation.get("rule").asText().isBlank(), name + ": a deviation needs a rule");
        }
    }

    private void checkDeviationsAreCases() {
        Set<String> names = new HashSet<>();
        cases.forEach(recorded ->
                assertTrue(names.add(recorded.get("name").asText()), () -> "twice: " + recorded.get("name")));
        assertFalse(names.isEmpty(), "no cases");
        deviations.fieldNames().forEachRemaining(name -> assertTrue(names.contains(name), () -> "no case: " + name));
    }
}
