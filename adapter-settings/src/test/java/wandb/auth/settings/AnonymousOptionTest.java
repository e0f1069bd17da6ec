package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;

/** The option that each login of an SDK takes out of the user's settings file. */
class AnonymousOptionTest {

    @TempDir
    private Path folder;

    private Machine machine = new Machine(Path.of(""));

    @BeforeEach
    void makeMachine() throws IOException {
        machine = Machine.in(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[default]~anonymous = must~base_url = https://a.example | [default]~base_url = https://a.example",
                "# mine~[default]~entity = e ~anonymous: allow~  never~; end | # mine~[default]~entity = e ~; end",
                "[DEFAULT]~anonymous = must~[default]~entity = e | [DEFAULT]~[default]~entity = e",
                "[default]~anonymous = | [default]"
            })
    void isTakenOutAndNothingElse(String before, String after) throws IOException {
        machine.system(before.replace('~', '\n') + "\n");

        Kept kept = kept(remove().orElseThrow());

        assertEquals(after.replace('~', '\n') + "\n", Files.readString(machine.systemFile()));
        assertEquals(List.of(new Location.File(machine.systemFile())), kept.cleared());
        assertEquals(Optional.empty(), ((SettingsFiles) kept.now()).value(SettingsLevel.SYSTEM, AnonymousOption.NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[default]\nentity = e\n", "[default\nanonymous = must\n", "[Default]\nanonymous = must\n"})
    void aFileThatDoesNotHaveItOrCannotBeReadIsNotTouched(String content) throws IOException {
        machine.system(content);

        assertEquals(Optional.empty(), remove());
        assertEquals(content, Files.readString(machine.systemFile()));
    }

    @Test
    void theFileOfAWorkspaceIsNotTouched() throws IOException {
        machine.workspace("[default]\nanonymous = must\n");

        assertEquals(Optional.empty(), remove());
        assertFalse(Files.exists(machine.systemFile()));
    }

    @Test
    void aFileThatIsReadOnlyIsNamed() throws IOException {
        machine.system("[default]\nanonymous = must\n");
        Files.setPosixFilePermissions(machine.systemFile(), PosixFilePermissions.fromString("r--------"));

        Parsed.Invalid<?> failed = assertInstanceOf(Parsed.Invalid.class, remove().orElseThrow());

        assertEquals(new Location.File(machine.systemFile()), failed.location());
    }

    private static Kept kept(Parsed<Kept> changed) {
        return assertInstanceOf(
                Kept.class, assertInstanceOf(Parsed.Valid.class, changed).value());
    }

    private Optional<Parsed<Kept>> remove() {
        return new FileSdkSettings().removeAnonymous(machine.environment(Map.of()), machine.settings(Map.of()));
    }
}
