package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which texts are API keys, as recorded from the SDK. */
class ApiKeyConformanceTest {

    @TestFactory
    List<DynamicTest> cases() {
        return RecordedCases.load("api-keys", "cases").tests(ApiKeyConformanceTest::difference);
    }

    private static ObjectNode difference(JsonNode recorded) {
        String problem = problem(recorded);
        boolean accepted = problem.equals("null");
        ObjectNode different = RecordedCases.noDifference();
        if (accepted != recorded.get("accepted").asBoolean()) {
            different.put("accepted", accepted);
        }
        if (!problem.equals(recorded.get("problem").asText("null"))) {
            different.put("problem", problem);
        }
        return different;
    }

    private static String problem(JsonNode recorded) {
        try {
            ApiKey.parse(recorded.get("key").asText());
            return "null";
        } catch (InvalidApiKeyException e) {
            return switch (e.problem()) {
                case EMPTY -> "empty";
                case BAD_CHARACTERS -> "bad-characters";
                case REPEATED -> "repeated";
                case TOO_SHORT -> {
                    String counted = " it has " + recorded.get("count").asInt() + " character";
                    assertTrue(e.getMessage().contains(counted), e::getMessage);
                    yield "too-short";
                }
            };
        }
    }
}
