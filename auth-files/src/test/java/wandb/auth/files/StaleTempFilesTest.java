package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that killed runs have left. */
class StaleTempFilesTest {

    private static final String NAME = ".wandb-0123456789abcdef.tmp";

    @TempDir
    private Path folder;

    @Test
    void areFoundBesideAFileUnderTheirOwnPaths() throws Exception {
        Path left = Files.writeString(folder.resolve(NAME), "x");
        Files.writeString(folder.resolve("other.tmp"), "x");
        assertEquals(List.of(left), StaleTempFiles.beside(folder.resolve("auth.ini")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // so that a hang fails instead of stopping the build
    void aPipeInThePlaceOfTheFolderIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertEquals(List.of(), StaleTempFiles.beside(pipe.resolve("auth.ini")));
    }
}
