package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.ProcessUser;

@DisabledOnOs(OS.WINDOWS)
class SharedFileReadTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheBytesAndTheMode() throws Exception {
        FileContent content = read(file("a", "rw-r-----")).orElseThrow();
        assertArrayEquals(new byte[] {'a'}, content.bytes());
        assertEquals("0640", content.mode().toString());
        assertTrue(content.mode().isOpenToOthers());
    }

    @Test
    void aPrivateFileIsNotOpenToOthers() throws Exception {
        assertFalse(read(file("a", "rwx------")).orElseThrow().mode().isOpenToOthers());
    }

    @Test
    void theContentIsNotShown() throws Exception {
        assertEquals(
                "Optional[FileContent[6 bytes, mode 0600]]",
                read(file("secret", "rw-------")).toString());
    }

    @Test
    void aMissingFileIsAbsent() throws Exception {
        assertEquals(Optional.empty(), read(folder.resolve("none")));
    }

    @Test
    void aFileInAMissingDirectoryIsAbsent() throws Exception {
        assertEquals(Optional.empty(), read(folder.resolve("none/at/all")));
    }

    @Test
    void aLinkToNothingIsAbsent() throws Exception {
        assertEquals(Optional.empty(), read(Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none"))));
    }

    @Test
    void aDirectoryIsRefused() {
        assertProblem(Kind.NOT_A_FILE, Messages.IS_A_DIRECTORY, folder);
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertTimeoutPreemptively(
                Duration.ofMinutes(10), () -> assertProblem(Kind.NOT_A_FILE, Messages.IS_A_DEVICE, pipe));
    }

    @Test
    void aDeviceIsRefused() {
        assertProblem(Kind.NOT_A_FILE, Messages.IS_A_DEVICE, Path.of("/dev/zero"));
    }

    @Test
    void aFileThatItsOwnerMayNotReadIsRefusedToRootToo() throws Exception {
        assertProblem(Kind.UNREADABLE, Messages.closedToItsOwner("0244"), file("a", "-w-r--r--"));
    }

    /** It says that it is a regular file of no bytes, and reading it waits for the kernel's next message. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD) // so that a hang fails instead of stopping the build
    void aFileOfTheKernelThatWaitsIsEmpty() throws Exception {
        assumeTrue(ProcessUser.isRoot(), "only root may open it");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/proc/kmsg"));
        assertEquals(0, read(link).orElseThrow().bytes().length);
        new SharedFile(link).edit(EditLock.none(), present -> {
            assertEquals(0, present.orElseThrow().bytes().length);
            return Change.none("");
        });
    }

    @Test
    void aFileOfAnotherUserIsNotReadWhereAnybodyMayLeaveFiles() throws Exception {
        assumeTrue(ProcessUser.isRoot(), "only root can give a file away");
        Path file = file("planted", "rw-r--r--");
        Files.setAttribute(folder, "unix:mode", 01777);
        Files.setAttribute(file, "unix:uid", 12_345);
        assertProblem(Kind.FOREIGN, Messages.OF_ANOTHER_USER_WHERE_ALL_WRITE, file);
    }

    @Test
    void aFileBehindAFileIsAbsent() throws Exception {
        assertEquals(Optional.empty(), read(file("a", "rw-------").resolve("b")));
    }

    @Test
    void linksInACircleAreAnError() throws Exception {
        Path one = folder.resolve("one");
        Files.createSymbolicLink(one, folder.resolve("two"));
        Files.createSymbolicLink(folder.resolve("two"), one);
        assertProblem(Kind.LINK_LOOP, Messages.LEADS_IN_A_CIRCLE, one);
    }

    @Test
    void aFileOfTheLargestSizeIsReadAndALargerOneIsNot() throws Exception {
        Path file = file("", "rw-------");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(SharedFile.MAX_BYTES);
            assertEquals(SharedFile.MAX_BYTES, read(file).orElseThrow().bytes().length);
            sparse.setLength(SharedFile.MAX_BYTES + 1L);
        }
        assertProblem(Kind.TOO_LARGE, Messages.tooLarge(24), file);
    }

    private Path file(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static Optional<FileContent> read(Path file) throws FileException {
        return new SharedFile(file).read();
    }

    private static void assertProblem(Kind kind, String predicate, Path file) {
        FileException problem = assertThrows(FileException.class, () -> read(file));
        assertEquals(kind, problem.kind());
        assertEquals(file + " " + predicate, problem.getMessage());
        assertEquals(file, problem.path());
        assertEquals(predicate, problem.predicate());
        assertFalse(problem.remedy().isBlank());
    }
}
