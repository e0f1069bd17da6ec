package wandb.auth.files.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class FileExposureTest {

    private static final int ADA = 12_345;
    private static final int BOB = 12_346;

    @TempDir
    private Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void makeAFile() throws Exception {
        folder = Files.createDirectory(temporary.toRealPath().resolve("folder"));
        file = Files.createFile(folder.resolve("file"));
    }

    private FileExposure exposure() {
        return FileExposure.of(file).orElseThrow();
    }

    /** The mode of the folder, and what is told of it; a sticky folder lets nobody replace another's file. */
    @ParameterizedTest
    @CsvSource({"0700, ", "0755, ", "0777, 0777", "0770, 0770", "0702, 0702", "01777, "})
    void aFolderThatOthersMayWriteIsTold(String mode, String told) throws Exception {
        Files.setAttribute(folder, "unix:mode", Integer.parseInt(mode, 8));

        assertEquals(Optional.ofNullable(told), exposure().openFolder());
        assertEquals(folder, exposure().folder());
    }

    @Test
    void linksAreFollowed() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), file);

        assertEquals(file, FileExposure.of(link).orElseThrow().file());
    }

    @Test
    void ofAFileThatIsNotThereNothingIsTold() {
        assertEquals(Optional.empty(), FileExposure.of(folder.resolve("absent")));
    }

    @Test
    void aFileOfThisUserIsNotForeign() {
        assertFalse(exposure().isForeign());
    }

    @Test
    void aFileOfAnotherUserIsForeignUnlessTheFolderIsHisToo() throws Exception {
        assumeTrue(ProcessUser.isRoot(), "only root can give files away");
        Files.setAttribute(file, "unix:uid", ADA);
        assertTrue(exposure().isForeign());
        Files.setAttribute(folder, "unix:uid", BOB);
        assertTrue(exposure().isForeign());
        Files.setAttribute(folder, "unix:uid", ADA);
        assertFalse(exposure().isForeign());
    }

    @Test
    void theModeOfRootsFilesIsForRootToChange() {
        assertEquals(!ProcessUser.isRoot(), FileExposure.isOfAnother(Path.of("/etc/passwd")));
        assertFalse(FileExposure.isOfAnother(file));
        assertFalse(FileExposure.isOfAnother(folder.resolve("absent")));
    }
}
