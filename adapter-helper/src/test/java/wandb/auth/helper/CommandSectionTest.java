package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Location;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProgramFile;

/** What a section {@code [store.command:NAME]} may say, and what is said of one that means nothing. */
class CommandSectionTest extends AtAWorkbench {

    private static final SourceId ID = new SourceId("command:x");
    private static final Map<String, String> STORE = Map.of("command", "true get", "save", "true", "erase", "true");

    private String problem(Map<String, String> base, String... more) {
        Map<String, String> settings = new HashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        StoreLookup.Broken broken = assertInstanceOf(StoreLookup.Broken.class, bench.open("command:x", settings));
        return Given.shown(broken.reason()).problem();
    }

    @Test
    void aSectionThatCanSaveIsAStore() {
        StoreLookup.Opened opened = assertInstanceOf(StoreLookup.Opened.class, bench.open("command:x", STORE));
        assertInstanceOf(CredentialStore.class, opened.source());
    }

    @Test
    void savingAndErasingGoTogether() {
        assertEquals(
                Messages.notOnlyOneOfSaveAndErase(ID, "erase", "save").problem(),
                problem(Map.of("command", "true", "save", "true")));
        assertEquals(
                Messages.notOnlyOneOfSaveAndErase(ID, "save", "erase").problem(),
                problem(Map.of("command", "true", "erase", "true")));
        assertEquals(Messages.noCommand(ID).problem(), problem(Map.of("save", "true", "erase", "true")));
    }

    static Stream<Arguments> whatMeansNothing() {
        return Stream.of(
                arguments("field", "password", Messages.noJsonPointer(ID, "password")),
                arguments("template", "{", Messages.templateIsNoJson(ID)),
                arguments("template", "{} {}", Messages.templateIsNoJson(ID)),
                arguments("template", "{\"a\":\"b\"}", Messages.templateWithoutKey(ID)),
                arguments("template", "{\"{key}\":\"b\"}", Messages.templateWithoutKey(ID)),
                arguments("absent", "0", Messages.noExitCodes(ID, "0", 255)),
                arguments("absent", "256", Messages.noExitCodes(ID, "256", 255)),
                arguments("absent", "none", Messages.noExitCodes(ID, "none", 255)),
                arguments("absent", "1,", Messages.noExitCodes(ID, "1,", 255)),
                arguments("absent", "", Messages.noExitCodes(ID, "", 255)),
                arguments("format", "netrc", Messages.netrcIsOnlyRead(ID)),
                arguments("saves", "true", Messages.unknownSetting(ID, "saves", List.of())));
    }

    @ParameterizedTest
    @MethodSource("whatMeansNothing")
    void aSettingOfAStoreThatMeansNothingIsSaid(String name, String value, Reason said) {
        assertEquals(said.problem(), problem(STORE, name, value));
    }

    @Test
    void settingsThatContradictEachOtherAreSaid() {
        assertEquals(
                Messages.templateWithoutSave(ID).problem(),
                problem(Map.of("command", "true"), "template", "{\"a\":\"{key}\"}"));
        assertEquals(
                Messages.fieldAndFormat(ID).problem(),
                problem(Map.of("command", "true"), "field", "/a", "format", "key"));
        assertEquals(
                Messages.hostBesidePlaceholder(ID).problem(),
                problem(Map.of("command", "true {machine}"), "host", "https://wandb.example.com"));
        assertEquals(
                Messages.profileBesidePlaceholder(ID).problem(),
                problem(Map.of("command", "true {profile}"), "profile", "work"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{host}", "{machine}", "{profile}", "{user}"})
    void whatIsReadIsWhatIsSavedAndErased(String placeholder) {
        String named = "true a/" + placeholder;
        assertEquals(
                Messages.placeholderOnlyInCommand(ID, placeholder, "save").problem(),
                problem(STORE, "command", named, "erase", named));
        assertEquals(
                Messages.placeholderOnlyInCommand(ID, placeholder, "erase").problem(),
                problem(STORE, "command", named, "save", named));
    }

    @Test
    void aTemplateNamesTheItemToo() {
        Map<String, String> settings = Map.of(
                "command", "true {host}",
                "save", "true",
                "erase", "true {host}",
                "template", "{\"item\":\"{host}\",\"password\":\"{key}\"}");
        assertInstanceOf(StoreLookup.Opened.class, bench.open("command:x", settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "save", "erase"})
    void aKeyIsNeverAnArgument(String name) {
        assertEquals(Messages.keyInArguments(ID, name).problem(), problem(STORE, name, "true --secret={key}"));
    }

    @Test
    void aProgramIsNoPlaceForAPlaceholder() {
        assertEquals(Messages.placeholderForProgram(ID, "save").problem(), problem(STORE, "save", "/bin/{user} x"));
    }

    @Test
    void whatOnlyAShellCouldRunIsSaidWithItsSetting() {
        assertEquals(
                Messages.noCommandLine(ID, "save", Messages.needsShell('|')).problem(),
                problem(STORE, "save", "cat | sort"));
    }

    @Test
    void aProgramThatIsMissingIsNamed() {
        assertEquals(Messages.notOnPath("no-such-program").problem(), problem(STORE, "erase", "no-such-program x"));
    }

    @Test
    void whatIsVouchedForIsEveryProgramOfIt() throws Exception {
        bench.script("keep", "true");
        bench.script("other", "false");
        String digest = ProgramFile.of("keep", bench.environment()).digest();
        for (String erase : List.of("keep erase", "other erase")) {
            Map<String, String> settings = Map.of(
                    "command", "keep", "save", "keep save", "erase", erase, "protection", "remote", "sha256", digest);
            StoreLookup.Opened opened = assertInstanceOf(StoreLookup.Opened.class, bench.open("command:x", settings));
            assertEquals(
                    erase.startsWith("keep") ? Protection.REMOTE : Protection.PLAINTEXT,
                    opened.source().protection());
        }
    }

    @Test
    void thePolicyIsAskedAboutEveryProgramOfIt() throws Exception {
        bench.script("keep", "true");
        Path other = bench.script("other", "touch ran");
        String digest = ProgramFile.of("keep", bench.environment()).digest();
        Rule rule = new Rule("A rule says so.", Optional.of(new Location.File(Path.of("/auth.ini"), 2)));
        StoreLookup opening = new ProgramCatalog(List::of)
                .open(
                        new SourceId("command:x"),
                        bench.environment(),
                        new StoreConfig(Map.of("command", "keep", "save", "keep", "erase", "other")),
                        (kind, asked) -> asked.equals(digest) ? Optional.empty() : Optional.of(rule));
        StoreLookup.Forbidden forbidden = assertInstanceOf(StoreLookup.Forbidden.class, opening);
        assertEquals(true, forbidden.rule().statement().startsWith("A rule says so. That of " + other + " is "));
        assertFalse(bench.home().resolve("ran").toFile().exists(), "nothing is started");
    }
}
