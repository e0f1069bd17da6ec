package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

    @Test
    void aFileThatIsEmptiedAndNotYetFilledIsWaitedFor() throws Exception {
        Path file = rested("old");
        List<String> seen = new ArrayList<>();
        try (OutputStream out = Files.newOutputStream(file)) {
            Thread writer = Thread.ofPlatform().start(() -> writeAfter(100, out, "other"));
            new SharedFile(file).edit(EditLock.none(), present -> {
                seen.add(text(present));
                return to(text(present) + "+");
            });
            writer.join();
        }
        assertEquals(List.of("other"), seen);
        assertEquals("other+", Files.readString(file));
    }

    @Test
    void whatIsWrittenIntoTheOldFileAfterTheRenamingIsMerged() throws Exception {
        Path file = rested("old");
        FileContent present = FileContent.of(file).orElseThrow();
        try (OldFile old = OldFile.open(file, Optional.of(present));
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
        Path file = rested("old");
        FileContent present = FileContent.of(file).orElseThrow();
        try (OldFile old = OldFile.open(file, Optional.of(present));
                OutputStream emptied = Files.newOutputStream(file)) {
            emptied.flush();
            assertTrue(old.late().isEmpty());
        }
    }

    @Test
    void anUntouchedOldFileHasNothingToMerge() throws Exception {
        Path file = rested("old");
        FileContent present = FileContent.of(file).orElseThrow();
        try (OldFile old = OldFile.open(file, Optional.of(present))) {
            assertTrue(old.isUnchanged());
            assertTrue(old.late().isEmpty());
        }
    }

    @Test
    void theSameBytesInAnotherFileAreAChange() throws Exception {
        Path file = rested("old");
        FileContent present = FileContent.of(file).orElseThrow();
        Files.delete(file);
        Files.writeString(folder.resolve("takes the number of the inode"), "");
        Files.writeString(file, "old");
        try (OldFile old = OldFile.open(file, Optional.of(present))) {
            assertFalse(old.isUnchanged());
        }
    }

    @Test
    void aTimeInTheFutureIsNotWaitedFor() throws Exception {
        Path file = rested("old");
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 3_600_000));
        assertEquals("old", text(Rest.read(file)));
    }

    private Path rested(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }

    private static void writeAfter(long millis, OutputStream out, String text) {
        try {
            Thread.sleep(millis);
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Change<String> to(String text) {
        return Change.to(text.getBytes(StandardCharsets.US_ASCII), "");
    }

    private static String text(Optional<FileContent> present) {
        return present.map(content -> new String(content.bytes(), StandardCharsets.US_ASCII))
                .orElse("");
    }
}
