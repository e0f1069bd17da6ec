package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.Violation;

/** A token that somebody else can replace would let the user's runs be theirs. */
@DisabledOnOs(OS.WINDOWS)
class IdentityTokenOwnershipTest {

    private static final int NOBODY = 65_534;
    private static final String CHECK_AND_RESTRICT =
            "Remove that permission (chmod go-w) once you have checked what was written.";

    @TempDir
    private Path home;

    private Path folder;
    private Path token;

    @BeforeEach
    void writeAToken() throws IOException {
        folder = Files.createDirectory(home.toRealPath().resolve("folder"));
        token = Files.writeString(folder.resolve("token"), Given.TOKEN);
        mode(folder, 0755);
        mode(token, 0600);
    }

    private static void mode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode);
    }

    private static void giveToNobody(Path path) throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root can give a file away");
        Files.setAttribute(path, "unix:uid", NOBODY);
    }

    private Finding found() {
        return Given.found(home, Map.of("WANDB_IDENTITY_TOKEN_FILE", token.toString()), "https://api.wandb.ai");
    }

    private void assertGiven() {
        assertInstanceOf(Outcome.Found.class, found().outcome());
    }

    private void assertRefused(Path place, String problem, String remedy) {
        assertEquals(new Location.File(place), found().location());
        assertEquals(
                Messages.tokenFileThatOthersChange(new Violation(place, problem, remedy)), Given.reasonOf(found()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"600", "400", "640", "644", "444", "755"})
    void whatOthersMayOnlyReadIsBelieved(String mode) throws IOException {
        mode(token, Integer.parseInt(mode, 8));
        assertGiven();
    }

    @ParameterizedTest
    @ValueSource(strings = {"660", "620", "666", "602", "646"})
    void aFileThatOthersMayWriteIsNot(String mode) throws IOException {
        mode(token, Integer.parseInt(mode, 8));
        assertRefused(token, writableByOthers(mode), CHECK_AND_RESTRICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"777", "757", "775"})
    void norIsOneThatOthersMayReplace(String mode) throws IOException {
        mode(folder, Integer.parseInt(mode, 8));
        assertRefused(folder, writableByOthers(mode), CHECK_AND_RESTRICT);
    }

    private static String writableByOthers(String mode) {
        return "It is writable by group or others (mode 0" + mode + ").";
    }

    @ParameterizedTest
    @CsvSource({"token", "folder"})
    void norIsAnotherUsers(String which) throws IOException {
        Path others = which.equals("token") ? token : folder;
        giveToNobody(others);
        assertRefused(
                others,
                "It belongs to another user, who could change what it says.",
                "Run this as that user; or, if it is meant to be root's, give it to root (chown root) once you have"
                        + " checked what it says.");
    }

    /** As kubelet makes a volume: the names are links through one that it renames to the folder of the newest token. */
    @ParameterizedTest
    @CsvSource({"1777, 755, 644", "3777, 2755, 640", "1777, 755, 600", "755, 755, 444"})
    void aVolumeOfKubernetesIsBelievedAndFollowed(String volumeMode, String folderMode, String fileMode)
            throws IOException {
        Path volume = Files.createDirectory(home.toRealPath().resolve("serviceaccount"));
        for (String version : new String[] {"..2026_11_28_1", "..2026_11_28_2"}) {
            Path data = Files.createDirectory(volume.resolve(version));
            Files.writeString(data.resolve("token"), Given.TOKEN + version.charAt(13));
            mode(data.resolve("token"), Integer.parseInt(fileMode, 8));
            mode(data, Integer.parseInt(folderMode, 8));
        }
        Files.createSymbolicLink(volume.resolve("..data"), Path.of("..2026_11_28_1"));
        Files.createSymbolicLink(volume.resolve("token"), Path.of("..data/token"));
        mode(volume, Integer.parseInt(volumeMode, 8));
        token = volume.resolve("token");

        assertEquals(Given.TOKEN + "1", given());
        assertEquals(new Location.File(token), found().location());
        Files.delete(volume.resolve("..data"));
        Files.createSymbolicLink(volume.resolve("..data"), Path.of("..2026_11_28_2"));
        assertEquals(Given.TOKEN + "2", given());
    }

    private String given() {
        return assertInstanceOf(Outcome.Found.class, found().outcome())
                .credential()
                .reveal();
    }

    @Test
    void aLinkOfAnotherUserInASharedFolderIsNotFollowed() throws IOException {
        Path shared = Files.createDirectory(home.toRealPath().resolve("shared"));
        mode(shared, 01777);
        Path link = Files.createSymbolicLink(shared.resolve("token"), token);
        token = link;
        assertGiven();

        assumeTrue(ProcessUser.isRoot(), "only root can give a link away");
        Files.setAttribute(link, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        assertEquals(new Location.File(link), found().location());
        assertInstanceOf(Outcome.Unusable.class, found().outcome());
    }

    /** Between the look at the name and the reading, the partner gives the name to a file of another user, and takes it back. */
    @Test
    void aTokenOfAnotherUserIsNeverReadWhateverNameItTakesBetweenTwoLooks() throws Exception {
        Path shared = Files.createDirectory(home.toRealPath().resolve("shared"));
        mode(shared, 01777);
        Path planted = Files.writeString(shared.resolve("planted"), Given.TOKEN);
        giveToNobody(planted);
        token = shared.resolve("token");

        Thread partner = Thread.ofPlatform().start(() -> rename(planted, token));
        int looks = 0;
        while (partner.isAlive() || looks == 0) {
            Outcome outcome = found().outcome();
            assertFalse(outcome instanceof Outcome.Found, () -> "believed: " + outcome);
            looks++;
        }
        partner.join();
    }

    private static void rename(Path one, Path other) {
        try {
            for (int i = 0; i < 10_000; i++) {
                Files.move(one, other);
                Files.move(other, one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
