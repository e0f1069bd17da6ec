package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the launcher and the program agree on. */
class MainTest {

    @Test
    void theVariablesAreThoseThatTheLauncherWasGiven() {
        assertEquals(
                Map.of("HOME", "/h", "CLASSPATH", "a b", "LC_ALL", "de_DE"),
                Main.variables(Map.of(
                        "HOME", "/h",
                        "LC_ALL", "C.UTF-8",
                        "MALLOC_ARENA_MAX", "1",
                        "_WANDB_LOGIN_WAS_CLASSPATH", "a b",
                        "_WANDB_LOGIN_WAS_LC_ALL", "de_DE"), true));
    }

    @Test
    void withoutTheLauncherTheyStay() {
        Map<String, String> variables = Map.of("LC_ALL", "C", "_WANDB_LOGIN_WAS_X", "y");

        assertEquals(variables, Main.variables(variables, false));
    }
}
