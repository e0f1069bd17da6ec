package wandb.auth.helper;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of which each has a workbench of its own. */
abstract class AtAWorkbench {

    @TempDir
    Path folder;

    Workbench bench;

    @BeforeEach
    void makeBench() throws IOException {
        bench = new Workbench(folder);
    }
}
