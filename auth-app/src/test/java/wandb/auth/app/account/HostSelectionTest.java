package wandb.auth.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.app.Given;
import wandb.auth.app.GivenSettings;
import wandb.auth.app.Messages;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.sdk.ConfiguredAddress;

class HostSelectionTest {

    private static final Location VARIABLE = new Location.Variable("WANDB_BASE_URL");
    private static final Location OPTION = new Location.Place("--host");
    private static final Location LINE = new Location.File(Path.of("settings"), 2);
    private static final Reason BROKEN = new Reason("It is broken.", "Fix it.");

    @Test
    void isThePublicCloudWhereNothingIsSaid() {
        assertEquals(
                new HostChoice(Host.PUBLIC_CLOUD, HostOrigin.DEFAULT, Optional.empty()),
                valid(selection(withoutSettings()).configured()));
    }

    @Test
    void isTheConfiguredServerAndTellsWhereItIsConfigured() {
        assertEquals(
                new HostChoice(Given.HOST, HostOrigin.VARIABLE, Optional.of(VARIABLE)),
                valid(selection(withVariable("https://wandb.example.com")).configured()));
    }

    @Test
    void isTheServerThatAnOptionNames() {
        assertEquals(
                new HostChoice(Host.parse("http://localhost:8080"), HostOrigin.OPTION, Optional.empty()),
                valid(HostSelection.named("http://localhost:8080", OPTION)));
    }

    @Test
    void saysWhatIsWrongWithARequestedAddressAndHowOneLooks() {
        String message = invalid(HostSelection.named("wandb.example.com", OPTION));

        assertTrue(message.contains("'wandb.example.com' is not a server address"), message);
        assertTrue(message.endsWith(" " + Messages.GIVE_API_ADDRESS), message);
    }

    @Test
    void saysWhereAnInvalidConfiguredAddressIsWritten() {
        String message = invalid(selection(withVariable("ftp://x")).configured());

        assertTrue(message.startsWith("WANDB_BASE_URL: 'ftp://x' is not a server address"), message);
    }

    @Test
    void saysWhichLineOfAFileHoldsAnInvalidAddress() {
        Parsed<Optional<ConfiguredAddress>> settings = configured("ftp://x", HostOrigin.SYSTEM_SETTINGS, LINE);

        String message = invalid(selection(settings).configured());

        assertTrue(message.startsWith("settings:2: "), message);
    }

    @Test
    void isUnknownWhereAFileThatMayNameTheServerCannotBeRead() {
        String message = invalid(selection(unreadable()).configured());

        assertEquals(LINE.text() + ": " + Messages.unknownServer(BROKEN), message);
    }

    @Test
    void isNamedByTheFileThatAProgramHasReadItFrom() {
        Location file = new Location.File(Path.of("wandb/settings"), 2);
        Parsed<Optional<ConfiguredAddress>> settings =
                configured(Given.HOST.url(), HostOrigin.WORKSPACE_SETTINGS, file);

        assertEquals(
                new HostChoice(Given.HOST, HostOrigin.WORKSPACE_SETTINGS, Optional.of(file)),
                valid(selection(settings).ofProgram(Given.HOST.url(), OPTION)));
    }

    @Test
    void isNamedByAProgramAloneWhereNothingElseNamesIt() {
        HostChoice asked = new HostChoice(Given.HOST, HostOrigin.PROGRAM, Optional.empty());

        assertEquals(asked, valid(selection(withoutSettings()).ofProgram(Given.HOST.url(), OPTION)));
        assertEquals(asked, valid(selection(unreadable()).ofProgram(Given.HOST.url(), OPTION)));
    }

    @Test
    void isThePublicCloudByEitherOfItsNamesForAProgram() {
        Host second = Host.parse("https://api.forge.coreweave.com");

        assertEquals(
                new HostChoice(second, HostOrigin.DEFAULT, Optional.empty()),
                valid(selection(withoutSettings()).ofProgram(second.url(), OPTION)));
    }

    @Test
    void doesNotQuoteAKeyThatWasGivenInPlaceOfAnAddress() {
        String message = invalid(HostSelection.named(Given.KEY.reveal(), OPTION));

        assertFalse(message.contains("aaaa"), message);
    }

    private static Object valid(Parsed<HostChoice> server) {
        return assertInstanceOf(Parsed.Valid.class, server).value();
    }

    private static String invalid(Parsed<HostChoice> server) {
        Parsed.Invalid<?> invalid = assertInstanceOf(Parsed.Invalid.class, server);
        return invalid.location().text() + ": " + invalid.reason();
    }

    @Nested
    class UnderAPolicyThatNamesTheServerOfEverybody {

        private static final Location RULE = new Location.File(Path.of("policy"), 3);
        private static final Host POLICYS = Host.parse("https://policy.example.com");

        /** Where the address is named; its origin as the settings tell it; whether the user's settings name one; and the result. */
        @ParameterizedTest
        @CsvSource({
            "https://wandb.example.com,  VARIABLE,           false, VARIABLE",
            "https://wandb.example.com,  SYSTEM_SETTINGS,    true,  SYSTEM_SETTINGS",
            "https://wandb.example.com,  WORKSPACE_SETTINGS, false, WORKSPACE_SETTINGS",
            "https://policy.example.com, WORKSPACE_SETTINGS, false, POLICY",
            "https://policy.example.com, WORKSPACE_SETTINGS, true,  WORKSPACE_SETTINGS",
            "https://api.wandb.ai,       DEFAULT,            false, WORKSPACE_SETTINGS"
        })
        void aServerThatIsNamedCounts(String address, HostOrigin origin, boolean isChosen, HostOrigin counts) {
            Location place = new Location.Place("somewhere");
            Parsed<Optional<ConfiguredAddress>> server =
                    new Parsed.Valid<>(Optional.of(new ConfiguredAddress(address, origin, place)));
            Optional<Host> chosen = isChosen ? Optional.of(Given.HOST) : Optional.empty();

            assertEquals(
                    new HostChoice(Host.parse(address), counts, Optional.of(place)),
                    selected(new GivenSettings(server, chosen)));
        }

        @Test
        void elseThePolicysCounts() {
            assertEquals(
                    new HostChoice(POLICYS, HostOrigin.POLICY, Optional.of(RULE)),
                    selected(new GivenSettings(withoutSettings(), Optional.empty())));
        }

        private static Object selected(GivenSettings settings) {
            return valid(new HostSelection(() -> settings, Optional.of(new Configured<>(POLICYS, Optional.of(RULE))))
                    .configured());
        }
    }

    private static HostSelection selection(Parsed<Optional<ConfiguredAddress>> settings) {
        return new HostSelection(() -> new GivenSettings(settings, Optional.empty()), Optional.empty());
    }

    private static Parsed<Optional<ConfiguredAddress>> unreadable() {
        return new Parsed.Invalid<>(LINE, BROKEN);
    }

    private static Parsed<Optional<ConfiguredAddress>> withoutSettings() {
        return new Parsed.Valid<>(Optional.empty());
    }

    private static Parsed<Optional<ConfiguredAddress>> withVariable(String text) {
        return configured(text, HostOrigin.VARIABLE, VARIABLE);
    }

    private static Parsed<Optional<ConfiguredAddress>> configured(String text, HostOrigin origin, Location location) {
        return new Parsed.Valid<>(Optional.of(new ConfiguredAddress(text, origin, location)));
    }
}
