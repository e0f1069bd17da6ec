package wandb.auth.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;

/** A server that is typed without the scheme of its address. */
class HostOptionTest {

    private final CommandLineFixture line = new CommandLineFixture();

    @ParameterizedTest
    @CsvSource({
        "--host, wandb.example.com, https://wandb.example.com",
        "--base-url, wandb.example.com, https://wandb.example.com",
        "--host, wandb.example.com:8443, https://wandb.example.com:8443",
        "--host, WandB.Example.com, https://wandb.example.com",
        "--host, wandb.example.com/, https://wandb.example.com",
        "--host, example.com/wandb, https://example.com/wandb",
        "--host, api.wandb.ai, https://api.wandb.ai",
        "--host, 10.example.com, https://10.example.com"
    })
    void isReachedByHttpsWhereItsNameHasADot(String option, String typed, String server) {
        Result result = line.run("status", option, typed);

        assertTrue(result.out().startsWith("Server    " + server + " (--host)\n"), result.out());
        assertTrue(
                result.err().startsWith("wandb: " + Messages.hostOptionMeans(typed, "https://" + typed) + "\n"),
                result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example.com", "no address"})
    void countsWhateverIsConfigured(String configured) {
        line.variable("WANDB_BASE_URL", configured);

        Result host = line.run("status", "--host", "https://wandb.example.com");
        Result cloud = line.run("status", "--cloud");

        assertTrue(host.out().startsWith("Server    https://wandb.example.com (--host)\n"), host.out());
        assertTrue(cloud.out().startsWith("Server    https://api.wandb.ai (--cloud)\n"), cloud.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "app.localhost",
                "127.0.0.1",
                "127.0.0.1:8080",
                "192.168.1.5",
                "[::1]:8080",
                "wandb",
                "wandb:8080",
                "localhost."
            })
    void isAskedForInBothFormsWhereNothingTellsWhichIsMeant(String typed) {
        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR " + Messages.hostOptionWithoutScheme(typed) + "\n"),
                line.run("login", "--host", typed, KEY));
        assertEquals(List.of(), line.store().savedFor());
    }

    @ParameterizedTest
    @CsvSource({
        "wandb.ai, https://api.wandb.ai",
        "app.wandb.ai, https://api.wandb.ai",
        "forge.coreweave.com, https://api.forge.coreweave.com"
    })
    void isToldTheAddressOfTheApiWhereTheWebPagesAreNamed(String typed, String server) {
        assertTrue(line.run("login", "--host", typed, KEY).err().contains("did you mean " + server + "?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wandb.ai", "user@wandb.example.com", "wandb.example.com?x=1", "ftp://wandb.example.com", ""})
    void isRefusedAsBeforeWhereNoSchemeWouldMakeItAnAddress(String typed) {
        Result result = line.run("login", "--host", typed, KEY);

        assertEquals(ExitCode.FAILED, result.exitCode());
        assertTrue(result.err().contains("wandb: ERROR --host: "), result.err());
        assertFalse(result.err().contains("Type one of"), result.err());
        assertEquals(List.of(), line.store().savedFor());
    }

    @Test
    void isNotShownWhereItMayBeAKey() {
        Result result = line.run("login", "--host", KEY);

        assertEquals(ExitCode.FAILED, result.exitCode());
        assertFalse(result.err().contains(KEY.substring(0, 8)), result.err());
    }

    @Test
    void mustHaveItsSchemeInAVariableWhichTheSdkReadsToo() {
        Result result = line.variable("WANDB_BASE_URL", "wandb.example.com").run("status");

        assertEquals(ExitCode.FAILED, result.exitCode());
        assertTrue(result.err().contains("it must start with https://"), result.err());
    }
}
