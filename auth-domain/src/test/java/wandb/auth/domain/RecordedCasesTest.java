package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The recorded cases can fail. */
class RecordedCasesTest {

    private static final String ONE_CASE = "[{\"name\": \"a\"}]";
    private static final String LISTED = "{\"a\": {\"gives\": {\"x\": 1}, \"rule\": \"because\"}}";

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static void run(String cases, String deviations, String difference) throws Throwable {
        ObjectNode different = (ObjectNode) json(difference);
        for (DynamicTest test : new RecordedCases(json(cases), json(deviations)).tests(recorded -> different)) {
            test.getExecutable().execute();
        }
    }

    @Test
    void agreementPasses() throws Throwable {
        run(ONE_CASE, "{}", "{}");
    }

    @Test
    void aListedDeviationPasses() throws Throwable {
        run(ONE_CASE, LISTED, "{\"x\": 1}");
    }

    @Test
    void aDeviationThatIsNotListedFails() {
        assertThrows(AssertionError.class, () -> run(ONE_CASE, "{}", "{\"x\": 1}"));
    }

    @Test
    void anotherDeviationThanTheListedOneFails() {
        assertThrows(AssertionError.class, () -> run(ONE_CASE, LISTED, "{\"x\": 2}"));
    }

    @Test
    void aListedDeviationThatIsNoneFails() {
        assertThrows(AssertionError.class, () -> run(ONE_CASE, LISTED, "{}"));
    }

    @Test
    void aDeviationOfNoCaseFails() {
        assertThrows(AssertionError.class, () -> run("[{\"name\": \"b\"}]", LISTED, "{}"));
    }

    @Test
    void aDeviationWithoutARuleFails() {
        String withoutRule = LISTED.replace("because", " ");
        assertThrows(AssertionError.class, () -> run(ONE_CASE, withoutRule, "{\"x\": 1}"));
    }

    @Test
    void twoCasesOfOneNameFail() {
        assertThrows(AssertionError.class, () -> run("[{\"name\": \"a\"}, {\"name\": \"a\"}]", "{}", "{}"));
    }

    @Test
    void anEmptyListOfCasesFails() {
        assertThrows(AssertionError.class, () -> run("[]", "{}", "{}"));
    }
}
