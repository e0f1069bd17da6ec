package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;

/** Root in a user's home does nothing that the user could have made root do elsewhere. */
class RootInAnotherHomeTest extends AtAUsersHome {

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
                file + " " + Messages.IS_A_DIRECTORY,
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
}
