package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.netrc.message.Messages;

class NetrcEraseTest {

    private static final Query QUERY = Fixture.query("https://api.wandb.ai");
    private static final String X = "machine x.example login u password p";

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\ufeff",
                "# c d\n",
                X + "\n",
                X + "\r\n\r\n",
                X + "\n\n\n",
                "default password q\n",
                "  default password q\n",
                X + "\n# c\ndefault password q\n",
                X + " default password q\n",
                "machine x.example password \"p\"default password q\n",
                "macdef m\nx\n\n",
                "macdef m\nx\n\ndefault\n",
            })
    void itUndoesASaveOfANewEntry(String netrc) throws Exception {
        Fixture.write(netrc(), netrc, "0600");
        Saved saved = Fixture.store(home).save(QUERY, ApiKey.parse(Fixture.NEW_KEY), new Precondition.Absent());
        assertInstanceOf(Saved.Stored.class, saved);
        assertInstanceOf(Erased.Gone.class, erase(new Precondition.Anything()));
        assertEquals(netrc, Fixture.text(netrc()));
    }

    @Test
    void theLineEndThatASaveAddedStays() throws Exception {
        Fixture.write(netrc(), X, "0600");
        Fixture.store(home).save(QUERY, ApiKey.parse(Fixture.NEW_KEY), new Precondition.Absent());
        erase(new Precondition.Anything());
        assertEquals(X + "\n", Fixture.text(netrc()));
    }

    @Test
    void whatAKilledRunLeftGoesThoughNothingIsToBeErased() throws Exception {
        Path litter = home.resolve(".wandb-0123456789abcdef.tmp");
        Fixture.write(litter, "machine api.wandb.ai password key", "0600");
        assertInstanceOf(Erased.Nothing.class, erase(new Precondition.Absent()));
        assertFalse(Files.exists(litter));
    }

    @Test
    void allEntriesOfBothNamesOfTheCloudGo() throws Exception {
        assertErased(
                "machine api.wandb.ai password a\n" + X
                        + "\nmachine API.wandb.ai\n  login u\n  password b\nmachine api.forge.coreweave.com password c\n",
                X + "\n");
    }

    @Test
    void otherMachinesCommentsAndMacrosStay() throws Exception {
        assertErased(
                "# above\nmachine api.wandb.ai\n  # within\n  login u\n  password a\n# below\nmacdef m\nx\n\n" + X
                        + "\n",
                "# above\n# below\nmacdef m\nx\n\n" + X + "\n");
        assertErased(
                "machine api.wandb.ai:80 password a\nmachine api.wandb.ai password b\nmachine api.wandb.ai+work password c\n",
                "machine api.wandb.ai:80 password a\nmachine api.wandb.ai+work password c\n");
    }

    @Test
    void aCommentBehindTheEntryGoesWithIt() throws Exception {
        assertErased("machine api.wandb.ai password a # of mine\n" + X + "\n", X + "\n");
    }

    @Test
    void anEntryAmongOthersOnALineGoesWithTheBlanksBehindIt() throws Exception {
        assertErased("machine api.wandb.ai password a  " + X + "\n", X + "\n");
        assertErased(X + " machine api.wandb.ai password a\n", X + "\n");
        assertErased(X + "\tmachine api.wandb.ai password a\tmachine y.example\n", X + "\tmachine y.example\n");
        assertErased(X + " machine api.wandb.ai\n  password a\nmachine y.example\n", X + "\nmachine y.example\n");
        assertErased(X + " machine api.wandb.ai password a machine api.wandb.ai password b\n# c\n", X + "\n# c\n");
    }

    @Test
    void aBlankThatABackslashMakesPartOfAWordStays() throws Exception {
        assertErased(
                "machine x.example password p\\  machine api.wandb.ai password a\n",
                "machine x.example password p\\ \n");
        assertErased("# c\nmachine api.wandb.ai #\\\nc\\  machine api.wandb.ai password a\n", "# c\n\n");
    }

    @Test
    void anEntryAtTheEndWithoutALineEndGoes() throws Exception {
        assertErased(X + "\nmachine api.wandb.ai password a", X + "\n");
    }

    @Test
    void aCommentThatPythonWouldThenReadAsWordsIsShielded() throws Exception {
        assertErased(X + "\n\nmachine api.wandb.ai password a\n# c d\n", X + "\n\n#\n# c d\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\n",
                "machine api.wandb.ai password \"a\n" + X + "\n",
            })
    void whereTheRestWouldBeReadOtherwiseNothingIsWritten(String netrc) throws Exception {
        Fixture.write(netrc(), netrc, "0600");
        assertInstanceOf(Erased.Failed.class, erase(new Precondition.Anything()));
        assertEquals(netrc, Fixture.text(netrc()));
    }

    @ParameterizedTest
    @CsvSource({
        "machine api.wandb.ai password a~#c d~, machine  api.wandb.ai+~#c d~, 1",
        "# c~machine api.wandb.ai~  login user~  password a~#c d~, # c~machine  api.wandb.ai+~  login user~#c d~, 2",
        "machine api.wandb.ai password a login u~#c d~, machine  api.wandb.ai+ login u~#c d~, 1",
    })
    void ofAnEntryThatCannotGoAsAWholeThePasswordGoes(String before, String after, int line) throws Exception {
        Fixture.write(netrc(), before.replace('~', '\n'), "0600");

        Erased.Gone gone = assertInstanceOf(Erased.Gone.class, erase(new Precondition.Anything()));
        assertEquals(after.replace('~', '\n'), Fixture.text(netrc()));
        assertTrue(gone.remarks().getFirst().contains("entry on line " + line + "."), gone.toString());
        assertInstanceOf(Erased.Nothing.class, erase(new Precondition.Anything()));
    }

    @Test
    void aPasswordWhoseQuoteIsOpenGoesWhereItHoldsNothingElse() throws Exception {
        assertErased(X + "\nmachine api.wandb.ai password \"a\n", X + "\n");
    }

    @Test
    void rightsOfOthersThatAreTakenAwayAreTold() throws Exception {
        Fixture.write(netrc(), "machine api.wandb.ai password a\n", "0644");

        Erased.Gone gone = assertInstanceOf(Erased.Gone.class, erase(new Precondition.Anything()));
        assertEquals(List.of("Other users had access to the file: its mode 0644 was changed to 0600."), gone.remarks());
    }

    @Test
    void whereThereIsNoEntryNothingIsTouched() throws Exception {
        assertEquals(new Erased.Nothing(new Location.File(netrc())), erase(new Precondition.Anything()));
        assertFalse(Files.exists(netrc()));
        Fixture.write(netrc(), "default password q\n", "0644");
        assertInstanceOf(Erased.Nothing.class, erase(new Precondition.Anything()));
        assertEquals("0644", Fixture.mode(netrc()));
    }

    @Test
    void onlyTheProfileAskedForGoes() throws Exception {
        Fixture.write(netrc(), "machine api.wandb.ai password a\nmachine api.wandb.ai+work password b\n", "0600");
        Query query = Fixture.query("https://api.wandb.ai", new Profile("work"));
        assertInstanceOf(Erased.Gone.class, Fixture.store(home).erase(query, new Precondition.Anything()));
        assertEquals("machine api.wandb.ai password a\n", Fixture.text(netrc()));
    }

    @Test
    void whatIsExpectedIsHonoured() throws Exception {
        Fixture.write(netrc(), "machine api.wandb.ai password a\n", "0600");
        Location place = new Location.File(netrc(), 1);
        assertEquals(new Erased.Conflict(place), erase(new Precondition.Absent()));
        assertEquals(new Erased.Conflict(place), erase(new Precondition.Exactly(Revision.of("b"))));
        assertEquals("machine api.wandb.ai password a\n", Fixture.text(netrc()));
        assertEquals(new Erased.Gone(place), erase(new Precondition.Exactly(Revision.of("a"))));
        assertInstanceOf(Erased.Conflict.class, erase(new Precondition.Exactly(Revision.of("a"))));
    }

    /** It may be nowhere else. */
    @Test
    void ofEntriesWithOneNameTheOnesWithAnotherKeyStay() throws Exception {
        String entries = "machine api.wandb.ai password b\nmachine API.wandb.ai password a\nmachine api.wandb.ai\n";
        Fixture.write(netrc(), entries + "machine api.wandb.ai password a\n", "0600");
        Location place = new Location.File(netrc(), 4);
        String left = Messages.otherKeyLeft(new Location.File(netrc(), 1));
        assertEquals(new Erased.Gone(place, List.of(left)), erase(new Precondition.Exactly(Revision.of("a"))));
        assertEquals("machine api.wandb.ai password b\n", Fixture.text(netrc()));
    }

    private Path netrc() {
        return home.resolve(".netrc");
    }

    private Erased erase(Precondition expected) {
        return Fixture.store(home).erase(QUERY, expected);
    }

    private void assertErased(String before, String after) throws IOException {
        Fixture.write(netrc(), before, "0600");
        Erased erased = erase(new Precondition.Anything());
        assertEquals(after, Fixture.text(netrc()));
        assertInstanceOf(Erased.Gone.class, erased);
    }
}
