package wandb.auth.domain.port.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileOrigin;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;

class ConfigurationTest {

    private static final Host HOST = Host.parse("https://wandb.example.com");
    private static final Account ACCOUNT = new Account(HOST, Profile.DEFAULT);
    private static final SourceId VAULT = new SourceId("vault");
    private static final SourceId NETRC = ResolutionPolicy.NETRC;
    private static final SavedAccount SAVED = new SavedAccount(ACCOUNT, VAULT, Optional.of("ada"));
    private static final Map<String, String> SETTINGS = Map.of("host", "https://wandb.example.com");
    private static final Map<String, String> FORMER = Map.of("profiles api.wandb.ai", "work");

    private static final Configuration CONFIGURATION = new Configuration(
            new Parsed.Valid<>(ResolutionPolicy.documented().on(Configured.builtIn(HOST))),
            new Parsed.Valid<>(new SavedAccounts(List.of(SAVED))),
            FORMER,
            new Parsed.Valid<>(ProfileChoice.NONE),
            Map.of(VAULT, SETTINGS));

    private static final Configuration UNKNOWN = new Configuration(
            new Parsed.Invalid<>(new Location.Place("auth.ini"), new Reason("It is odd.", "Fix it.")),
            new Parsed.Invalid<>(new Location.Place("auth.ini"), new Reason("It is odd.", "Fix it.")),
            Map.of(),
            new Parsed.Valid<>(ProfileChoice.NONE),
            Map.of());

    @Test
    void tellsTheAccountsThatWereSaved() {
        assertEquals(List.of(SAVED), CONFIGURATION.savedAccounts().all());
        assertEquals(Optional.of(SAVED), CONFIGURATION.saved(ACCOUNT));
        assertEquals(Optional.empty(), CONFIGURATION.saved(new Account(HOST, new Profile("work"))));
    }

    @Test
    void knowsNothingOfAFileThatCannotBeReliedOn() {
        assertEquals(List.of(), UNKNOWN.savedAccounts().all());
        assertEquals(Optional.empty(), UNKNOWN.saved(ACCOUNT));
        assertEquals(Optional.empty(), UNKNOWN.defaultHost());
    }

    @Test
    void tellsTheServerOfWhoNamesNone() {
        assertEquals(Optional.of(HOST), CONFIGURATION.defaultHost().map(Configured::value));
    }

    @Test
    void tellsTheSettingsOfEachStore() {
        assertEquals(SETTINGS, CONFIGURATION.section(VAULT).settings());
        assertEquals(Map.of(), CONFIGURATION.section(new SourceId("keyring")).settings());
        assertEquals(FORMER, CONFIGURATION.section(NETRC).settings());
    }

    @Test
    void tellsWhichStoresAreForAServer() {
        assertEquals(Set.of(VAULT), CONFIGURATION.sectionsNaming(HOST));
        assertEquals(Set.of(), CONFIGURATION.sectionsNaming(Host.PUBLIC_CLOUD));
    }

    @Test
    void canBeChangedInOnePart() {
        Map<String, String> other = Map.of("address", "https://vault.example.com");
        assertEquals(
                other,
                CONFIGURATION.with(VAULT, Optional.of(other)).section(VAULT).settings());
        assertEquals(Map.of(), CONFIGURATION.with(VAULT, Optional.empty()).storeSettings());
        Configuration without = CONFIGURATION.with(new Parsed.Valid<>(new SavedAccounts(List.of())), Map.of());
        assertEquals(Optional.empty(), without.saved(ACCOUNT));
        assertEquals(Map.of(), without.formerSwitches());
        assertEquals(SETTINGS, without.section(VAULT).settings());
    }

    @Test
    void containsAnAccountThatWasNotedWithTheSameStoreAndUser() {
        assertTrue(new ConfigurationChange.NoteAccount(SAVED).isIn(CONFIGURATION));
        assertFalse(new ConfigurationChange.NoteAccount(new SavedAccount(ACCOUNT, NETRC, Optional.of("ada")))
                .isIn(CONFIGURATION));
        assertFalse(new ConfigurationChange.NoteAccount(new SavedAccount(ACCOUNT, VAULT, Optional.empty()))
                .isIn(CONFIGURATION));
        assertFalse(new ConfigurationChange.NoteAccount(SAVED).isIn(UNKNOWN));
    }

    @Test
    void lacksAnAccountThatIsToBeForgottenOnlyIfItIsKnown() {
        Account other = new Account(HOST, new Profile("work"));
        KeyPlace absent = new KeyPlace(other, VAULT);
        assertTrue(new ConfigurationChange.ForgetAccounts(List.of(absent)).isIn(CONFIGURATION));
        assertFalse(new ConfigurationChange.ForgetAccounts(List.of(absent, new KeyPlace(ACCOUNT, VAULT)))
                .isIn(CONFIGURATION));
        assertFalse(new ConfigurationChange.ForgetAccounts(List.of(absent)).isIn(UNKNOWN));
    }

    @Test
    void containsAStoreThatIsSetUpWithTheSameSettings() {
        assertTrue(new ConfigurationChange.AddStore(VAULT, SETTINGS).isIn(CONFIGURATION));
        assertFalse(new ConfigurationChange.AddStore(VAULT, Map.of()).isIn(CONFIGURATION));
        assertFalse(new ConfigurationChange.RemoveStore(VAULT).isIn(CONFIGURATION));
        assertTrue(new ConfigurationChange.RemoveStore(NETRC).isIn(CONFIGURATION));
    }

    @Test
    void lacksWhatTheFirstEditionNotedOnceItIsForgotten() {
        assertFalse(new ConfigurationChange.ForgetFormerSwitches().isIn(CONFIGURATION));
        assertTrue(new ConfigurationChange.ForgetFormerSwitches().isIn(UNKNOWN));
    }

    @Test
    void keepsWhatChoseTheProfile() {
        Parsed<ProfileChoice> chosen = new Parsed.Valid<>(new ProfileChoice(
                new Profile("work"), ProfileOrigin.WORKSPACE_FILE, Optional.of(new Location.Place("a workspace"))));

        assertEquals(chosen, choosing(chosen).profileChoice());
        assertEquals(new Parsed.Valid<>(ProfileChoice.NONE), CONFIGURATION.profileChoice());
    }

    @Test
    void doesNotGoOnWithoutAFileThatMayChooseAProfile() {
        Location place = new Location.Place("a workspace");

        assertEquals(
                new Parsed.Invalid<>(place, new Reason("It is odd.", "Fix it." + Messages.OR_NAME_PROFILE)),
                choosing(new Parsed.Invalid<>(place, new Reason("It is odd.", "Fix it.")))
                        .profileChoice());
    }

    private static Configuration choosing(Parsed<ProfileChoice> profile) {
        return new Configuration(CONFIGURATION.policy(), CONFIGURATION.accounts(), Map.of(), profile, Map.of());
    }
}
