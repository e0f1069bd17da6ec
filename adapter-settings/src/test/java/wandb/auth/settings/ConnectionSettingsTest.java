package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings say of the way to servers. */
class ConnectionSettingsTest {

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithoutFiles() throws IOException {
        machine = Machine.in(folder);
    }

    @Test
    void theUsersFileStandsForTheVariablesOfTheSdk() throws IOException {
        machine.system("""
                [default]
                https_proxy = http://proxy:3128
                http_proxy = http://plain:3128
                x_extra_http_headers = {"X-Gateway": "a"}
                credentials_file = /run/tokens.json
                entity = vision
                """);
        assertEquals(
                Map.of(
                        "WANDB_HTTPS_PROXY", "http://proxy:3128",
                        "WANDB_HTTP_PROXY", "http://plain:3128",
                        "WANDB_X_EXTRA_HTTP_HEADERS", "{\"X-Gateway\": \"a\"}",
                        "WANDB_CREDENTIALS_FILE", "/run/tokens.json"),
                machine.settings(Map.of()).connection());
    }

    @Test
    void aWorkspacesFileLeadsNothingElsewhere() throws IOException {
        machine.workspace("[default]\nhttps_proxy = http://proxy:3128\ncredentials_file = tokens.json\n");
        assertEquals(Map.of(), machine.settings(Map.of()).connection());
    }

    @Test
    void anOptionWithoutAValueSaysNothing() throws IOException {
        machine.system("[default]\nhttps_proxy =\n");
        assertEquals(Map.of(), machine.settings(Map.of()).connection());
    }

    @Test
    void aBrokenFileSaysNothing() throws IOException {
        machine.system("https_proxy = http://proxy:3128\n");
        assertEquals(Map.of(), machine.settings(Map.of()).connection());
    }
}
