package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Availability;
import wandb.auth.netrc.message.Messages;

class NetrcFindTest {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final String FORGE = "https://api.forge.coreweave.com";
    private static final String OLD = Fixture.OLD_KEY;
    private static final String OTHER = Fixture.OTHER_SECRET;

    @TempDir
    private Path home;

    @Test
    void aKeyIsFoundWithItsLineAndRevision() throws Exception {
        Finding finding = find("\nmachine api.wandb.ai\n  login user\n  password " + OLD + "\n");
        assertEquals(new Location.File(netrc(), 4), finding.location());
        Outcome.Found found = assertInstanceOf(Outcome.Found.class, finding.outcome());
        assertEquals(OLD, found.credential().reveal());
        assertEquals(Revision.of(OLD), found.revision());
        assertEquals(List.of(), finding.remarks());
    }

    @Test
    void withoutAFileThereIsNothing() {
        Finding finding = Fixture.store(home).find(Fixture.query(CLOUD));
        assertEquals(new Finding(new Location.File(netrc()), new Outcome.Absent()), finding);
    }

    @Test
    void aDefaultEntryIsSkippedAndItsLineTold() throws Exception {
        Finding finding = find("# c\ndefault login x password " + OLD + "\n");
        assertEquals(new Location.File(netrc(), 2), finding.location());
        Outcome.Skipped skipped = assertInstanceOf(Outcome.Skipped.class, finding.outcome());
        assertEquals(Messages.DEFAULT_ENTRY_IS_NO_KEY, skipped.rule().statement());
    }

    @Test
    void aMachineCalledDefaultIsSkippedToo() throws Exception {
        assertInstanceOf(
                Outcome.Skipped.class, find("machine default password " + OLD).outcome());
        assertInstanceOf(
                Outcome.Skipped.class,
                find("machine default password " + OLD, "https://default", Profile.DEFAULT)
                        .outcome());
    }

    @Test
    void theCloudsOtherNameIsAskedNext() throws Exception {
        String netrc = "machine api.wandb.ai password " + OLD + "\n";
        assertKey(OLD, find(netrc, FORGE, Profile.DEFAULT));
        assertEquals(List.of(), find(netrc, FORGE, Profile.DEFAULT).remarks());
    }

    @Test
    void itsOwnNameGoesFirstAndADifferenceIsRemarked() throws Exception {
        String netrc = "machine api.wandb.ai password " + OLD + "\nmachine api.forge.coreweave.com password " + OTHER;
        assertKey(OLD, find(netrc, CLOUD, Profile.DEFAULT));
        Finding finding = find(netrc, FORGE, Profile.DEFAULT);
        assertKey(OTHER, finding);
        assertEquals(
                List.of(Messages.differentKeys("api.forge.coreweave.com", "api.wandb.ai")
                        .toString()),
                finding.remarks());
    }

    @Test
    void whereTheSdkDoesNotTakeTheOtherNamesKeyThatIsRemarked() throws Exception {
        assertRemark(
                Messages.onlyUnderOtherName("api.wandb.ai", "api.forge.coreweave.com"),
                find("machine api.forge.coreweave.com password " + OLD));
        String withDefault = "machine api.wandb.ai password " + OLD + "\ndefault password x";
        assertRemark(
                Messages.onlyUnderOtherName("api.forge.coreweave.com", "api.wandb.ai"),
                find(withDefault, FORGE, Profile.DEFAULT));
    }

    @Test
    void anEntryOfTheFirstNameWithoutAPasswordIsNotPassedOver() throws Exception {
        String netrc = "machine api.forge.coreweave.com login u\nmachine api.wandb.ai password " + OLD;
        assertInstanceOf(
                Outcome.Unusable.class, find(netrc, FORGE, Profile.DEFAULT).outcome());
    }

    @Test
    void aNamedProfileHasEntriesOfItsOwn() throws Exception {
        String netrc = "machine api.wandb.ai password " + OLD + "\nmachine api.wandb.ai+work password " + OTHER;
        assertKey(OTHER, find(netrc, CLOUD, new Profile("work")));
        assertInstanceOf(
                Outcome.Absent.class, find(netrc, CLOUD, new Profile("play")).outcome());
    }

