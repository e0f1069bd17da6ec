package wandb.auth.app.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.app.Given;
import wandb.auth.app.lookup.SdkChoice.Difference;
import wandb.auth.domain.Account;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.sdk.SdkNetrc;

/** Whether the Python SDK uses another key than the one that a lookup decides on. */
class SdkChoiceTest {

    private static final Location SETTINGS = new Location.Place("the settings");
    private static final Location NETRC = new Location.Place("the netrc file");
    private static final Location SECOND = new Location.Place("the second entry");
    private static final Account ON_THE_CLOUD = new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT);
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
        assertEquals(
                "The Python SDK by itself uses another key: for it, the netrc file comes first.", difference.text());
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
        assertEquals(
                "Another key for this server is in the second entry: versions of the Python SDK differ on which of the"
                        + " two they use.",
                difference.text());
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

    private Optional<Difference> ofSettings(String source, Account account) {
        return of(source, Given.found(Given.KEY), account);
    }

    private Optional<Difference> of(String source, Outcome outcome, Account account, String... remarks) {
        SdkChoice choice = new SdkChoice(
                () -> (environment, host) -> {
                    reads++;
                    return taken;
                },
                List.of(new SourceId("workspace-settings"), new SourceId("system-settings")),
                Given.environment());
        Finding finding = new Finding(SETTINGS, outcome, List.of(remarks));
        return choice.from(new Step(new SourceId(source), Protection.PLAINTEXT, finding), account);
    }
}
