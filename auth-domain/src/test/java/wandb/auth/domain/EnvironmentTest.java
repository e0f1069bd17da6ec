package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "60, 60",
        "3600, 3600",
        "'', 4",
        "0, 4",
        "-1, 4",
        "3601, 4",
        "1.5, 4",
        "soon, 4",
        "99999999999, 4"
    })
    void aStoreIsWaitedForAsLongAsTheVariableSays(String value, long seconds) {
        Environment environment = with(Map.of("WANDB_AUTH_TIMEOUT", value));
        assertEquals(Duration.ofSeconds(seconds), environment.storeTimeout(Duration.ofSeconds(4)));
    }

    @Test
    void aLaterChangeOfTheVariablesDoesNotReachIt() {
        Map<String, String> variables = new HashMap<>();
        Environment environment = with(variables);
        variables.put("A", "b");
        assertTrue(environment.variables().isEmpty());
    }

    @Test
    void namesOfVariablesAreCaseBlindOnWindowsOnly() {
        Map<String, String> variables = Map.of("Path", "C:\\bin", "Http_Proxy", "http://proxy.example");
        Environment windows =
                new Environment(variables, Optional.empty(), Path.of("/"), OperatingSystem.WINDOWS, Terminal.NONE);
        assertEquals(Optional.of("C:\\bin"), windows.variable("PATH"));
        assertEquals(Optional.of("http://proxy.example"), windows.variable("HTTP_PROXY"));
        assertEquals(Optional.empty(), with(variables).variable("PATH"));
    }

    @ParameterizedTest
    @CsvSource({"D:\\Data, D:\\Data", "'', C:\\ProgramData", "relative, C:\\ProgramData", "C:<>|, C:\\ProgramData"})
    void windowsHasAFolderForEveryUserWhateverTheVariableSays(String variable, String folder) throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Environment environment = new Environment(
                    Map.of("ProgramData", variable),
                    Optional.empty(),
                    windows.getPath("C:\\work"),
                    OperatingSystem.WINDOWS,
                    Terminal.NONE);
            assertEquals(Optional.of(windows.getPath(folder)), environment.programData());
            assertEquals(Optional.empty(), with(Map.of("ProgramData", variable)).programData());
        }
    }

    @ParameterizedTest
    @CsvSource({"tool, false, false", "/bin/tool, true, true", "bin\\tool, false, true", "C:tool, false, true"})
    void aPathIsToldFromABareName(String program, boolean onPosix, boolean onWindows) {
        assertEquals(onPosix, OperatingSystem.LINUX.hasFolder(program));
        assertEquals(onWindows, OperatingSystem.WINDOWS.hasFolder(program));
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
