package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;

/** Whose a file is and what hangs on it; only root can give a file to another user. */
@DisabledOnOs(OS.WINDOWS)
class KeptAttributesTest {

    private static final int SOMEBODY = 1234;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFileIsThere() throws IOException {
        file = Files.writeString(folder.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aUsersFileStaysTheUsersWhenRootEditsIt() throws Exception {
        own(file);
        edit(file);
        assertEquals(SOMEBODY, uid(file));
        assertEquals(SOMEBODY, Files.getAttribute(file, "unix:gid"));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void aFileThatRootMakesInAUsersDirectoryIsTheUsers() throws Exception {
        own(folder);
        edit(folder.resolve("another"));
        assertEquals(SOMEBODY, uid(folder.resolve("another")));
        own(folder, 0);
    }

    @Test
    void aDirectoryThatRootMakesInAUsersDirectoryIsTheUsers() throws Exception {
        own(folder);
        Path made = folder.resolve("config/wandb/settings");
        new SharedFile(made).makingItsFolder().edit(EditLock.none(), present -> bytes());
        assertEquals(SOMEBODY, uid(folder.resolve("config/wandb")));
        assertEquals(SOMEBODY, uid(folder.resolve("config")));
        own(folder, 0);
    }

    @Test
    void extendedAttributesStay() throws Exception {
        UserDefinedFileAttributeView before = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        assumeTrue(before != null && isWritable(before), "the file system knows no extended attributes");
        edit(file);
        UserDefinedFileAttributeView after = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        ByteBuffer value = ByteBuffer.allocate(5);
        after.read("note", value);
        assertArrayEquals("value".getBytes(StandardCharsets.US_ASCII), value.array());
    }

    @Test
    void aLinkOfSomebodyElseInAStickyDirectoryIsNotFollowed() throws Exception {
        Path open = sticky();
        Path link = Files.createSymbolicLink(open.resolve("link"), file);
        own(link);
        assertEquals(Kind.FOREIGN, problem(link).kind());
        assertEquals("old", Files.readString(file));
    }

    @Test
    void aFileOfSomebodyElseInAStickyDirectoryIsNotWritten() throws Exception {
        Path planted = Files.writeString(sticky().resolve("planted"), "");
        own(planted);
        FileException problem = problem(planted);
        assertEquals(planted + " " + Messages.OF_ANOTHER_USER_WHERE_ALL_WRITE, problem.getMessage());
    }

    @Test
    void ownLinksInAStickyDirectoryAreFollowed() throws Exception {
        Path link = Files.createSymbolicLink(sticky().resolve("link"), file);
        edit(link);
        assertEquals("new", Files.readString(file));
    }

    @Test
    void litterOfAKilledRunIsRemovedUnderTheLockOnly() throws Exception {
        Path litter = Files.writeString(folder.resolve(".wandb-0123456789abcdef.tmp"), "secret");
        new SharedFile(file).edit(EditLock.none(), present -> bytes());
        assertTrue(Files.exists(litter));
        new SharedFile(file)
                .edit(EditLock.in(folder), present -> Change.to("newer".getBytes(StandardCharsets.US_ASCII), ""));
        assertFalse(Files.exists(litter));
    }

    @Test
    void whatOnlyLooksLikeLitterStays() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve(".wandb-0123456789abcde0.tmp"), file);
        Path directory = Files.createDirectory(folder.resolve(".wandb-0123456789abcde1.tmp"));
        Path foreign = Files.writeString(folder.resolve(".wandb-0123456789abcde2.tmp"), "");
        own(foreign);
        Path linked = Files.createLink(
                folder.resolve(".wandb-0123456789abcde3.tmp"), Files.writeString(folder.resolve("kept"), ""));
        Path otherName = Files.writeString(folder.resolve(".wandb-0123456789abcdeg.tmp"), "");
        new SharedFile(file).edit(EditLock.in(folder), present -> bytes());
        for (Path path : new Path[] {link, directory, foreign, linked, otherName}) {
            assertTrue(Files.exists(path, LinkOption.NOFOLLOW_LINKS), path.toString());
        }
    }

    private Path sticky() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setAttribute(open, "unix:mode", 01777);
        return open;
    }

    private static boolean isWritable(UserDefinedFileAttributeView view) {
        try {
            view.write("note", ByteBuffer.wrap("value".getBytes(StandardCharsets.US_ASCII)));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void own(Path path) throws IOException {
        assumeTrue(uid(path) == 0, "only root can give files away");
        own(path, SOMEBODY);
    }

    private static void own(Path path, int user) throws IOException {
        Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static void edit(Path file) throws FileException {
        new SharedFile(file).edit(EditLock.none(), present -> bytes());
    }

    private static FileException problem(Path file) {
        return assertThrows(FileException.class, () -> edit(file));
    }

    private static Change<String> bytes() {
        return Change.to("new".getBytes(StandardCharsets.US_ASCII), "");
    }
}
