package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.files.message.Messages;

/** A file that cannot be replaced is overwritten, and put back where that was broken off. */
@DisabledOnOs(OS.WINDOWS)
class InPlaceTest {

    @TempDir
    private Path folder;

    private Path config;
    private Path file;

    @BeforeEach
    void aFileIsThere() throws IOException {
        config = Files.createDirectory(folder.resolve("config"));
        file = Files.writeString(folder.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aFileWithTwoNamesIsOverwritten() throws Exception {
        Path second = Files.createLink(folder.resolve("second"), file);
        EditResult<String> edited = edit(EditLock.in(config), "new and longer");
        assertTrue(edited.inPlace());
        assertEquals("new and longer", Files.readString(second));
        assertFalse(Files.exists(config.resolve("auth.undo")));
    }

    @Test
    void aShorterTextIsAllThatStays() throws Exception {
        Path second = Files.createLink(folder.resolve("second"), file);
        edit(EditLock.in(config), "n");
        assertEquals("n", Files.readString(second));
    }

    @Test
    void withoutAPlaceForACopyItIsNotOverwritten() throws Exception {
        Files.createLink(folder.resolve("second"), file);
        assertThrows(FileException.class, () -> edit(EditLock.none(), "new"));
        assertEquals("old", Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({
        "old text, new text that is longer, new text, old text", // broken off
        "old text, new, new text, old text",
        "old text, new, newtext x, newtext x", // somebody else wrote it
        "old text, new, old text, old text", // not begun
        "old text, new, new, new" // done
    })
    void aRunThatWasKilledIsUndoneByTheNext(String old, String wanted, String found, String then) throws Exception {
        Files.writeString(file, found);
        undoFile(old, wanted, 0);
        new SharedFile(folder.resolve("another file")).edit(EditLock.in(config), present -> Change.none(""));
        assertEquals(then, Files.readString(file));
        assertFalse(Files.exists(config.resolve("auth.undo")));
    }

    @Test
    void anUndoFileThatWasNotFinishedIsRemoved() throws Exception {
        undoFile("old text", "new", 2);
        Files.writeString(file, "new text");
        new SharedFile(folder.resolve("another file")).edit(EditLock.in(config), present -> Change.none(""));
        assertEquals("new text", Files.readString(file));
        assertFalse(Files.exists(config.resolve("auth.undo")));
    }

    @Test
    void anUndoFileOfAnotherUserIsNotFollowed() throws Exception {
        Files.writeString(file, "new text");
        undoFile("old text", "new", 0);
        Path planted = config.resolve("auth.undo");
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(planted, "unix:uid")), "only root can give files away");
        Files.setAttribute(planted, "unix:uid", 12345);

        new SharedFile(folder.resolve("another file")).edit(EditLock.in(config), present -> Change.none(""));
        assertEquals("new text", Files.readString(file));

        Files.createLink(folder.resolve("second"), file);
        FileException problem = assertThrows(FileException.class, () -> edit(EditLock.in(config), "newer"));
        assertEquals(FileException.Kind.FOREIGN, problem.kind());
        assertEquals("new text", Files.readString(file));
        assertTrue(Files.exists(planted));
    }

    /** Nothing tells which file it is about, so none can be kept from being edited for it. */
    @ParameterizedTest
    @ValueSource(strings = {"folder", "dangling link", "pipe", "no path", "3 GB", "no words"})
    void whatIsNoUndoFileStopsNoEdit(String what) throws Exception {
        Path undo = config.resolve("auth.undo");
        switch (what) {
            case "folder" -> Files.createDirectory(undo);
            case "dangling link" -> Files.createSymbolicLink(undo, folder.resolve("nowhere"));
            case "pipe" ->
                assertEquals(
                        0, new ProcessBuilder("mkfifo", undo.toString()).start().waitFor());
            case "no path" -> Files.write(undo, new byte[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            case "3 GB" -> {
                try (RandomAccessFile sparse = new RandomAccessFile(undo.toFile(), "rw")) {
                    sparse.setLength(3L << 30);
                }
            }
            default -> Files.writeString(undo, "\u0000\u0000");
        }
        edit(EditLock.in(config), "new");
        assertEquals("new", Files.readString(file));
    }

    @Test
    void whatStandsWhereTheCopyGoesIsNamedAndStays() throws Exception {
        Files.createLink(folder.resolve("second"), file);
        Path undo = Files.createSymbolicLink(config.resolve("auth.undo"), folder.resolve("nowhere"));
        FileException problem = assertThrows(FileException.class, () -> edit(EditLock.in(config), "new"));
        assertEquals(undo + " " + Messages.IN_THE_WAY_OF_COPY, problem.getMessage());
        assertEquals(Messages.NAME_ANOTHER_OR_MOVE, problem.remedy());
        assertTrue(Files.isSymbolicLink(undo));
        assertEquals("old", Files.readString(file));
    }

    /** In such a folder another user can put a file of this user's under the name of the journal. */
    @Test
    void inAFolderWhereAnybodyMayLeaveFilesNoUndoFileIsBelievedOrMade() throws Exception {
        Files.writeString(file, "new text");
        undoFile("old text", "new", 0);
        Files.setAttribute(config, "unix:mode", 01777);
        new SharedFile(folder.resolve("another file")).edit(EditLock.in(config), present -> Change.none(""));
        assertEquals("new text", Files.readString(file));

        Files.delete(config.resolve("auth.undo"));
        Files.createLink(folder.resolve("second"), file);
        FileException problem = assertThrows(FileException.class, () -> edit(EditLock.in(config), "newer"));
        assertEquals(FileException.Kind.FOREIGN, problem.kind());
        assertEquals(config, problem.path());
        assertEquals("new text", Files.readString(file));
    }

    private void undoFile(String old, String wanted, int missing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String part : new String[] {file.toString(), old, wanted}) {
                out.writeInt(part.length());
                out.write(part.getBytes(StandardCharsets.US_ASCII));
            }
        }
        byte[] all = bytes.toByteArray();
        Files.write(config.resolve("auth.undo"), java.util.Arrays.copyOf(all, all.length - missing));
    }

    private EditResult<String> edit(EditLock lock, String text) throws FileException {
        return new SharedFile(file).edit(lock, present -> Change.to(text.getBytes(StandardCharsets.US_ASCII), ""));
    }
}
