package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/** Where the working directory is gone, a relative name would be one in the root of the file system. */
class MainTest {

    @ParameterizedTest
    @CsvSource({
        "NETRC, my.netrc, gone, NETRC",
        "WANDB_CONFIG_DIR, ./config, gone, WANDB_CONFIG_DIR",
        "HOME, home, gone, HOME",
        "WANDB_IDENTITY_TOKEN_FILE, token, gone, WANDB_IDENTITY_TOKEN_FILE",
        "WANDB_CREDENTIALS_FILE, c.json, gone, WANDB_CREDENTIALS_FILE",
        "NETRC, /my.netrc, gone,",
        "NETRC, ~/my.netrc, gone,",
        "PAGER, less, gone,",
        "NETRC, my.netrc, '',",
    })
    void theFirstVariableWithARelativeNameIsTold(String variable, String value, String folder, String told) {
        Environment environment = new Environment(
                Map.of(variable, value), Optional.empty(), Path.of("/"), OperatingSystem.LINUX, Terminal.NONE);
        assertEquals(Optional.ofNullable(told), Main.relativeName(environment, folder));
    }
}