    @Test
    void anEntryInAnotherCaseCountsForWantOfOneInItsOwn() throws Exception {
        Finding finding = find("machine API.wandb.ai password " + OLD);
        assertKey(OLD, finding);
        assertRemark(Messages.nameInUpperCase(1, "api.wandb.ai"), finding);
        assertKey(OLD, find("machine api.wandb.ai password " + OLD + "\nmachine API.wandb.ai password " + OTHER));
    }

    @Test
    void severalEntriesAreRemarked() throws Exception {
        Finding finding = find("machine api.wandb.ai password x\nmachine api.wandb.ai password " + OLD);
        assertKey(OLD, finding);
        assertRemark(Messages.severalEntries(2, "api.wandb.ai"), finding);
    }

    @Test
    void anInvalidKeyIsUnusableWithItsLineAndNotQuoted() throws Exception {
        Finding finding = find("machine api.wandb.ai\n  password almost-a-key\n");
        Outcome.Unusable unusable = assertInstanceOf(Outcome.Unusable.class, finding.outcome());
        assertEquals(new Location.File(netrc(), 2), finding.location());
        assertTrue(unusable.reason().problem().startsWith("The API key is too short"));
        assertTrue(!unusable.reason().toString().contains("almost"));
    }

    @Test
    void aFileThatPythonRefusesIsUnusableWithTheLine() throws Exception {
        Finding finding = find("machine api.wandb.ai password " + OLD + "\nhello\n");
        assertInstanceOf(Outcome.Unusable.class, finding.outcome());
        assertEquals(new Location.File(netrc(), 2), finding.location());
    }

    @Test
    void aModeThatLetsOthersReadIsReportedWithTheCommandThatFixesIt() throws Exception {
        Fixture.write(netrc(), "machine api.wandb.ai password " + OLD, "0644");
        Finding finding = Fixture.store(home).find(Fixture.query(CLOUD));
        assertRemark("The file is accessible to other users (mode 0644). Restrict it: chmod 600 " + netrc(), finding);
    }

    @Test
    void thePathInTheCommandIsQuotedWhereItMustBe() throws Exception {
        Path folder = Files.createDirectory(home.resolve("it's mine"));
        Path file = Fixture.write(folder.resolve("netrc"), "", "0640");
        Finding finding = Fixture.store(Fixture.environment(home, Map.of("NETRC", file.toString())))
                .find(Fixture.query(CLOUD));
        assertRemark("chmod 600 '" + home + "/it'\\''s mine/netrc'", finding);
    }

    @Test
    void aLongPathStandsInTheCommandInFull() throws Exception {
        Path folder = Files.createDirectories(home.resolve("long".repeat(40)).resolve("path".repeat(40)));
        Path file = Fixture.write(folder.resolve("netrc"), "", "0640");
        Finding finding = Fixture.store(Fixture.environment(home, Map.of("NETRC", file.toString())))
                .find(Fixture.query(CLOUD));
        assertRemark("chmod 600 " + file, finding);
    }

    @Test
    void aLongPathIsNamedInFullWhereItCannotBeRead() throws Exception {
        Path folder = Files.createDirectories(home.resolve("long".repeat(40)).resolve("path".repeat(40)));
        Finding finding = Fixture.store(Fixture.environment(home, Map.of("NETRC", folder.toString())))
                .find(Fixture.query(CLOUD));
        Outcome.Unusable unusable = assertInstanceOf(Outcome.Unusable.class, finding.outcome());
        assertEquals(folder.toString(), finding.location().text());
        assertEquals("It is a directory, not a file.", unusable.reason().problem());
    }

    @Test
    void whatKeepsTheSdkFromReadingIsRemarked() throws Exception {
        assertRemark(Messages.byteOrderMark(), find("\ufeffmachine api.wandb.ai password " + OLD));
        byte[] latin =
                ("# c\n# Schl\u00fcssel\nmachine api.wandb.ai password " + OLD).getBytes(StandardCharsets.ISO_8859_1);
        Fixture.write(netrc(), latin, "0600");
        Finding finding = Fixture.store(home).find(Fixture.query(CLOUD));
        assertKey(OLD, finding);
        assertRemark(Messages.notUtf8(2), finding);
    }

    @Test
    void whatNoReaderGetsToSeeIsRemarked() throws Exception {
        assertRemark(Messages.openQuote(2), find("machine x.example\n  password \"p\nmachine api.wandb.ai"));
        assertRemark(Messages.emptyWord(1), find("\"\" machine api.wandb.ai"));
    }

