package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.netrc.message.Messages;

class NetrcSaveTest {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final String FORGE = "https://api.forge.coreweave.com";
    private static final String KEY = Fixture.NEW_KEY;
    private static final String ENTRY = entry("api.wandb.ai");
    private static final String FORGE_ENTRY = entry("api.forge.coreweave.com");

    @TempDir
    private Path home;

    @Test
    void aNewFileHoldsTheEntryAsTheSdkWritesIt() throws Exception {
        Saved.Stored stored =
                assertInstanceOf(Saved.Stored.class, save(Fixture.query(CLOUD), new Precondition.Absent()));
        assertEquals(ENTRY, Fixture.text(netrc()));
        assertEquals("0600", Fixture.mode(netrc()));
        assertEquals(
                new Saved.Stored(new Location.File(netrc(), 3), Revision.of(KEY), List.of(Messages.FILE_CREATED)),
                stored);
    }

    @Test
    void theLineEndsOfTheFileAreUsed() throws Exception {
        assertSaved(
                "machine x.example login u password p\r\n",
                "machine x.example login u password p\r\n" + ENTRY.replace("\n", "\r\n"));
    }

    @Test
    void aMissingLineEndIsAdded() throws Exception {
        assertSaved("# c\r", "# c\r" + ENTRY);
        assertSaved("# c\r\n# d", "# c\r\n# d\r\n" + ENTRY.replace("\n", "\r\n"));
        assertSaved("machine x.example password \"p\"", "machine x.example password \"p\"\n" + ENTRY);
    }

    @Test
    void aLineEndThatIsPartOfAWordIsNotTakenForOne() throws Exception {
        assertSaved("machine x.example password p\\\n", "machine x.example password p\\\n\n" + ENTRY);
    }

    @Test
    void everyPasswordOfEveryEntryOfTheNameIsReplacedAndNothingElse() throws Exception {
        assertSaved(
                "machine api.wandb.ai\tpassword old password older # c\nmachine\n api.wandb.ai account c\n\tpassword x",
                "machine api.wandb.ai\tpassword KEY password KEY # c\nmachine\n api.wandb.ai account c\n\tpassword KEY");
    }

    @Test
    void anEntryThatTheProfileHasIsNotAddedOnceMoreWhereTheServersNameIsTaken() throws Exception {
        assertSaved("""
                machine api.wandb.ai account profile:home password x
                machine API.wandb.ai password y
                machine  api.wandb.ai+default password z
                """, """
                machine api.wandb.ai account profile:home password x
                machine API.wandb.ai password KEY
                machine  api.wandb.ai+default password KEY
                """);
    }

    @Test
    void severalEntriesAreRemarked() throws Exception {
        Saved.Stored stored = assertInstanceOf(
                Saved.Stored.class, save("machine api.wandb.ai password a machine api.wandb.ai password b"));
        assertEquals(List.of(Messages.severalEntries(2, "api.wandb.ai").toString()), stored.remarks());
    }

    @Test
    void quotesGoWhereABlankFollowsAndStayElsewhere() throws Exception {
        assertSaved("machine api.wandb.ai password \"old key\"\n", "machine api.wandb.ai password KEY\n");
        assertSaved("machine api.wandb.ai password \"old\"login u", "machine api.wandb.ai password \"KEY\"login u");
        assertSaved("machine api.wandb.ai password \"\"\n", "machine api.wandb.ai password KEY\n");
    }

    @Test
    void aPasswordIsAddedInTheStyleOfItsEntry() throws Exception {
        assertSaved("machine api.wandb.ai login u\n", "machine api.wandb.ai login u password KEY\n");
        assertSaved("machine api.wandb.ai\n", "machine api.wandb.ai password KEY\n");
        assertSaved(
                "machine api.wandb.ai\r\n\tlogin u # c d\r\n",
                "machine api.wandb.ai\r\n\tlogin u\r\n\tpassword KEY # c d\r\n");
        assertSaved(
                "machine api.wandb.ai login \"u\"machine x.example",
                "machine api.wandb.ai login \"u\" password KEY machine x.example");
    }

    @Test
    void aPasswordWithoutAValueGetsOne() throws Exception {
        assertSaved("machine api.wandb.ai login u password\n", "machine api.wandb.ai login u password KEY\n");
    }

    @Test
    void aNewEntryGoesBeforeTheDefaultEntryAndTheCommentsAboveIt() throws Exception {
        assertSaved(
                "machine x.example password p\n# for all\n#  others\ndefault password p\n",
                "machine x.example password p\n" + ENTRY + FORGE_ENTRY + "# for all\n#  others\ndefault password p\n");
        assertSaved("# c\ndefault password p\n", ENTRY + FORGE_ENTRY + "# c\ndefault password p\n");
        assertSaved("# c\n\ndefault password p\n", "# c\n\n" + ENTRY + FORGE_ENTRY + "default password p\n");
        assertSaved("\ufeffdefault password p\n", "\ufeff" + ENTRY + FORGE_ENTRY + "default password p\n");
    }

