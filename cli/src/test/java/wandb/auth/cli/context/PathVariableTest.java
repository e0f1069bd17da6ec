package wandb.auth.cli.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/** A message about a file names the variable that named the file, or its folder. */
class PathVariableTest {

    private static String named(Location location, Map<String, String> variables) {
        return PathVariable.named(
                location,
                new Environment(variables, Optional.empty(), Path.of("/work"), OperatingSystem.LINUX, Terminal.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "NETRC, /keys/netrc, /keys/netrc",
        "NETRC, keys/netrc, /work/keys/netrc",
        "NETRC, /keys/netrc, /keys",
        "WANDB_CONFIG_DIR, /config, /config/settings",
        "WANDB_CONFIG_DIR, ../config/, /config/settings",
        "WANDB_CREDENTIALS_FILE, /c.json, /c.json",
        "WANDB_AUTH_POLICY, /p.ini, /p.ini",
        "NETRC, /, /"
    })
    void theVariableIsNamed(String variable, String value, Path file) {
        assertEquals(file + " (by " + variable + ")", named(new Location.File(file), Map.of(variable, value)));
    }

    @ParameterizedTest
    @CsvSource({"/home/u/.netrc", "/keys/netrc.old", "/configuration/settings", "/policy/other"})
    void otherwiseOnlyTheFileIsNamed(Path file) {
        assertEquals(
                file.toString(),
                named(
                        new Location.File(file),
                        Map.of(
                                "NETRC",
                                "/keys/netrc",
                                "WANDB_CONFIG_DIR",
                                "/config",
                                "WANDB_CREDENTIALS_FILE",
                                "",
                                "WANDB_AUTH_POLICY",
                                "/policy")));
    }

    @Test
    void aVariableThatNamesNoFileIsNone() {
        assertEquals("/x", named(new Location.File(Path.of("/x")), Map.of("NETRC", "\0")));
    }
}
