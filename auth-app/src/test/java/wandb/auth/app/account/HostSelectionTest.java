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
import wandb.auth.app.account.HostSelection.Selected;
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
    private static final Location LINE = new Location.File(Path.of("settings"), 2);
    private static final Reason BROKEN = new Reason("It is broken.", "Fix it.");

    @Test
    void isThePublicCloudWhereNothingIsSaid() {
        assertEquals(
                new HostChoice(Host.PUBLIC_CLOUD, HostOrigin.DEFAULT, Optional.empty()),
                chosen(withoutSettings(), new HostRequest.AsConfigured()));
    }

    @Test
    void isTheConfiguredServerAndTellsWhereItIsConfigured() {
        assertEquals(
                new HostChoice(Given.HOST, HostOrigin.VARIABLE, Optional.of(VARIABLE)),
                chosen(withVariable("https://wandb.example.com"), new HostRequest.AsConfigured()));
    }

    @Test
    void isThePublicCloudOnRequestWhateverIsConfigured() {
        assertEquals(
                new HostChoice(Host.PUBLIC_CLOUD, HostOrigin.CLOUD_OPTION, Optional.empty()),
                chosen(withVariable("https://wandb.example.com"), new HostRequest.PublicCloud()));
    }

    @Test
    void isTheRequestedServerWhateverIsConfigured() {
        assertEquals(
                new HostChoice(Host.parse("http://localhost:8080"), HostOrigin.OPTION, Optional.empty()),
                chosen(withVariable("https://wandb.example.com"), new HostRequest.Address("http://localhost:8080")));
    }

    @Test
    void doesNotJudgeTheConfiguredAddressWhereAnotherIsRequested() {
        assertEquals(
                Given.HOST,
                chosen(withVariable("no address"), new HostRequest.Address("https://wandb.example.com"))
                        .host());
    }

    @Test
    void saysWhatIsWrongWithARequestedAddressAndHowOneLooks() {
        String message = invalid(withoutSettings(), new HostRequest.Address("wandb.example.com"));

        assertTrue(message.contains("'wandb.example.com' is not a server address"), message);
        assertTrue(message.endsWith(" " + Messages.GIVE_API_ADDRESS), message);
    }

    @Test
    void saysWhereAnInvalidConfiguredAddressIsWritten() {
        String message = invalid(withVariable("ftp://x"), new HostRequest.AsConfigured());

        assertTrue(message.startsWith("WANDB_BASE_URL: 'ftp://x' is not a server address"), message);
    }

    @Test
    void saysWhichLineOfAFileHoldsAnInvalidAddress() {
        Parsed<Optional<ConfiguredAddress>> settings = configured("ftp://x", HostOrigin.SYSTEM_SETTINGS, LINE);

        String message = invalid(settings, new HostRequest.AsConfigured());

        assertTrue(message.startsWith("settings:2: "), message);
    }

    @Test
    void isUnknownWhereAFileThatMayNameTheServerCannotBeRead() {
        String message = invalid(unreadable(), new HostRequest.AsConfigured());

        assertEquals(Messages.unknownServer(LINE, BROKEN).toString(), message);
    }

    @Test
    void isTheRequestedServerThoughAFileThatMayNameAnotherCannotBeRead() {
        assertEquals(
                Given.HOST,
                chosen(unreadable(), new HostRequest.Address(Given.HOST.url())).host());
    }

    @Test
    void isNamedByTheFileThatAProgramHasReadItFrom() {
        Location file = new Location.File(Path.of("wandb/settings"), 2);
        Parsed<Optional<ConfiguredAddress>> settings =
                configured(Given.HOST.url(), HostOrigin.WORKSPACE_SETTINGS, file);

        assertEquals(
                new HostChoice(Given.HOST, HostOrigin.WORKSPACE_SETTINGS, Optional.of(file)),
                chosen(settings, new HostRequest.OfProgram(Given.HOST.url())));
    }

    @Test
    void isNamedByAProgramAloneWhereNothingElseNamesIt() {
        HostChoice asked = new HostChoice(Given.HOST, HostOrigin.PROGRAM, Optional.empty());

        assertEquals(asked, chosen(withoutSettings(), new HostRequest.OfProgram(Given.HOST.url())));
        assertEquals(asked, chosen(unreadable(), new HostRequest.OfProgram(Given.HOST.url())));
    }

    @Test
    void isThePublicCloudByEitherOfItsNamesForAProgram() {
        Host second = Host.parse("https://api.forge.coreweave.com");

        assertEquals(
                new HostChoice(second, HostOrigin.DEFAULT, Optional.empty()),
                chosen(withoutSettings(), new HostRequest.OfProgram(second.url())));
    }

    @Test
    void doesNotQuoteAKeyThatWasGivenInPlaceOfAnAddress() {
        String message = invalid(withoutSettings(), new HostRequest.Address(Given.KEY.reveal()));

        assertFalse(message.contains("aaaa"), message);
    }

    private static HostChoice chosen(Parsed<Optional<ConfiguredAddress>> settings, HostRequest request) {
        return assertInstanceOf(Selected.Chosen.class, select(settings, request))
                .choice();
    }

    private static String invalid(Parsed<Optional<ConfiguredAddress>> settings, HostRequest request) {
        return assertInstanceOf(Selected.Invalid.class, select(settings, request))
                .reason()
                .toString();
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

        private static HostChoice selected(GivenSettings settings) {
            Selected selected = new HostSelection(
                            () -> settings, Optional.of(new Configured<>(POLICYS, Optional.of(RULE))))
                    .select(new HostRequest.AsConfigured());
            return assertInstanceOf(Selected.Chosen.class, selected).choice();
        }
    }

    private static Selected select(Parsed<Optional<ConfiguredAddress>> settings, HostRequest request) {
        return new HostSelection(() -> new GivenSettings(settings, Optional.empty()), Optional.empty()).select(request);
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
