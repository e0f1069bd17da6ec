package wandb.auth.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of which each has a machine of its own. */
abstract class OnAMachine {

    @TempDir
    Path folder;

    Machine machine = new Machine(Path.of(""), Map.of());

    @BeforeEach
    void makeMachine() throws IOException {
        machine = Machine.in(folder);
    }
}