    @Test
    void aNewEntryGoesBeforeADefaultEntryInTheMiddleOfALine() throws Exception {
        String own = "machine NAME login user password KEY ";
        assertSaved(
                "machine x.example password p default password q\n",
                "machine x.example password p " + own.replace("NAME", "api.wandb.ai")
                        + own.replace("NAME", "api.forge.coreweave.com") + "default password q\n");
    }

    @Test
    void aNewEntryGoesBehindAMacroAndNeverIntoIt() throws Exception {
        assertSaved("macdef m\nmachine api.wandb.ai\n\n", "macdef m\nmachine api.wandb.ai\n\n" + ENTRY);
        assertSaved("macdef m\n# c\n\ndefault\n", "macdef m\n# c\n\n" + ENTRY + FORGE_ENTRY + "default\n");
    }

    @Test
    void theCloudsOtherNameIsSetWhereTheFileHasIt() throws Exception {
        assertSaved(
                "machine api.forge.coreweave.com password x\n",
                "machine api.forge.coreweave.com password KEY\n" + ENTRY);
    }

    @Test
    void theCloudsNameThatWasAskedForIsSetBesideTheDocumentedOne() throws Exception {
        assertSaved("", FORGE_ENTRY + ENTRY, Fixture.query(FORGE));
    }

    @Test
    void anEntryInAnotherCaseGetsTheKeyAndTheRightNameAnEntry() throws Exception {
        assertSaved("machine API.wandb.ai password x\n", "machine API.wandb.ai password KEY\n" + ENTRY);
    }

    @Test
    void aNamedProfileHasAnEntryOfItsOwn() throws Exception {
        Query query = Fixture.query(CLOUD, new Profile("work"));
        assertSaved(
                "machine api.wandb.ai password x\n",
                "machine api.wandb.ai password x\n" + entry(" api.wandb.ai+work"),
                query);
    }

    /** Once the profile is the one that the SDK finds, the default entry would win over a name that is missing. */
    @Test
    void aNamedProfileHasBothNamesOfTheCloudBeforeADefaultEntry() throws Exception {
        assertSaved(
                "default password x\n",
                entry(" api.wandb.ai+work") + entry(" api.forge.coreweave.com+work") + "default password x\n",
                Fixture.query(CLOUD, new Profile("work")));
    }

    @Test
    void bytesThatAreNotUtf8StayAndAreRemarked() throws Exception {
        byte[] latin = "# \u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
        Fixture.write(netrc(), latin, "0600");
        Saved.Stored stored =
                assertInstanceOf(Saved.Stored.class, save(Fixture.query(CLOUD), new Precondition.Anything()));
        byte[] after = (new String(latin, StandardCharsets.ISO_8859_1) + ENTRY).getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(after, Files.readAllBytes(netrc()));
        assertEquals(Messages.notUtf8(1).toString(), stored.remarks().getFirst());
    }

    @Test
    void aWideModeIsTightenedAndSaid() throws Exception {
        Fixture.write(netrc(), "", "0664");
        Saved.Stored stored =
                assertInstanceOf(Saved.Stored.class, save(Fixture.query(CLOUD), new Precondition.Anything()));
        assertEquals("0600", Fixture.mode(netrc()));
        assertEquals(
                List.of("Other users had access to the file: its mode 0664 was changed to 0600."), stored.remarks());
    }

