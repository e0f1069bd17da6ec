package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.port.account.InheritedProfile;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.StoreConfig;

class EnvironmentSourceTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String CLOUD = "https://api.wandb.ai";
    private static final String OWN_SERVER = "https://wandb.example.com";

    @Test
    void isCalledEnvironmentAndKeepsNothingSecret() {
        EnvironmentSourceProvider provider = new EnvironmentSourceProvider();
        CredentialSource source = provider.open(Given.environment(HERE, Map.of()), StoreConfig.EMPTY);

        assertEquals("environment", provider.id().value());
        assertEquals(Protection.PLAINTEXT, source.protection());
    }

    @Test
    void aKeyThatExecHasSetIsForItsProfileOnly() {
        Map<String, String> works = Map.of("WANDB_API_KEY", Given.KEY, "_WANDB_LOGIN_KEY_PROFILE", "work");
        Map<String, String> ours = Map.of("WANDB_API_KEY", Given.KEY, "_WANDB_LOGIN_KEY_PROFILE", "default");

        Outcome.Skipped skipped = assertInstanceOf(
                Outcome.Skipped.class, Given.found(HERE, works, CLOUD).outcome());
        assertEquals(
                "wandb auth exec has set it for the profile work only.",
                skipped.rule().statement());
        assertInstanceOf(Outcome.Found.class, Given.found(HERE, ours, CLOUD).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "default, https://api.wandb.ai,             true",
        "default, https://api.forge.coreweave.com,  true",
        "default, https://wandb.example.com,        false",
        "work,    https://api.wandb.ai,             false"
    })
    void aKeyThatExecHasSetIsForItsAccountOnly(String profile, String server, boolean isUsed) {
        Account account = new Account(Host.parse(server), new Profile(profile));
        Map<String, String> variables = Map.of(
                "WANDB_API_KEY",
                Given.KEY,
                "_WANDB_LOGIN_KEY_PROFILE",
                InheritedProfile.mark(account, ApiKey.parse(Given.KEY)));

        assertEquals(isUsed, Given.found(HERE, variables, CLOUD).outcome() instanceof Outcome.Found);
    }

    @Test
    void aKeyThatTheUserPutsInThePlaceOfExecsIsForEveryProfile() {
        Account work = new Account(Host.PUBLIC_CLOUD, new Profile("work"));
        Map<String, String> variables = Map.of(
                "WANDB_API_KEY",
                Given.KEY,
                "_WANDB_LOGIN_KEY_PROFILE",
                InheritedProfile.mark(work, ApiKey.parse("f".repeat(40))));

        assertInstanceOf(
                Outcome.Found.class, Given.found(HERE, variables, CLOUD).outcome());
    }

    @Test
    void bothCredentialsAreSkippedForAnotherServerThanTheirs() {
        Map<String, String> variables =
                Map.of("WANDB_API_KEY", Given.KEY, "WANDB_IDENTITY_TOKEN_FILE", "token", "WANDB_BASE_URL", OWN_SERVER);

        assertInstanceOf(
                Outcome.Skipped.class, Given.found(HERE, variables, CLOUD).outcome());
    }

    @Test
    void whatOnlyLooksLikeOurVariableTiesNoKey() {
        Map<String, String> variables = Map.of("WANDB_API_KEY", Given.KEY, "_WANDB_LOGIN_KEY_PROFILE", "-x");

        assertInstanceOf(
                Outcome.Found.class, Given.found(HERE, variables, CLOUD).outcome());
    }

    @Test
    void hasNothingWhereNoVariableIsSet() {
        Finding finding = Given.found(HERE, Map.of(), CLOUD);

        assertEquals(new Outcome.Absent(), finding.outcome());
        assertEquals(new Location.Variable("WANDB_API_KEY"), finding.location());
    }

    @ParameterizedTest
    @ValueSource(strings = {"WANDB_API_KEY", "WANDB_IDENTITY_TOKEN_FILE"})
    void takesAnEmptyVariableAsNotSet(String variable) {
        assertEquals(
                new Outcome.Absent(),
                Given.found(HERE, Map.of(variable, ""), CLOUD).outcome());
    }

    @Test
    void takesAnEmptyTokenFileBesideAKeyAsNotSet() {
        Map<String, String> variables = Map.of("WANDB_API_KEY", Given.KEY, "WANDB_IDENTITY_TOKEN_FILE", "");

        assertInstanceOf(
                Outcome.Found.class, Given.found(HERE, variables, CLOUD).outcome());
    }

    @Test
    void findsTheKey() {
        Finding finding = Given.found(HERE, Map.of("WANDB_API_KEY", Given.KEY), CLOUD);

        Outcome.Found found = assertInstanceOf(Outcome.Found.class, finding.outcome());
        assertEquals(ApiKey.parse(Given.KEY), found.credential());
        assertEquals(new Location.Variable("WANDB_API_KEY"), finding.location());
    }

    @ParameterizedTest
    @ValueSource(strings = {" KEY", "KEY\r\n", "\"KEY\"", "\ufeffKEY", "\u00a0'KEY' "})
    void takesTheKeyOutOfWhatCopyingAddsAroundIt(String value) {
        Finding finding = Given.found(HERE, Map.of("WANDB_API_KEY", value.replace("KEY", Given.KEY)), CLOUD);

        assertEquals(
                ApiKey.parse(Given.KEY),
                assertInstanceOf(Outcome.Found.class, finding.outcome()).credential());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"topsecret", "topsecret 0123456789012345678901234567890123456789", " ", "topsecret\n"})
    void cannotUseAnInvalidKeyAndDoesNotQuoteIt(String text) {
        Finding finding = Given.found(HERE, Map.of("WANDB_API_KEY", text), CLOUD);

        String reason = Given.reasonOf(finding).toString();
        assertFalse(reason.contains("topsecret"), reason);
        assertTrue(reason.startsWith("The API key "), reason);
        assertTrue(reason.endsWith("Correct or unset WANDB_API_KEY."), reason);
    }

    @Test
    void cannotTellWhichCredentialCountsWhereBothVariablesAreSet() {
        Map<String, String> variables = Map.of("WANDB_API_KEY", Given.KEY, "WANDB_IDENTITY_TOKEN_FILE", "token");

        Finding finding = Given.found(HERE, variables, CLOUD);

        assertEquals("WANDB_API_KEY", finding.location().text());
        assertEquals(Messages.keyAndTokenFile(), Given.reasonOf(finding));
    }

    @Test
    void usesTheKeyForTheServerOfTheVariableForServers() {
        assertInstanceOf(Outcome.Found.class, withBaseUrl(OWN_SERVER, OWN_SERVER));
    }

    @Test
    void usesTheKeyForTheSameServerWrittenInAnotherWay() {
        assertInstanceOf(Outcome.Found.class, withBaseUrl("HTTPS://WANDB.Example.Com/", OWN_SERVER));
    }

    @Test
    void skipsAKeyForAnotherServerAndNamesThatServer() {
        Outcome.Skipped skipped =
                assertInstanceOf(Outcome.Skipped.class, withBaseUrl(OWN_SERVER, "https://other.example.com"));

        assertEquals(
                Messages.onlyForServerOfVariable(Host.parse(OWN_SERVER)),
                skipped.rule().statement());
    }

    @Test
    void skipsATokenForAnotherServerAndTellsWhichVariable() {
        Map<String, String> variables = Map.of("WANDB_IDENTITY_TOKEN_FILE", "token", "WANDB_BASE_URL", OWN_SERVER);

        Finding finding = Given.found(HERE, variables, CLOUD);

        assertInstanceOf(Outcome.Skipped.class, finding.outcome());
        assertEquals("WANDB_IDENTITY_TOKEN_FILE", finding.location().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.wandb.ai",
                "https://api.forge.coreweave.com",
                "https://forge.coreweave.com/api/wandb"
            })
    void usesTheKeyForThePublicCloudUnderEachOfItsNames(String name) {
        assertInstanceOf(Outcome.Found.class, withBaseUrl(name, CLOUD));
        assertInstanceOf(Outcome.Found.class, withBaseUrl(CLOUD, name));
    }

    @Test
    void cannotUseTheKeyWhereTheVariableForServersNamesNone() {
        Map<String, String> variables = Map.of("WANDB_API_KEY", Given.KEY, "WANDB_BASE_URL", "wandb.example.com");

        Finding finding = Given.found(HERE, variables, OWN_SERVER);

        String reason = Given.reasonOf(finding).toString();
        assertTrue(reason.contains("WANDB_BASE_URL, which is not a valid address: 'wandb.example.com'"), reason);
        assertTrue(reason.endsWith("Correct or unset WANDB_BASE_URL."), reason);
    }

    @Test
    void doesNotMindAnInvalidServerWhereNoCredentialIsSet() {
        assertEquals(
                new Outcome.Absent(),
                Given.found(HERE, Map.of("WANDB_BASE_URL", "nonsense"), CLOUD).outcome());
    }

    private static Outcome withBaseUrl(String baseUrl, String host) {
        Map<String, String> variables = Map.of("WANDB_API_KEY", Given.KEY, "WANDB_BASE_URL", baseUrl);
        return Given.found(HERE, variables, host).outcome();
    }
}
