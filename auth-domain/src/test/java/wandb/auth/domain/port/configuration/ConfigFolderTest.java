package wandb.auth.domain.port.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.message.Messages;

class ConfigFolderTest {

    private static Environment environment(Map<String, String> variables, Optional<Path> home) {
        return new Environment(variables, home, Path.of("/work"), OperatingSystem.LINUX, Terminal.NONE);
    }

    private static ConfigFolder named(String directory) {
        return ConfigFolder.in(environment(Map.of("WANDB_CONFIG_DIR", directory), Optional.of(Path.of("/home/ada"))));
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/mine, /etc/mine",
        "mine, /work/mine",
        "~, /home/ada",
        "~/mine/too, /home/ada/mine/too",
        "a~, /work/a~",
        "a/~, /work/a/~"
    })
    void theVariableNamesIt(String directory, Path path) {
        assertEquals(new ConfigFolder.At(path), named(directory));
    }

    @ParameterizedTest
    @CsvSource({
        "/, " + Messages.ROOT_OF_FILE_SYSTEM,
        "~bob, " + Messages.HOME_OF_ANOTHER_USER,
        "~bob/mine, " + Messages.HOME_OF_ANOTHER_USER
    })
    void aVariableThatNamesNoFolderOfTheUserIsRejected(String directory, String problem) {
        ConfigFolder.Misnamed misnamed = (ConfigFolder.Misnamed) named(directory);
        assertEquals(problem, misnamed.reason().problem());
    }

    @Test
    void aVariableThatIsNoPathIsRejected() {
        ConfigFolder.Misnamed misnamed = (ConfigFolder.Misnamed) named("a\0b");
        assertEquals(Messages.NOT_A_DIRECTORY_PATH, misnamed.reason().problem());
    }

    @Test
    void withoutTheVariableItIsInTheHome() {
        assertEquals(
                new ConfigFolder.At(Path.of("/home/ada/.config/wandb")),
                ConfigFolder.in(environment(Map.of(), Optional.of(Path.of("/home/ada")))));
        assertEquals(
                Optional.of(Path.of("/work/ada/.config/wandb")),
                ConfigFolder.pathIn(environment(Map.of(), Optional.of(Path.of("ada")))));
    }

    @Test
    void withoutAHomeItIsUnknown() {
        Environment homeless = environment(Map.of(), Optional.empty());
        assertEquals(new ConfigFolder.Homeless(), ConfigFolder.in(homeless));
        assertEquals(Optional.empty(), ConfigFolder.pathIn(homeless));
        assertEquals(
                new ConfigFolder.Homeless(),
                ConfigFolder.in(environment(Map.of("WANDB_CONFIG_DIR", "~/mine"), Optional.empty())));
    }
}
