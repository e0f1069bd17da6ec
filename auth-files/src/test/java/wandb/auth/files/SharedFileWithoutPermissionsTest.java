package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file system that knows no POSIX permissions, as on Windows. */
class SharedFileWithoutPermissionsTest {

    @Test
    void aFileIsCreatedAndReplaced() throws Exception {
        try (FileSystem system = Jimfs.newFileSystem(Configuration.windows())) {
            Path folder = Files.createDirectory(system.getPath("C:\\home"));
            SharedFile file = new SharedFile(folder.resolve("_netrc"));
            file.edit(EditLock.none(), present -> Change.to(new byte[] {1}, ""));
            EditResult<String> edited = file.edit(EditLock.none(), present -> Change.to(new byte[] {1, 2}, ""));
            assertEquals(new EditResult<>("", false, Optional.empty(), false), edited);
            FileContent content = file.read().orElseThrow();
            assertArrayEquals(new byte[] {1, 2}, content.bytes());
            assertFalse(content.mode().isOpenToOthers());
            try (var files = Files.list(folder)) {
                assertEquals(1, files.count());
            }
        }
    }
}
