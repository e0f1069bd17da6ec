package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.ProcessUser;

@DisabledOnOs(OS.WINDOWS)
class SharedFileEditTest {

    @TempDir
    private Path folder;

    @AfterEach
    void noTemporaryFileIsLeft() throws IOException {
        try (var files = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".tmp")).toList());
        }
    }

    @Test
    void aNewFileIsPrivate() throws Exception {
        EditResult<String> edited =
                new SharedFile(folder.resolve("file")).edit(EditLock.none(), present -> to("new", "answer"));
        assertEquals(new EditResult<>("answer", true, Optional.empty(), false), edited);
        assertEquals("new", Files.readString(folder.resolve("file")));
        assertEquals("rw-------", permissions(folder.resolve("file")));
    }

    @Test
    void anExistingFileIsReplacedAndItsEditorSeesIt() throws Exception {
        Path file = file("old", "rw-------");
        EditResult<String> edited = append(file, "+");
        assertEquals("old+", Files.readString(file));
        assertFalse(edited.created());
        assertEquals(Optional.empty(), edited.tightenedFrom());
    }

    /** A run that waits for the lock has its turn after the read-back of this one. */
    @Test
    void whatIsReadBackUnderTheLockIsWhatWasWritten() throws Exception {
        Path file = file("old", "rw-------");
        EditLock lock = EditLock.in(folder.resolve("config"));
        FutureTask<EditResult<String>> other =
                new FutureTask<>(() -> new SharedFile(file).edit(lock, present -> to("of the other", "")));
        Thread waiting = new Thread(other, "the other run");
        try (EditLock.Held held = lock.hold()) {
            new SharedFile(file).edit(held, present -> to("ours", ""));
            waiting.start();
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertEquals("ours", Files.readString(file));
        }
        other.get();
        assertEquals("of the other", Files.readString(file));
    }

    @Test
    void theOwnersRightsStayAndTheOthersGo() throws Exception {
        Path file = file("old", "rwxrwxr-x");
        assertEquals("0775", append(file, "+").tightenedFrom().orElseThrow().toString());
        assertEquals("rwx------", permissions(file));
    }

    @Test
    void withoutAChangeNothingIsTouched() throws Exception {
        Path file = file("old", "rw-r--r--");
        Object before = fileKey(file);
        EditResult<String> edited = new SharedFile(file).edit(EditLock.none(), present -> Change.none("kept"));
        assertEquals(new EditResult<>("kept", false, Optional.empty(), false), edited);
        assertEquals(before, fileKey(file));
        assertEquals("rw-r--r--", permissions(file));
    }

    @Test
    void theSameBytesAgainDoNotReplaceTheFile() throws Exception {
        Path file = file("old", "rw-------");
        Object before = fileKey(file);
        append(file, "");
        assertEquals(before, fileKey(file));
    }

    @Test
    void theSameBytesAgainStillTakeTheOthersRightsAway() throws Exception {
        Path file = file("old", "rw-r--r--");
        assertTrue(append(file, "").tightenedFrom().isPresent());
        assertEquals("rw-------", permissions(file));
    }

    @Test
    void aLinkStaysALinkAndItsTargetIsReplaced() throws Exception {
        Path file = file("old", "rw-------");
        Path links = Files.createDirectory(folder.resolve("links"));
        Path second = Files.createSymbolicLink(links.resolve("second"), Path.of("../file"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), second);
        append(first, "+");
        assertTrue(Files.isSymbolicLink(first));
        assertTrue(Files.isSymbolicLink(second));
        assertEquals("old+", Files.readString(file));
    }

    @Test
    void theTargetOfALinkToNothingIsCreated() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        assertTrue(append(link, "new").created());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(folder.resolve("target")));
    }

    @Test
    void linksInACircleAreAnError() throws Exception {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, link);
        assertEquals(Kind.LINK_LOOP, problem(link).kind());
    }

    @Test
    void aReadOnlyFileIsNotReplaced() throws Exception {
        Path file = file("old", "r--------");
        FileException problem = problem(file);
        assertEquals(Kind.READ_ONLY, problem.kind());
        assertEquals(Messages.readOnly("0400"), problem.predicate());
        assertEquals("old", Files.readString(file));
    }

    @Test
    void aReadOnlyDirectoryGetsNoFileButOfRoot() throws Exception {
        Path directory = Files.createDirectory(folder.resolve("directory"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-x------"));
        if (ProcessUser.isRoot()) {
            new SharedFile(directory.resolve("file")).checkReplaceable();
            return;
        }
        FileException problem = problem(directory.resolve("file"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        assertEquals(Kind.READ_ONLY, problem.kind());
        assertEquals(directory, problem.path());
    }

    @Test
    void aMissingDirectoryIsNotMade() {
        Path directory = folder.resolve("directory");
        FileException problem = problem(directory.resolve("file"));
        assertEquals(Kind.NO_DIRECTORY, problem.kind());
        assertEquals(directory + " " + Messages.DOES_NOT_EXIST, problem.getMessage());
        assertFalse(Files.exists(directory));
    }

    @Test
    void aFolderOfTheKernelTakesNoFiles() {
        Path proc = Path.of("/proc");
        assumeTrue(ProcessUser.isRoot() && Files.isDirectory(proc.resolve("self")), "others may not even try");
        FileException problem = problem(proc.resolve("file"));
        assertEquals("/proc " + Messages.TAKES_NO_FILES, problem.getMessage());
        assertEquals(Kind.PROTECTED, problem.kind());
    }

    @Test
    void aFileIsNoDirectory() throws Exception {
        Path file = file("old", "rw-------");
        FileException problem = problem(file.resolve("below"));
        assertEquals(Kind.FILE_AS_DIRECTORY, problem.kind());
        assertEquals(file + " " + Messages.IS_NO_DIRECTORY, problem.getMessage());
    }

    @Test
    void aDirectoryIsNotReplaced() {
        assertEquals(Kind.NOT_A_FILE, problem(folder).kind());
    }

    @Test
    void whatAnotherProgramWroteMeanwhileIsKept() throws Exception {
        Path file = file("old", "rw-------");
        List<String> seen = new ArrayList<>();
        new SharedFile(file).edit(EditLock.none(), present -> {
            String text = text(present);
            seen.add(text);
            if (seen.size() == 1) {
                write(file, "other");
            }
            return to(text + "+", "");
        });
        assertEquals(List.of("old", "other"), seen);
        assertEquals("other+", Files.readString(file));
    }

    @Test
    void aFileThatAnotherProgramMadeMeanwhileIsKept() throws Exception {
        Path file = folder.resolve("file");
        new SharedFile(file).edit(EditLock.none(), present -> {
            if (present.isEmpty()) {
                write(file, "other");
            }
            return to(text(present) + "+", "");
        });
        assertEquals("other+", Files.readString(file));
    }

    @Test
    void aLinkThatLeadsElsewhereMeanwhileIsFollowedAnew() throws Exception {
        Path one = file("one", "rw-------");
        Path two = Files.writeString(folder.resolve("two"), "one");
        Path link = Files.createSymbolicLink(folder.resolve("link"), one);
        List<String> seen = new ArrayList<>();
        new SharedFile(link).edit(EditLock.none(), present -> {
            if (seen.isEmpty()) {
                relink(link, two);
            }
            seen.add(text(present));
            return to(text(present) + "+", "");
        });
        assertEquals("one", Files.readString(one));
        assertEquals("one+", Files.readString(two));
    }

    @Test
    void itGivesUpWhereTheFileNeverRests() throws Exception {
        Path file = file("old", "rw-------");
        int[] times = {0};
        FileException problem = assertThrows(
                FileException.class,
                () -> new SharedFile(file).edit(EditLock.none(), present -> {
                    write(file, "other " + times[0]++);
                    return to("mine", "");
                }));
        assertEquals(Kind.BUSY, problem.kind());
        assertTrue(Files.readString(file).startsWith("other"));
    }

    @Test
    void anEditorThatFailsChangesNothing() throws Exception {
        Path file = file("old", "rw-r--r--");
        assertThrows(
                IllegalStateException.class,
                () -> new SharedFile(file).edit(EditLock.none(), present -> {
                    throw new IllegalStateException();
                }));
        assertEquals("old", Files.readString(file));
        assertEquals("rw-r--r--", permissions(file));
    }

    @Test
    void whetherItCouldBeReplacedIsToldWithoutWriting() throws Exception {
        new SharedFile(folder.resolve("new")).checkReplaceable();
        assertFalse(Files.exists(folder.resolve("new")));
        assertThrows(FileException.class, () -> new SharedFile(file("a", "r--------")).checkReplaceable());
    }

    /** Else a file that grew to the limit could not be read any more, and nothing could be taken out of it. */
    @Test
    void whatWouldBeTooLargeToReadIsNotWritten() throws Exception {
        Path file = file("old", "rw-------");
        FileException problem = assertThrows(FileException.class, () -> edit(file, new byte[SharedFile.MAX_BYTES + 1]));
        assertEquals(Kind.TOO_LARGE, problem.kind());
        assertEquals("old", Files.readString(file));
        edit(file, new byte[SharedFile.MAX_BYTES]);
        assertEquals(SharedFile.MAX_BYTES, Files.size(file));
    }

    /** It may hold a key. */
    @Test
    void whatAKilledRunLeftIsRemovedAlsoByARunThatChangesNothing() throws Exception {
        Path left = Files.writeString(folder.resolve(".wandb-0123456789abcdef.tmp"), "key");
        assertEquals(List.of(left), StaleTempFiles.beside(folder.resolve("file")));
        new SharedFile(folder.resolve("file")).edit(EditLock.in(folder.resolve("config")), present -> Change.none(""));
        assertFalse(Files.exists(left));
    }

    /** Without the lock it may be that of a run that goes on. */
    @Test
    void withoutTheLockItStays() throws Exception {
        Path left = Files.writeString(folder.resolve(".wandb-0123456789abcdef.tmp"), "key");
        new SharedFile(folder.resolve("file")).edit(EditLock.none(), present -> Change.none(""));
        assertTrue(Files.exists(left));
        Files.delete(left);
    }

    private static void edit(Path file, byte[] bytes) throws FileException {
        new SharedFile(file).edit(EditLock.none(), present -> Change.to(bytes, ""));
    }

    /** Between the look for what is missing and the next. */
    @Test
    void aDirectoryThatAnotherRunMadeMeanwhileIsNoObstacle() {
        assertDoesNotThrow(() -> SharedFile.checkCanBeMade(folder));
    }

    private Path file(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static EditResult<String> append(Path file, String text) throws FileException {
        return new SharedFile(file).edit(EditLock.none(), present -> to(text(present) + text, ""));
    }

    private static FileException problem(Path file) {
        return assertThrows(FileException.class, () -> append(file, "+"));
    }

    private static Change<String> to(String text, String answer) {
        return Change.to(text.getBytes(StandardCharsets.UTF_8), answer);
    }

    private static String text(Optional<FileContent> present) {
        return present.map(content -> new String(content.bytes(), StandardCharsets.UTF_8))
                .orElse("");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void relink(Path link, Path target) {
        try {
            Files.delete(link);
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object fileKey(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
