package wandb.auth.app.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.app.Given;
import wandb.auth.app.GivenSettings;
import wandb.auth.app.Messages;
import wandb.auth.app.lookup.SdkChoice.Difference;
import wandb.auth.app.lookup.SdkChoice.SdkUse;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.sdk.SdkNetrc;
import wandb.auth.domain.port.sdk.SdkSettings;

/** Whether the Python SDK uses another key than the one that a lookup decides on. */
class SdkChoiceTest {

    private static final Location SETTINGS = new Location.Place("the settings");
    private static final Location NETRC = new Location.Place("the netrc file");
    private static final Location SECOND = new Location.Place("the second entry");
    private static final Account ON_THE_CLOUD = new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT);
    private static final SdkSettings REJECTED = new GivenSettings(
            GivenSettings.NONE.server(),
            Optional.empty(),
            Optional.of(new Complaint(SETTINGS, new Reason("It is unknown.", "Remove it."))));
    private static final String REMARK = "The entries hold different keys.";

    private Optional<SdkNetrc.Taken> taken = Optional.empty();
    private int reads;

    @ParameterizedTest
    @ValueSource(strings = {"workspace-settings", "system-settings"})
    void isAnotherWhereASettingsFileDecidesAndNetrcHasAnother(String source) {
        taken = Optional.of(new SdkNetrc.Taken(NETRC, Given.OTHER_KEY, Optional.empty()));

        Difference difference = ofSettings(source, Given.account()).orElseThrow();

        assertEquals(NETRC, difference.location());
        assertTrue(difference.isOf(Given.OTHER_KEY));
        assertEquals(Messages.sdkUsesAnotherKey(NETRC), difference.text());
    }

    @Test
    void isTheSameWhereNetrcHasTheSame() {
        taken = Optional.of(new SdkNetrc.Taken(NETRC, Given.KEY, Optional.of(SECOND)));

        assertEquals(Optional.empty(), ofSettings("system-settings", Given.account()));
    }

    @Test
    void isTheSameWhereNetrcHasNone() {
        assertEquals(Optional.empty(), ofSettings("system-settings", Given.account()));
    }

    @Test
    void isNotAskedForWhereTheEnvironmentOrAnotherStoreDecides() {
        taken = Optional.of(new SdkNetrc.Taken(NETRC, Given.OTHER_KEY, Optional.empty()));

        for (String source : List.of("environment", "keyring")) {
            assertEquals(Optional.empty(), of(source, Given.found(Given.KEY), ON_THE_CLOUD, REMARK));
        }
        assertEquals(0, reads);
    }

    @Test
    void isNotAskedForWhereNothingIsFound() {
        assertEquals(Optional.empty(), of("system-settings", Given.unusable(), ON_THE_CLOUD, REMARK));
        assertEquals(Optional.empty(), of("system-settings", Given.foundIdentityToken(), ON_THE_CLOUD, REMARK));
        assertEquals(0, reads);
    }

    @Test
    void isNotAskedForWhereAProfileIsNamedWhichNoSdkKnows() {
        taken = Optional.of(new SdkNetrc.Taken(NETRC, Given.OTHER_KEY, Optional.empty()));

        assertEquals(Optional.empty(), ofSettings("system-settings", new Account(Given.HOST, new Profile("work"))));
        assertEquals(0, reads);
    }

    @Test
    void dependsOnTheVersionWhereTheCloudsTwoNamesDisagree() {
        taken = Optional.of(new SdkNetrc.Taken(NETRC, Given.KEY, Optional.of(SECOND)));

        Difference difference =
                of("netrc", Given.found(Given.KEY), ON_THE_CLOUD, REMARK).orElseThrow();

        assertFalse(difference.isUsed());
        assertFalse(difference.isOf(Given.KEY));
        assertEquals(Messages.sdksDifferOnKey(SECOND), difference.text());
    }

    @Test
    void isNotReadAgainFromANetrcFileThatNothingIsWrongWith() {
        taken = Optional.of(new SdkNetrc.Taken(NETRC, Given.OTHER_KEY, Optional.of(SECOND)));

        assertEquals(Optional.empty(), of("netrc", Given.found(Given.KEY), ON_THE_CLOUD));
        assertEquals(Optional.empty(), of("netrc", Given.found(Given.KEY), Given.account()));
        assertEquals(0, reads);
    }

    /** As where another profile is active, on any server. */
    @Test
    void isReadAgainFromANetrcFileWithARemark() {
        taken = Optional.of(new SdkNetrc.Taken(NETRC, Given.OTHER_KEY, Optional.empty()));

        Difference difference =
                of("netrc", Given.found(Given.KEY), Given.account(), REMARK).orElseThrow();

        assertTrue(difference.isOf(Given.OTHER_KEY));
    }

    /** What stands in the variable, and which key the SDK then uses. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"KEY, SAME", "|KEY |, NONE", "\"KEY\", NONE", "\ufeffKEY, NONE"})
    void isNoneWhereTheVariableHoldsMoreThanTheKey(String variable, SdkUse use) {
        Step used = step("environment", Given.found(Given.KEY));
        Map<String, String> variables = Map.of("WANDB_API_KEY", variable.replace("KEY", Given.KEY.reveal()));

        assertEquals(use, choice(variables, true).use(used, account(HostOrigin.DEFAULT), Optional.empty()));
    }

    /** The SDK goes on without the settings files, so to its default server. */
    @ParameterizedTest
    @ValueSource(strings = {"environment", "system-settings", "netrc", "keyring"})
    void isNoneWhereTheServerIsOfASettingsFileThatTheSdkDoesNotRead(String source) {
        Step used = step(source, Given.found(Given.KEY));
        taken = Optional.of(new SdkNetrc.Taken(NETRC, Given.KEY, Optional.empty()));

        for (HostOrigin origin : List.of(HostOrigin.WORKSPACE_SETTINGS, HostOrigin.SYSTEM_SETTINGS)) {
            assertEquals(SdkUse.NONE, choice(Map.of(), false).use(used, account(origin), Optional.empty()));
        }
    }

    @Test
    void isNoneWhereTheKeyIsOfASettingsFileThatTheSdkDoesNotRead() {
        Step used = step("system-settings", Given.found(Given.KEY));

        assertEquals(SdkUse.NONE, choice(Map.of(), false).use(used, account(HostOrigin.DEFAULT), Optional.empty()));
        assertEquals(
                SdkUse.SAME_SINCE_0_31,
                choice(Map.of(), true).use(used, account(HostOrigin.DEFAULT), Optional.empty()));
    }

    private static AccountChoice account(HostOrigin origin) {
        return new AccountChoice(new HostChoice(Given.HOST, origin, Optional.empty()), ProfileChoice.NONE);
    }

    private Optional<Difference> ofSettings(String source, Account account) {
        return of(source, Given.found(Given.KEY), account);
    }

    private Optional<Difference> of(String source, Outcome outcome, Account account, String... remarks) {
        return choice(Map.of(), true).from(step(source, outcome, remarks), account);
    }

    private static Step step(String source, Outcome outcome, String... remarks) {
        return new Step(new SourceId(source), Protection.PLAINTEXT, new Finding(SETTINGS, outcome, List.of(remarks)));
    }

    private SdkChoice choice(Map<String, String> variables, boolean readsSettings) {
        return new SdkChoice(
                () -> (environment, host) -> {
                    reads++;
                    return taken;
                },
                List.of(new SourceId("workspace-settings"), new SourceId("system-settings")),
                () -> readsSettings ? GivenSettings.NONE : REJECTED,
                new Environment(variables, Optional.empty(), Path.of("/"), OperatingSystem.LINUX, Terminal.NONE));
    }
}
