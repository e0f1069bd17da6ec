package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nor while the user renames what root is looking at. Each race is tens of thousands of renames, too long for a unit test. */
class RootInAnotherHomeRaceIT extends AtAUsersHome {

    private static final int RENAMES = 10_000;

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

    /** As {@code sudo} leaves one behind. */
    @Test
    void norBySwappingAFolderOfRootsInTheHome() throws Exception {
        Path config = Files.createDirectory(home.resolve("config"));
        raced(config, link("link", roots), ignored -> attempt(home.resolve("config/new")));
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
