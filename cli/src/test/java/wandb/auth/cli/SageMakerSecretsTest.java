package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The key that a training job of SageMaker brings, and no other job's. */
class SageMakerSecretsTest {

    private static final String KEY = "0123456789".repeat(4);

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheFile() throws IOException {
        Files.writeString(folder.resolve("secrets.env"), "OTHER=1\nWANDB_API_KEY=old\n WANDB_API_KEY=" + KEY + " \n");
    }

    private Optional<String> key(Map<String, String> variables) {
        return Main.isTrainingJob(variables, folder.resolve("hyperparameters.json"))
                ? SageMakerSecrets.key(variables, folder)
                : Optional.empty();
    }

    @Test
    void aTrainingJobHasItsKeyBesideItsProgram() throws IOException {
        assertEquals(Optional.of(KEY), key(Map.of("SM_TRAINING_ENV", "{}")));
        Files.createFile(folder.resolve("hyperparameters.json"));
        assertEquals(Optional.of(KEY), key(Map.of()));
    }

    @Test
    void elsewhereTheFileIsAnybodys() {
        assertEquals(Optional.empty(), key(Map.of()));
    }

    @Test
    void theEnvironmentsOwnKeyCounts() {
        assertEquals(Optional.empty(), key(Map.of("SM_TRAINING_ENV", "{}", "WANDB_API_KEY", "mine")));
    }

    @Test
    void itCanBeSwitchedOffAsInTheSdk() {
        assertEquals(Optional.empty(), key(Map.of("SM_TRAINING_ENV", "{}", "WANDB_SAGEMAKER_DISABLE", "true")));
    }

    @Test
    void withoutTheFileThereIsNone() throws IOException {
        Files.delete(folder.resolve("secrets.env"));
        assertEquals(Optional.empty(), key(Map.of("SM_TRAINING_ENV", "{}")));
    }

    /** Of no size, whatever it holds: some such files wait for ever. The one of this test holds the words of a program. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileOfTheKernelIsNotRead() throws IOException {
        Process program = new ProcessBuilder("/bin/sh", "-c", "read line\nWANDB_API_KEY=" + KEY + "\n").start();
        Files.delete(folder.resolve("secrets.env"));
        Files.createSymbolicLink(folder.resolve("secrets.env"), Path.of("/proc/" + program.pid() + "/cmdline"));

        assertEquals(Optional.empty(), key(Map.of("SM_TRAINING_ENV", "{}")));
        program.destroyForcibly();
    }
}
