package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.config.file.AuthFileContent.Broken;
import wandb.auth.config.file.AuthFileContent.Missing;
import wandb.auth.config.file.AuthFiles;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/** Where Windows keeps the policy: in its folder for all users. */
class WindowsPolicyTest {

    @TempDir
    Path folder;

    private Environment on(OperatingSystem system) {
        Map<String, String> variables = Map.of("PROGRAMDATA", folder.toString());
        return new Environment(variables, Optional.of(folder), folder, system, Terminal.NONE);
    }

    @Test
    void itStandsInTheFolderForAllUsers() throws IOException {
        assertInstanceOf(Missing.class, new AuthFiles().administrators(on(OperatingSystem.WINDOWS)));
        Path file = Files.createDirectories(folder.resolve("wandb")).resolve("auth.ini");
        Files.writeString(file, "no policy");
        Broken broken = assertInstanceOf(Broken.class, new AuthFiles().administrators(on(OperatingSystem.WINDOWS)));
        assertEquals(
                file.getFileName(), ((Location.File) broken.location()).path().getFileName());
    }

    @Test
    void thatFolderMeansNothingElsewhere() throws IOException {
        Path file = Files.createDirectories(folder.resolve("wandb")).resolve("auth.ini");
        Files.writeString(file, "no policy");
        assertEquals(
                new AuthFiles().administrators(Machine.in(folder).environment()),
                new AuthFiles().administrators(on(OperatingSystem.LINUX)));
    }
}