    @Test
    void aNetrcIsPlaintext() {
        assertEquals(Protection.PLAINTEXT, Fixture.store(home).protection());
    }

    @Test
    void itIsAvailableWhereItsFileCouldBeReplaced() throws Exception {
        assertInstanceOf(Availability.Usable.class, Fixture.store(home).availability(Fixture.deadline()));
        Fixture.write(netrc(), "", "0400");
        assertInstanceOf(Availability.NotUsable.class, Fixture.store(home).availability(Fixture.deadline()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wandb.ai",
                "https://api.wandb.ai",
                "https://wandb.ai/authorize",
                "API.wandb.ai/",
                "api.wandb.ai:443",
                "https://api.forge.coreweave.com",
                "app.wandb.ai",
                "www.wandb.ai",
                "api.wandb.ai:80",
            })
    void anEntryWhoseNameIsAlmostThatOfTheServerIsNamed(String name) throws Exception {
        Finding finding = find("# c\nmachine " + name + " password " + OLD);

        assertInstanceOf(Outcome.Absent.class, finding.outcome());
        assertRemark(Messages.nameNobodyLooksFor(2, name, "api.wandb.ai"), finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"github.com", "ai", "api.wandb.ai.example", "wandb.ai.example", "notwandb.ai", "//", "https:"})
    void anEntryOfAnotherMachineIsNot(String name) throws Exception {
        assertEquals(List.of(), find("machine " + name + " password " + OLD).remarks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ml.example", "ML.example", "https://ml.example"})
    void anEntryWithoutTheServersPortIsNamed(String name) throws Exception {
        Finding finding = find("machine " + name + " password " + OLD, "https://ml.example:8443", Profile.DEFAULT);

        assertInstanceOf(Outcome.Absent.class, finding.outcome());
        assertRemark(Messages.nameWithoutPort(1, name, "ml.example:8443"), finding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ml.example:8443", "ml.exampl", "l.example", "ml.example.org"})
    void anEntryOfAnotherPortOrNameIsNot(String name) throws Exception {
        String netrc = "machine " + name + " password " + OLD;

        assertEquals(
                List.of(),
                find(netrc, "https://ml.example:8080", Profile.DEFAULT).remarks());
    }

    @Test
    void theNameOfTheWebPagesIsAlmostThatOfADedicatedServerToo() throws Exception {
        Finding finding = find("machine app.ml.example password " + OLD, "https://api.ml.example", Profile.DEFAULT);
        assertRemark(Messages.nameNobodyLooksFor(1, "app.ml.example", "api.ml.example"), finding);
    }

    @Test
    void whereTheServerHasAnEntryNoOtherIsNamed() throws Exception {
        String netrc = "machine wandb.ai password " + OTHER + "\nmachine api.wandb.ai password " + OLD;
        assertEquals(List.of(), find(netrc).remarks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void aFileInUtf16IsToldAsThat(String charset) throws Exception {
        Fixture.write(netrc(), ("machine api.wandb.ai password " + OLD).getBytes(Charset.forName(charset)), "0600");

        Outcome.Unusable unusable = assertInstanceOf(
                Outcome.Unusable.class,
                Fixture.store(home).find(Fixture.query(CLOUD)).outcome());
        assertEquals(Messages.FILE_IS_UTF_16, unusable.reason().remedy());
    }

    private Path netrc() {
        return home.resolve(".netrc");
    }

    private Finding find(String netrc) throws IOException {
        return find(netrc, CLOUD, Profile.DEFAULT);
    }

    private Finding find(String netrc, String host, Profile profile) throws IOException {
        Fixture.write(netrc(), netrc, "0600");
        return Fixture.store(home).find(Fixture.query(host, profile));
    }

    private static void assertKey(String key, Finding finding) {
        Outcome.Found found = assertInstanceOf(Outcome.Found.class, finding.outcome());
        assertEquals(key, found.credential().reveal());
    }

    private static void assertRemark(Reason reason, Finding finding) {
        assertRemark(reason.toString(), finding);
    }

    private static void assertRemark(String part, Finding finding) {
        assertTrue(finding.remarks().stream().anyMatch(remark -> remark.contains(part)), finding.remarks() + "");
    }
}
