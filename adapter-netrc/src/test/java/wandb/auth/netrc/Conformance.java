package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.DynamicTest;

/**
 * The recorded answers of the SDK, and beside them a table of the answers in which we deviate, each with the rule that
 * says so. A deviation that is not in the table, one in the table that is none, and one for an unknown case all fail.
 */
final class Conformance {

    /** How one case is asked and what the recorded answer means in our words. */
    interface Subject {
        Map<String, Object> peersAnswer(JsonNode recorded) throws Exception;

        Map<String, Object> ourAnswer(JsonNode recorded) throws Exception;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> cases = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> deviations = new HashMap<>();

    Conformance(String name) throws IOException {
        for (JsonNode recorded : read(name + ".json").get("cases")) {
            cases.put(recorded.get("name").asText(), recorded);
        }
        for (JsonNode deviation : read(name + ".deviations.json")) {
            Map<String, Object> answer = answer(deviation);
            String caseName = String.valueOf(answer.remove("name"));
            assertTrue(answer.remove("rule") instanceof String rule && !rule.isBlank(), "no rule for " + caseName);
            deviations.put(caseName, answer);
        }
    }

    List<DynamicTest> tests(Subject subject) {
        return tests(subject, recorded -> true);
    }

    /** The tests of those cases that hold for whoever runs them. */
    List<DynamicTest> tests(Subject subject, Predicate<JsonNode> holds) {
        List<DynamicTest> tests = new ArrayList<>();
        cases.forEach((name, recorded) -> {
            if (holds.test(recorded)) {
                tests.add(DynamicTest.dynamicTest(name, () -> check(name, recorded, subject)));
            }
        });
        tests.add(DynamicTest.dynamicTest("every listed deviation is one of a known case", this::checkNames));
        return tests;
    }

    private void check(String name, JsonNode recorded, Subject subject) throws Exception {
        Map<String, Object> peers = sorted(subject.peersAnswer(recorded));
        Map<String, Object> deviating = deviations.get(name);
        if (deviating != null) {
            assertNotEquals(peers, sorted(deviating), "listed as a deviation, but the SDK answers the same");
        }
        assertEquals(deviating == null ? peers : sorted(deviating), sorted(subject.ourAnswer(recorded)));
    }

    private void checkNames() {
        Set<String> unknown = new TreeSet<>(deviations.keySet());
        unknown.removeAll(cases.keySet());
        assertEquals(Set.of(), unknown);
    }

    static Map<String, Object> answer(JsonNode node) {
        Map<String, Object> answer = new TreeMap<>();
        node.properties()
                .forEach(field -> answer.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
        return answer;
    }

    private static Map<String, Object> sorted(Map<String, Object> answer) {
        Map<String, Object> sorted = new TreeMap<>(answer);
        sorted.values().removeIf(Objects::isNull);
        return sorted;
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream in = Conformance.class.getResourceAsStream(file)) {
            return JSON.readTree(Objects.requireNonNull(in, file));
        }
    }
}
