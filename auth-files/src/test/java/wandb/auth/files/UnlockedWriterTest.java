package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that empties the file and writes it anew, without a lock, at the worst moments. */
@DisabledOnOs(OS.WINDOWS)
class UnlockedWriterTest {

    @TempDir
    private Path folder;

    private final ScriptedTime time = new ScriptedTime(() -> {});

    @Test
    void aFileThatIsEmptiedAndNotYetFilledIsWaitedFor() throws Exception {
        Path file = written("");
        List<String> seen = new ArrayList<>();
        Time time = new ScriptedTime(() -> written("other"));
        new SharedFile(file).edit(EditLock.none(time), present -> {
            seen.add(text(present));
            return to(text(present) + "+");
        });
        assertEquals(List.of("other"), seen);
        assertEquals("other+", Files.readString(file));
    }

    @Test
    void aFileThatStaysEmptyIsWaitedForHalfASecond() throws Exception {
        ScriptedTime time = new ScriptedTime(() -> {});
        try (ReplacedFile old = ReplacedFile.openAtRest(written(""), time)) {
            assertEquals("", text(old.content()));
        }
        assertEquals(500, time.currentTimeMillis());
    }

    @Test
    void aFileThatIsWrittenAllTheTimeIsGivenUpAfterTenSeconds() throws Exception {
        Path file = written("old");
        Time[] time = new Time[1];
        time[0] = new ScriptedTime(
                () -> Files.setLastModifiedTime(file, FileTime.fromMillis(time[0].currentTimeMillis())));
        FileException problem = assertThrows(FileException.class, () -> ReplacedFile.openAtRest(file, time[0]));
        assertEquals(FileException.Kind.BUSY, problem.kind());
        assertEquals(10_020, time[0].currentTimeMillis());
    }

    @Test
    void whatIsWrittenIntoTheOldFileAfterTheRenamingIsMerged() throws Exception {
        Path file = written("old");
        try (ReplacedFile old = ReplacedFile.open(file, time);
                OutputStream other = Files.newOutputStream(file, java.nio.file.StandardOpenOption.WRITE)) {
            Files.move(
                    Files.writeString(folder.resolve("new"), "ours"),
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            other.write("old and more".getBytes(StandardCharsets.US_ASCII));
            other.flush();
            assertEquals("old and more", new String(old.late().orElseThrow(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void anEmptiedOldFileIsNotMerged() throws Exception {
        Path file = written("old");
        try (ReplacedFile old = ReplacedFile.open(file, time);
                OutputStream emptied = Files.newOutputStream(file)) {
            emptied.flush();
            assertTrue(old.late().isEmpty());
            assertEquals(500, time.currentTimeMillis());
        }
    }

    @Test
    void anUntouchedOldFileHasNothingToMerge() throws Exception {
        Path file = written("old");
        try (ReplacedFile old = ReplacedFile.open(file, time)) {
            assertTrue(old.isUnchanged());
            assertTrue(old.late().isEmpty());
        }
    }

    @Test
    void theSameBytesInAnotherFileAreAChange() throws Exception {
        Path file = written("old");
        try (ReplacedFile old = ReplacedFile.open(file, time)) {
            Files.delete(file);
            Files.writeString(folder.resolve("takes the number of the inode"), "");
            Files.writeString(file, "old");
            assertFalse(old.isUnchanged());
        }
    }

    @Test
    void aTimeInTheFutureIsNotWaitedFor() throws Exception {
        Path file = written("old");
        Files.setLastModifiedTime(file, FileTime.fromMillis(3_600_000));
        try (ReplacedFile old = ReplacedFile.openAtRest(file, time)) {
            assertEquals("old", text(old.content()));
        }
    }

    /** Written at the moment at which the scripted clock begins. */
    private Path written(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }

    private static Change<String> to(String text) {
        return Change.to(text.getBytes(StandardCharsets.US_ASCII), "");
    }

    private static String text(Optional<FileContent> present) {
        return present.map(content -> new String(content.bytes(), StandardCharsets.US_ASCII))
                .orElse("");
    }
}
