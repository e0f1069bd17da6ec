package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private static Environment with(Map<String, String> variables) {
        return new Environment(variables, Optional.empty(), Path.of("/home/ada"), OperatingSystem.LINUX, Terminal.NONE);
    }

    @Test
    void aVariableThatIsSetToNothingCountsAsNotSet() {
        Environment environment = with(Map.of("EMPTY", "", "SET", " "));
        assertEquals(Optional.empty(), environment.variable("EMPTY"));
        assertEquals(Optional.empty(), environment.variable("MISSING"));
        assertEquals(Optional.of(" "), environment.variable("SET"));
    }

    @Test
    void aLaterChangeOfTheVariablesDoesNotReachIt() {
        Map<String, String> variables = new HashMap<>();
        Environment environment = with(variables);
        variables.put("A", "b");
        assertTrue(environment.variables().isEmpty());
    }

    @Test
    void aVariableMayNameThePagesForPeople() {
        Environment environment = with(Map.of("WANDB_APP_URL", "HTTPS://wandb.ai/"));
        assertEquals("https://wandb.ai", Host.PUBLIC_CLOUD.appUrl(environment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "ftp://a.example", "https://a:b@c.example", "https://a.example\u001b", "javascript:x"})
    void aValueThatIsNoAddressDoesNotNameThePagesForPeople(String value) {
        assertEquals("https://wandb.ai", Host.PUBLIC_CLOUD.appUrl(with(Map.of("WANDB_APP_URL", value))));
    }
}
