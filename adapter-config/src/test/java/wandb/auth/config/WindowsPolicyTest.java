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
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.Parsed;

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
        assertEquals(
                Optional.empty(),
                Machine.valid(new FileConfiguration().system(on(OperatingSystem.WINDOWS)))
                        .ini());
        Path file = Files.createDirectories(folder.resolve("wandb")).resolve("auth.ini");
        Files.writeString(file, "no policy");
        Parsed.Invalid<?> broken =
                assertInstanceOf(Parsed.Invalid.class, new FileConfiguration().system(on(OperatingSystem.WINDOWS)));
        assertEquals(
                file.getFileName(), ((Location.File) broken.location()).path().getFileName());
    }

    @Test
    void thatFolderMeansNothingElsewhere() throws IOException {
        Path file = Files.createDirectories(folder.resolve("wandb")).resolve("auth.ini");
        Files.writeString(file, "no policy");
        assertEquals(
                new FileConfiguration().system(Machine.in(folder).environment()),
                new FileConfiguration().system(on(OperatingSystem.LINUX)));
    }
}
