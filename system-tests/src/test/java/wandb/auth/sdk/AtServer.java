package wandb.auth.sdk;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.server.OpenWandb;

/** What tests at a real server start with: a folder of their own, and one server for all of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtServer {

    @TempDir
    Path folder;

    OpenWandb server;

    /** The SDK that the tests use, if they use one. */
    Sdk sdk() {
        return Sdk.PINNED;
    }

    @BeforeAll
    void startTheServer(@TempDir Path its) throws Exception {
        server = OpenWandb.start(its);
    }

    @AfterAll
    void stopTheServer() {
        if (server != null) {
            server.close();
        }
    }
}
