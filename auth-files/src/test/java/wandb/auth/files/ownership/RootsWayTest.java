package wandb.auth.files.ownership;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another user can have changed since an earlier way is looked at again. */
@DisabledOnOs(OS.WINDOWS)
class RootsWayTest {

    private static final int USER = 12_345;

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void aHomeIsThere() throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root has more rights than a user");
        folder = folder.toRealPath();
        home = Files.createDirectory(folder.resolve("home"));
        file = Files.createDirectory(home.resolve("config")).resolve("file");
    }

    private static void give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", USER, LinkOption.NOFOLLOW_LINKS);
    }

    private static RootsWay way(Path file, Optional<RootsWay> earlier) throws IOException {
        return RootsWay.to(file, earlier).orElseThrow();
    }

    /** As its user does where he can rename. */
    private void swapForALink(Path name) throws IOException {
        Files.move(name, folder.resolve("aside"));
        give(Files.createSymbolicLink(name, Files.createDirectory(folder.resolve("roots"))));
    }

    @Test
    void foldersOfRootStayWhatTheyAre() throws IOException {
        RootsWay earlier = way(file, Optional.empty());
        assertFalse(earlier.isForeign());
        RootsWay way = way(home.resolve("other"), Optional.of(earlier));
        assertFalse(way.isForeign());
        assertTrue(way.end().equals(home.resolve("other")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0777", "0, 0775", "12345, 0755", "12345, 01777"})
    void aFolderInWhichOthersCanRenameIsLookedInto(int owner, String mode) throws IOException {
        Files.setAttribute(home, "unix:uid", owner);
        Files.setAttribute(home, "unix:mode", Integer.parseInt(mode, 8));
        RootsWay earlier = way(file, Optional.empty());
        swapForALink(home.resolve("config"));
        assertTrue(way(file, Optional.of(earlier)).isBeyondReach());
    }

    @Test
    void soIsOneOfAnotherUserInAFolderInWhichOnlyOwnersRename() throws IOException {
        Files.setAttribute(home, "unix:mode", 01777);
        give(home.resolve("config"));
        RootsWay earlier = way(file, Optional.empty());
        swapForALink(home.resolve("config"));
        assertTrue(way(file, Optional.of(earlier)).isBeyondReach());
    }

    @Test
    void whatWasMissingIsLookedForAgain() throws IOException {
        Files.setAttribute(home, "unix:mode", 01777);
        Path made = home.resolve("made");
        RootsWay earlier = way(made.resolve("file"), Optional.empty());
        Files.createDirectory(made);
        give(made);
        assertTrue(way(made.resolve("file"), Optional.of(earlier)).isForeign());
    }

    @Test
    void theNameOfTheFileMayHaveBecomeALink() throws IOException {
        RootsWay earlier = way(file, Optional.empty());
        give(Files.createSymbolicLink(file, Path.of("/etc/passwd")));
        assertTrue(way(file, Optional.of(earlier)).isBeyondReach());
    }
}
