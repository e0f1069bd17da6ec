package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Location;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.helper.program.ProgramFile;

/** What a section {@code [store.command:NAME]} may say, and what is said of one that means nothing. */
class CommandSectionTest extends AtAWorkbench {

    private static final Map<String, String> STORE = Map.of("command", "true get", "save", "true", "erase", "true");

    private String problem(Map<String, String> base, String... more) {
        Map<String, String> settings = new HashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        StoreLookup.Broken broken = assertInstanceOf(StoreLookup.Broken.class, bench.open("command:x", settings));
        return Given.shown(broken.reason()).problem();
    }

    private static String inItsSection(String said) {
        return "Its section [store.command:x] in auth.ini " + said + ".";
    }

    @Test
    void aSectionThatCanSaveIsAStore() {
        StoreLookup.Opened opened = assertInstanceOf(StoreLookup.Opened.class, bench.open("command:x", STORE));
        assertInstanceOf(CredentialStore.class, opened.source());
    }

    @Test
    void savingAndErasingGoTogether() {
        assertEquals(
                inItsSection("has no erase, which a store that can save needs"),
                problem(Map.of("command", "true", "save", "true")));
        assertEquals(
                inItsSection("has no save, which a store that can erase needs"),
                problem(Map.of("command", "true", "erase", "true")));
        assertEquals(inItsSection("has no command"), problem(Map.of("save", "true", "erase", "true")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "field    | password           | says 'field = password'",
                "template | {                  | has a template that is not JSON",
                "template | {} {}              | has a template that is not JSON",
                "template | {\"a\":\"b\"}      | has a template without a place for the key",
                "template | {\"{key}\":\"b\"}  | has a template without a place for the key",
                "absent   | 0                  | says 'absent = 0'",
                "absent   | 256                | says 'absent = 256'",
                "absent   | none               | says 'absent = none'",
                "absent   | 1,                 | says 'absent = 1,'",
                "absent   | ''                 | says 'absent = '",
                "format   | netrc              | has save, and a netrc is only read",
                "saves    | true               | has no setting 'saves'",
            })
    void aSettingOfAStoreThatMeansNothingIsSaid(String name, String value, String said) {
        assertEquals(inItsSection(said), problem(STORE, name, value));
    }

    @Test
    void settingsThatContradictEachOtherAreSaid() {
        assertEquals(
                inItsSection("has template and no save"),
                problem(Map.of("command", "true"), "template", "{\"a\":\"{key}\"}"));
        assertEquals(
                inItsSection("has field and format"),
                problem(Map.of("command", "true"), "field", "/a", "format", "key"));
        assertEquals(
                inItsSection("has host, and its command names the server by a placeholder"),
                problem(Map.of("command", "true {machine}"), "host", "https://wandb.example.com"));
        assertEquals(
                inItsSection("has profile, and its command names the profile by {profile}"),
                problem(Map.of("command", "true {profile}"), "profile", "work"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{host}", "{machine}", "{profile}", "{user}"})
    void whatIsReadIsWhatIsSavedAndErased(String placeholder) {
        String named = "true a/" + placeholder;
        assertEquals(
                inItsSection("names " + placeholder + " in command and not in save"),
                problem(STORE, "command", named, "erase", named));
        assertEquals(
                inItsSection("names " + placeholder + " in command and not in erase"),
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
        assertEquals(
                inItsSection("has {key} in " + name + ", where other users of the machine could see it"),
                problem(STORE, name, "true --secret={key}"));
    }

    @Test
    void aProgramIsNoPlaceForAPlaceholder() {
        assertEquals(inItsSection("has a placeholder in the program of save"), problem(STORE, "save", "/bin/{user} x"));
    }

    @Test
    void whatOnlyAShellCouldRunIsSaidWithItsSetting() {
        assertEquals(
                "In its section [store.command:x] in auth.ini, save is not a command. The command has a '|', and no"
                        + " shell runs"
                        + " it.",
                problem(STORE, "save", "cat | sort"));
    }

    @Test
    void aProgramThatIsMissingIsNamed() {
        assertEquals(
                "There is no program 'no-such-program' on the PATH.", problem(STORE, "erase", "no-such-program x"));
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
