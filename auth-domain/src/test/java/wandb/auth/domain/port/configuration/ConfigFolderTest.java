package wandb.auth.domain.port.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.port.Parsed;

class ConfigFolderTest {

    private static Environment environment(Map<String, String> variables, Optional<Path> home) {
        return new Environment(variables, home, Path.of("/work"), OperatingSystem.LINUX, Terminal.NONE);
    }

    private static Parsed<Path> named(String directory) {
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
        assertEquals(new Parsed.Valid<>(path), named(directory));
    }

    @ParameterizedTest
    @CsvSource({
        "/, " + Messages.ROOT_OF_FILE_SYSTEM,
        "~bob, " + Messages.HOME_OF_ANOTHER_USER,
        "~bob/mine, " + Messages.HOME_OF_ANOTHER_USER
    })
    void aVariableThatNamesNoFolderOfTheUserIsRejected(String directory, String problem) {
        isMisnamed(directory, problem);
    }

    @Test
    void aVariableThatIsNoPathIsRejected() {
        isMisnamed("a\0b", Messages.NOT_A_DIRECTORY_PATH);
    }

    private static void isMisnamed(String directory, String problem) {
        Parsed.Invalid<?> misnamed = assertInstanceOf(Parsed.Invalid.class, named(directory));
        assertEquals(new Location.Variable("WANDB_CONFIG_DIR"), misnamed.location());
        assertEquals(problem, misnamed.reason().problem());
    }

    @Test
    void withoutTheVariableItIsInTheHome() {
        assertEquals(
                new Parsed.Valid<>(Path.of("/home/ada/.config/wandb")),
                ConfigFolder.in(environment(Map.of(), Optional.of(Path.of("/home/ada")))));
        assertEquals(
                Optional.of(Path.of("/work/ada/.config/wandb")),
                ConfigFolder.pathIn(environment(Map.of(), Optional.of(Path.of("ada")))));
    }

    @Test
    void withoutAHomeItIsUnknown() {
        Environment homeless = environment(Map.of(), Optional.empty());
        assertEquals(ConfigFolder.homeless(), ConfigFolder.in(homeless));
        assertEquals(Optional.empty(), ConfigFolder.pathIn(homeless));
        assertEquals(
                ConfigFolder.homeless(),
                ConfigFolder.in(environment(Map.of("WANDB_CONFIG_DIR", "~/mine"), Optional.empty())));
    }
}
