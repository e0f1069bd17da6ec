package wandb.auth.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that another program has open for a moment, as Windows lets it keep others away. */
class WindowsSharingTest {

    private static final byte[] OLD = "old".getBytes(UTF_8);

    private final ScriptedTime time = new ScriptedTime(() -> {});
    private FileSystem windows;
    private Path target;

    @BeforeEach
    void aFileIsThere() throws IOException {
        windows = Jimfs.newFileSystem(Configuration.windows());
        target = Files.write(Files.createDirectory(windows.getPath("C:\\home")).resolve("_netrc"), OLD);
    }

    @AfterEach
    void end() throws IOException {
        windows.close();
    }

    /** What fails so many times before it is done. */
    private static WindowsSharing.Step<String> failing(int times, IOException problem) {
        int[] tried = {0};
        return () -> {
            tried[0]++;
            if (tried[0] <= times) {
                throw problem;
            }
            return "done";
        };
    }

    private static FileSystemException inUse() {
        return new FileSystemException("_netrc", null, "the file is used by another process");
    }

    private boolean isReplaced(WindowsSharing.Step<?> move) throws Exception {
        try (ReplacedFile old = ReplacedFile.open(target, time)) {
            return new WindowsSharing(time).replace(move, target, old);
        }
    }

    @Test
    void whatIsHeldForAMomentIsOpenedAfterIt() throws Exception {
        assertEquals("done", new WindowsSharing(time).open(failing(5, inUse())));
        assertEquals(5, time.pauses());
    }

    @Test
    void whatIsHeldForLongIsGivenUpAfterTwoSeconds() {
        assertThrows(FileSystemException.class, () -> new WindowsSharing(time).open(failing(99, inUse())));
        assertEquals(WindowsSharing.MOST_TRIES - 1, time.pauses());
        assertEquals(2047, time.currentTimeMillis());
    }

    @Test
    void whatMayNotBeOpenedIsNotTriedAgain() {
        for (IOException problem :
                new IOException[] {new AccessDeniedException("_netrc"), new NoSuchFileException("_netrc")}) {
            assertThrows(problem.getClass(), () -> new WindowsSharing(time).open(failing(1, problem)));
        }
        assertEquals(0, time.pauses());
    }

    @Test
    void aFileThatAScannerHoldsIsReplacedAfterIt() throws Exception {
        assertTrue(isReplaced(failing(3, inUse())));
        assertTrue(isReplaced(failing(3, new AccessDeniedException("_netrc"))));
        assertEquals(6, time.pauses());
    }

    @Test
    void aFileThatStaysHeldIsAsItWas() throws Exception {
        assertThrows(AccessDeniedException.class, () -> isReplaced(failing(99, new AccessDeniedException("_netrc"))));
        assertArrayEquals(OLD, Files.readAllBytes(target));
    }

    @Test
    void whatItsHolderWroteMeanwhileIsNotReplaced() throws Exception {
        WindowsSharing.Step<String> move = () -> {
            Files.writeString(target, "newer");
            throw inUse();
        };
        assertFalse(isReplaced(move));
        assertEquals("newer", Files.readString(target));
    }

    @Test
    void aFileOfAnotherVolumeIsNotTriedAgain() {
        assertThrows(
                AtomicMoveNotSupportedException.class,
                () -> isReplaced(failing(1, new AtomicMoveNotSupportedException("a", "b", "another volume"))));
        assertEquals(0, time.pauses());
    }
}
