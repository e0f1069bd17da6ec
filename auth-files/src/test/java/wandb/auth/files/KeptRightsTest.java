package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptRightsTest {

    private static final byte[] NEW = "new".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-r--", "rw-r--r--", "rw-------"})
    void leavesEverybodyTheirRights(String rights) throws IOException, FileException {
        Path file = Files.writeString(folder.resolve("settings"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

        EditResult<String> edited =
                new SharedFile(file).keepingRights().edit(EditLock.none(), present -> Change.to(NEW, ""));

        assertEquals(rights, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("new", Files.readString(file));
        assertEquals(Optional.empty(), edited.tightenedFrom());
    }

    @Test
    void makesANewFileForItsOwnerOnly() throws IOException, FileException {
        Path file = folder.resolve("settings");

        new SharedFile(file).keepingRights().edit(EditLock.none(), present -> Change.to(NEW, ""));

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void doesNotWriteAFileAnewThatHoldsTheBytesAlready() throws IOException, FileException {
        Path file = Files.writeString(folder.resolve("settings"), "new");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Object before = Files.getAttribute(file, "unix:ino");

        new SharedFile(file).keepingRights().edit(EditLock.none(), present -> Change.to(NEW, ""));

        assertEquals(before, Files.getAttribute(file, "unix:ino"));
    }
}
