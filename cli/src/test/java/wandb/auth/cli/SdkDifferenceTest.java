package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.sdk.SdkNetrc;

/** A settings file and the netrc file hold different keys: the documented order takes the one, the Python SDK the other. */
class SdkDifferenceTest {

    private static final Location NETRC = new Location.Place("the netrc file");
    private static final String WARNING =
            "wandb: WARNING The Python SDK by itself uses another key: for it, the netrc file" + " comes first.\n";

    private static final Complaint REJECTED =
            new Complaint(FakeAdapters.SETTINGS, new Reason("The Python SDK does not know it.", "Take it out."));

    private final CommandLineFixture line = new CommandLineFixture();

    @ParameterizedTest
    @ValueSource(strings = {"token", "exec-environment"})
    void isSaidOnStandardErrorToWhoeverGetsTheKey(String command) {
        differ();

        Result result = line.run("auth", command);

        assertEquals(ExitCode.DONE, result.exitCode());
        assertTrue(result.out().contains(KEY), result.out());
        assertFalse(result.out().contains(OTHER_KEY), result.out());
        assertEquals(WARNING, result.err());
    }

    @Test
    void isSaidByALoginThatFindsAKey() {
        differ();

        assertTrue(line.run("login").err().contains(WARNING));
    }

    @Test
    void isSaidByALoginWhoseKeyTheSdkUsesAndWeDoNot() {
        differ();

        String err = line.run("login", OTHER_KEY).err();

        assertTrue(err.contains(Messages.loginKeyBehindAnotherButNotForSdk(FakeAdapters.SETTINGS) + "\n"), err);
    }

    @Test
    void isSaidByTheStatus() {
        differ();

        String text = line.run("status").out();
        assertTrue(
                text.contains(
                        "\nSDK       The Python SDK by itself uses another key: for it, the netrc file comes first.\n"),
                text);
        String json = line.run("status", "--json").out();
        assertTrue(json.contains("\"sdk_differs\":true,\"sdk_location\":{\"place\":\"the netrc file\"},"), json);
    }

    @Test
    void isNotSaidWhereBothUseTheSame() {
        settingsGive(KEY);
        line.adapters().sdkTakes(new SdkNetrc.Taken(NETRC, ApiKey.parse(KEY), Optional.empty()));

        assertEquals("", line.run("auth", "token").err());
        assertFalse(line.run("login").err().contains("Python SDK"));
        assertFalse(line.run("status").out().contains("Python SDK"));
        assertTrue(line.run("status", "--json").out().contains("\"sdk_differs\":false,\"sdk_location\":null,"));
    }

    @Test
    void isSaidWhereTheSdkReadsNoSettingsFileAndTheServerIsOfOne() {
        line.adapters().sdkRejects(REJECTED);

        String warning = "wandb: WARNING the settings: The Python SDK does not know it. Take it out.\n";
        assertTrue(line.run("login", "--host", "https://wandb.example.com", KEY)
                .err()
                .contains(warning));
        String err = line.run("login", KEY).err();
        assertTrue(err.contains(warning), "the server is of the settings from now on");
        assertTrue(err.endsWith(", with the key in netrc. To see what is used: wandb status\n"), err);
        assertTrue(line.run("login").err().contains(warning));
        String status = line.run("status").out();
        assertTrue(status.contains("\nSDK       does not find this key by itself; "), status);
    }

    @Test
    void isNotSaidWhereTheServerIsTheSdksOwnOrAVariables() {
        line.adapters().sdkRejects(REJECTED);

        assertFalse(line.run("login", KEY).err().contains("WARNING"));
        assertFalse(line.run("login", "--cloud", KEY).err().contains("WARNING"));
        line.variable("WANDB_BASE_URL", "https://wandb.example.com");
        assertFalse(line.run("login", KEY).err().contains("WARNING"));
    }

    /** The entry of netrc in which the key was saved, what the SDK finds there, and how a login ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The file was created.                  | same    | The Python SDK uses it too. To check: wandb status",
                "The Python SDK does not find it there. | another | Programs that use the Python SDK get this key with: wandb auth exec -- PROGRAM",
                "The Python SDK does not find it there. | nothing | Programs that use the Python SDK get this key with: wandb auth exec -- PROGRAM"
            })
    void isRespectedByTheLineThatEndsALogin(String remark, String found, String end) {
        line.store().remarksOnASave(remark);
        if (!found.equals("nothing")) {
            ApiKey key = ApiKey.parse(found.equals("same") ? KEY : OTHER_KEY);
            line.adapters().sdkTakes(new SdkNetrc.Taken(NETRC, key, Optional.empty()));
        }

        String err = line.run("login", KEY).err();

        assertTrue(err.endsWith(", with the key in netrc. " + end + "\n"), err);
    }

    /** On any server, not only on the public cloud. */
    @Test
    void isSaidWhereAnotherProfileIsActive() {
        line.variable("WANDB_BASE_URL", "https://wandb.example.com");
        line.store().gives(new Outcome.Found(ApiKey.parse(KEY), Revision.of(KEY)), "The Python SDK finds another key.");
        line.adapters().sdkTakes(new SdkNetrc.Taken(NETRC, ApiKey.parse(OTHER_KEY), Optional.empty()));

        assertEquals(WARNING, line.run("auth", "token").err());
        String text = line.run("status").out();
        assertTrue(text.contains("\nSDK       " + WARNING.substring("wandb: WARNING ".length())), text);
    }

    private void differ() {
        settingsGive(KEY);
        line.adapters().sdkTakes(new SdkNetrc.Taken(NETRC, ApiKey.parse(OTHER_KEY), Optional.empty()));
    }

    private void settingsGive(String key) {
        line.adapters()
                .settingsGive(
                        new Finding(FakeAdapters.SETTINGS, new Outcome.Found(ApiKey.parse(key), Revision.of(key))));
    }
}