    @Test
    void aPathThatIsToldIsNotRepeatedInWhatIsWrongWithIt() throws Exception {
        Path folder = Files.createDirectory(netrc());
        Saved.Failed failed =
                assertInstanceOf(Saved.Failed.class, save(Fixture.query(CLOUD), new Precondition.Anything()));
        assertEquals(new Location.File(folder), failed.location());
        assertEquals("It is a directory, not a file.", failed.reason().problem());
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = Fixture.write(home.resolve("real"), "", "0600");
        Files.createSymbolicLink(netrc(), real);
        assertInstanceOf(Saved.Stored.class, save(Fixture.query(CLOUD), new Precondition.Anything()));
        assertTrue(Files.isSymbolicLink(netrc()));
        assertEquals(ENTRY, Fixture.text(real));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\n",
                "machine x.example password \"p\n",
                "machine api.wandb.ai password \"p\nmachine x.example login u password p\n",
                "machine x.example login \"\" \"\" \n",
                "macdef m\nx\n",
                "\n#\\",
            })
    void whereNoReaderWouldFindItNothingIsWritten(String netrc) throws Exception {
        Saved.Failed failed = assertInstanceOf(Saved.Failed.class, save(netrc));
        assertEquals(netrc, Fixture.text(netrc()));
        assertFalse(failed.reason().problem().isBlank());
    }

    @Test
    void theLineOfAnOpenQuoteIsTold() throws Exception {
        Saved.Failed failed = assertInstanceOf(Saved.Failed.class, save("# c\nmachine x.example password \"p\n"));
        assertEquals(new Location.File(netrc(), 2), failed.location());
        assertEquals(Messages.openQuote(2), failed.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "machine x.example login\n",
                "machine x.example login a password",
                "machine x.example account \n\n",
                "# mine\nmachine x.example\n  login u\n  password\n",
                "# c\r\nmachine x.example user\r\n",
            })
    void aNewEntryGoesBeforeAnUnfinishedOne(String unfinished) throws Exception {
        String entry = unfinished.contains("\r") ? ENTRY.replace("\n", "\r\n") : ENTRY;
        String before = "machine y.example password q" + (unfinished.contains("\r") ? "\r\n" : "\n");

        assertInstanceOf(Saved.Stored.class, save(before + unfinished));
        assertEquals(before + entry + unfinished, Fixture.text(netrc()));
    }

    @Test
    void onALineWithOthersANewEntryGoesBeforeAnUnfinishedOneToo() throws Exception {
        assertInstanceOf(Saved.Stored.class, save("machine y.example password q machine x.example login"));
        assertEquals(
                "machine y.example password q machine api.wandb.ai login user password " + Fixture.NEW_KEY
                        + " machine x.example login",
                Fixture.text(netrc()));
    }

    @Test
    void anUnfinishedEntryOfOursGetsTheKey() throws Exception {
        assertInstanceOf(Saved.Stored.class, save("machine api.wandb.ai login"));
        assertEquals("machine api.wandb.ai password " + Fixture.NEW_KEY + " login", Fixture.text(netrc()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "machine api.wandb.ai\n"})
    void aSaveAfterWhichACommentWouldReadAsWordsIsRefused(String behind) throws Exception {
        String netrc = "machine \"api.wandb.ai\"\n# machine api.wandb.ai login a password b\n" + behind;
        Saved.Failed failed = assertInstanceOf(Saved.Failed.class, save(netrc));
        assertEquals(Messages.otherWordsChangeWithKey(), failed.reason());
    }

    @Test
    void anEntryBehindTheDefaultOneIsSetAndTheOtherNamePutBeforeIt() throws Exception {
        assertSaved(
                "default password p\nmachine api.wandb.ai password old\n",
                FORGE_ENTRY + "default password p\nmachine api.wandb.ai password KEY\n");
    }

    @Test
    void anEntryBeforeAnOpenQuoteIsStillSet() throws Exception {
        assertSaved(
                "machine api.wandb.ai password x\nmachine x.example password \"p\n",
                "machine api.wandb.ai password KEY\nmachine x.example password \"p\n");
    }

    @Test
    void aServerCalledDefaultCannotBeNamed() throws Exception {
        Saved saved = save(Fixture.query("https://default"), new Precondition.Anything());
        assertInstanceOf(Saved.Failed.class, saved);
        assertFalse(Files.exists(netrc()));
    }

    @Test
    void whatIsExpectedIsHonoured() throws Exception {
        Query query = Fixture.query(CLOUD);
        Precondition old = new Precondition.Exactly(Revision.of("old"));
        assertEquals(new Saved.Conflict(new Location.File(netrc())), save(query, old));
        assertFalse(Files.exists(netrc()));
        Fixture.write(netrc(), "machine api.wandb.ai password old\n", "0600");
        Location place = new Location.File(netrc(), 1);
        assertEquals(new Saved.Conflict(place), save(query, new Precondition.Absent()));
        assertEquals(new Saved.Conflict(place), save(query, new Precondition.Exactly(Revision.of("older"))));
        assertEquals("machine api.wandb.ai password old\n", Fixture.text(netrc()));
        assertInstanceOf(Saved.Stored.class, save(query, old));
    }

    private static String entry(String machine) {
        return "machine " + machine + "\n  login user\n  password " + KEY + "\n";
    }

    private Path netrc() {
        return home.resolve(".netrc");
    }

    private Saved save(Query query, Precondition expected) {
        return Fixture.store(home).save(query, ApiKey.parse(KEY), expected);
    }

    private Saved save(String netrc) throws IOException {
        Fixture.write(netrc(), netrc, "0600");
        return save(Fixture.query(CLOUD), new Precondition.Anything());
    }

    private void assertSaved(String before, String after) throws IOException {
        assertSaved(before, after, Fixture.query(CLOUD));
    }

    private void assertSaved(String before, String after, Query query) throws IOException {
        Fixture.write(netrc(), before, "0600");
        Saved saved = save(query, new Precondition.Anything());
        assertEquals(after.replace("KEY", KEY), Fixture.text(netrc()));
        assertInstanceOf(Saved.Stored.class, saved);
    }
}
