package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.ownership.ProcessUser;

/** Root in a user's home does nothing that the user could have made root do elsewhere. The user has a number, and no name. */
@DisabledOnOs(OS.WINDOWS)
class RootInAnotherHomeTest {

    private static final int USER = 12_345;
    private static final int RENAMES = 10_000;

    @TempDir
    private Path folder;

    private Path home;
    private Path roots;

    @BeforeEach
    void aHomeIsThere() throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root has more rights than a user");
        folder = folder.toRealPath();
        home = users(Files.createDirectory(folder.resolve("home")));
        roots = Files.createDirectory(folder.resolve("roots"));
        Files.writeString(roots.resolve("settings"), "root's");
    }

    private static Path users(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", USER, LinkOption.NOFOLLOW_LINKS);
        return path;
    }

    private Path link(String name, Path target) throws IOException {
        return Files.createSymbolicLink(home.resolve(name), target);
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static EditResult<String> edit(Path file) throws FileException {
        return new SharedFile(file)
                .makingItsFolder()
                .edit(EditLock.none(), present -> Change.to("new".getBytes(StandardCharsets.US_ASCII), ""));
    }

    private void assertRootsIsAsItWas() throws IOException {
        assertEquals(0, owner(roots));
        assertEquals(0, owner(roots.resolve("settings")));
        assertEquals("root's", Files.readString(roots.resolve("settings")));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(roots)) {
            for (Path each : all) {
                assertEquals(roots.resolve("settings"), each);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "new", "sub/new"})
    void noLinkOfTheUserLeadsToRootsFolder(String name) throws IOException {
        Path file = link("config", roots).resolve(name);
        assertEquals(
                Kind.FOREIGN,
                assertThrows(FileException.class, () -> edit(file)).kind());
        assertEquals(
                Kind.FOREIGN,
                assertThrows(FileException.class, () -> new SharedFile(file).read())
                        .kind());
        assertEquals(
                Kind.FOREIGN,
                assertThrows(
                                FileException.class,
                                () -> new SharedFile(file).makingItsFolder().checkReplaceable())
                        .kind());
        assertRootsIsAsItWas();
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "new"})
    void norToRootsFile(String name) throws IOException {
        Path file = link(".netrc", roots.resolve(name));
        assertEquals(
                Kind.FOREIGN,
                assertThrows(FileException.class, () -> edit(file)).kind());
        assertRootsIsAsItWas();
    }

    @Test
    void norByAChainOfLinks() throws IOException {
        Files.createSymbolicLink(folder.resolve("between"), roots);
        Path file = link("config", Path.of("../between")).resolve("settings");
        assertEquals(
                Kind.FOREIGN,
                assertThrows(FileException.class, () -> edit(file)).kind());
        assertRootsIsAsItWas();
    }

    @Test
    void noFileOfRootsWithAnotherNameElsewhereIsWritten() throws IOException {
        Path file = Files.createLink(home.resolve(".netrc"), roots.resolve("settings"));
        assertEquals(
                Kind.FOREIGN,
                assertThrows(FileException.class, () -> edit(file)).kind());
        assertRootsIsAsItWas();
    }

    @Test
    void aLinkWithinTheHomeIsFollowedAndStays() throws Exception {
        Path dotfiles = users(Files.createDirectory(home.resolve("dotfiles")));
        Path target = users(Files.writeString(dotfiles.resolve("netrc"), "old"));
        Path file = link(".netrc", Path.of("dotfiles/netrc"));
        edit(file);
        assertTrue(Files.isSymbolicLink(file));
        assertEquals("new", Files.readString(target));
        assertEquals(USER, owner(target));
    }

    @Test
    void whatRootMakesIsTheUsers() throws Exception {
        Path file = home.resolve("config/wandb/settings");
        assertTrue(edit(file).created());
        assertEquals("new", new String(new SharedFile(file).read().orElseThrow().bytes(), StandardCharsets.US_ASCII));
        for (String name : new String[] {"config", "config/wandb", "config/wandb/settings"}) {
            assertEquals(USER, owner(home.resolve(name)), name);
        }
    }

    @Test
    void messagesNameTheFileAsPeopleKnowIt() throws Exception {
        Path file = users(Files.createDirectory(home.resolve(".netrc")));
        assertEquals(
                file + " is a directory, not a file",
                assertThrows(FileException.class, () -> new SharedFile(file).read())
                        .getMessage());
    }

    @Test
    void theLockIsTheUsersToo() throws Exception {
        try (EditLock.Held held = EditLock.in(home.resolve("config")).hold()) {
            assertTrue(held.folder().isPresent());
        }
        assertEquals(USER, owner(home.resolve("config")));
        assertEquals(USER, owner(home.resolve("config/auth.lock")));
    }

    /** The user could keep one there that overwrites any file. */
    @Test
    void noUndoFileOfTheUsersFolderIsBelieved() throws Exception {
        Path config = users(Files.createDirectory(home.resolve("config")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String part : new String[] {roots.resolve("settings").toString(), "root", "root'sss"}) {
                out.writeInt(part.length());
                out.write(part.getBytes(StandardCharsets.US_ASCII));
            }
        }
        Path journal = Files.write(home.resolve("journal"), bytes.toByteArray());
        raced(journal, config.resolve("auth.undo"), ignored -> locked(home.resolve(".netrc"), config));
        assertRootsIsAsItWas();
    }

    @Test
    void norIsAnyFileOfRootsTakenForTheLock() throws Exception {
        Path config = users(Files.createDirectory(home.resolve("config")));
        Path lock = users(Files.writeString(config.resolve("auth.lock"), ""));
        Path hard = Files.createLink(home.resolve("hard"), roots.resolve("settings"));
        raced(lock, hard, ignored -> locked(home.resolve(".netrc"), config));
        assertEquals("root's", Files.readString(roots.resolve("settings")));
        assertEquals(0, owner(roots.resolve("settings")));
    }

    private static void locked(Path file, Path config) {
        try {
            new SharedFile(file).edit(EditLock.in(config), present -> Change.none(""));
        } catch (FileException e) {
            return; // refused, or changed too often
        }
    }

    @Test
    void aUserWhoSwapsAFolderForALinkNeverLeadsRootThere() throws Exception {
        Path config = users(Files.createDirectory(home.resolve("config")));
        users(Files.createDirectory(config.resolve("wandb")));
        Path link = link("link", roots);
        raced(config, link, ignored -> attempt(home.resolve("config/settings")));
        raced(config, link, ignored -> attempt(home.resolve("config/made/settings")));
        assertRootsIsAsItWas();
    }

    @Test
    void norBySwappingAFile() throws Exception {
        Path file = users(Files.writeString(home.resolve(".netrc"), "users"));
        Path link = link("link", roots.resolve("settings"));
        raced(file, link, ignored -> attempt(file));
        Path hard = Files.createLink(home.resolve("hard"), roots.resolve("settings"));
        raced(file, hard, ignored -> attempt(file));
        Files.deleteIfExists(home.resolve("hard"));
        Files.deleteIfExists(home.resolve("aside"));
        assertRootsIsAsItWas();
    }

    private static void attempt(Path file) {
        try {
            edit(file);
        } catch (FileException e) {
            return; // refused, or changed too often
        }
    }

    /** Does the work again and again while a partner gives the name to one and the other file in turn. */
    private void raced(Path name, Path other, Consumer<Path> work) throws Exception {
        Path aside = home.resolve("aside");
        Thread partner = Thread.ofPlatform().start(() -> swap(name, other, aside));
        int done = 0;
        while (partner.isAlive() || done == 0) {
            work.accept(name);
            done++;
        }
        partner.join();
    }

    private static void swap(Path name, Path other, Path aside) {
        for (int i = 0; i < RENAMES; i++) {
            move(name, aside);
            move(other, name);
            move(name, other);
            move(aside, name);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return; // the run has just made or replaced one of them
        }
    }
}
