package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountPointTest {

    @TempDir
    private Path folder;

    /** What Linux writes in the field of the place, a path, and whether that is mounted. */
    @ParameterizedTest
    @CsvSource({
        "/home/ada/.netrc, /home/ada/.netrc, true",
        "/home/ada/.netrc, /home/ada/.netrc2, false",
        "/home/ada, /home/ada/.netrc, false",
        "/home/a\\040b/.netrc, /home/a b/.netrc, true",
        "/home/a\\134b, /home/a\\b, true",
        "/home/\\303\\251, /home/\u00e9, true",
        "/home/\u00e9, /home/\u00e9, true",
        "/home/a\\04, /home/a\\04, true"
    })
    void thePlaceIsReadAsLinuxWritesIt(String field, String place, boolean isMounted) {
        String line = "36 35 98:0 /mnt1 FIELD rw,noatime master:1 - ext3 /dev/root rw\n";
        byte[] bytes = ("1 2 3\n" + line.replace("FIELD", field)).getBytes(StandardCharsets.UTF_8);

        assertEquals(isMounted, MountPoint.isIn(new String(bytes, StandardCharsets.ISO_8859_1), place));
    }

    @Test
    void otherFieldsAreNotThePlace() {
        assertFalse(MountPoint.isIn("36 35 98:0 /mnt1 /mnt2 rw\n", "/mnt1"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsMountedHereIsSeen() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertTrue(MountPoint.is(Path.of("/proc")));
        assertFalse(MountPoint.is(file));
        assertFalse(MountPoint.is(folder.resolve("absent")));
    }
}
