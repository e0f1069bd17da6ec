package wandb.auth.plugins;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.files.ownership.ProcessUser;

/** No jar of another user's is read, whatever he renames between the look and the reading. */
@DisabledOnOs(OS.WINDOWS)
class JarFolderTest {

    private static final int NOBODY = 65_534;
    private static final int RENAMES = 10_000;
    private static final byte[] THEIRS = "theirs".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path machine;

    private Path folder;
    private Path shared;

    @BeforeEach
    void layFolders() throws IOException {
        Path real = machine.toRealPath();
        folder = Files.createDirectory(real.resolve("plugin"));
        shared = Files.createDirectory(real.resolve("shared"));
        Files.setAttribute(folder, "unix:mode", 0755);
        Files.setAttribute(shared, "unix:mode", 01777);
    }

    private static void giveToNobody(Path path) throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root can give a file away");
        Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    }

    /** Another user can rename in a shared folder what is his own; meanwhile the plugin's folder is read. */
    private void assertNothingOfTheirsIsRead(Path planted, Path name) throws Exception {
        Thread partner = Thread.ofPlatform().start(() -> rename(planted, name));
        int looks = 0;
        while (partner.isAlive() || looks == 0) {
            assertThrows(PluginException.class, () -> new JarFolder(folder).read());
            looks++;
        }
        partner.join();
    }

    private static void rename(Path one, Path other) {
        try {
            for (int i = 0; i < RENAMES; i++) {
                Files.move(one, other);
                Files.move(other, one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLinkThatLedNowhereWhenItWasJudgedIsNotFollowedToAnothersJar() throws Exception {
        Path name = shared.resolve("a.jar");
        Path planted = Files.write(shared.resolve("planted"), THEIRS);
        giveToNobody(planted);
        Files.createSymbolicLink(folder.resolve("a.jar"), name);

        assertNothingOfTheirsIsRead(planted, name);
    }

    @Test
    void norIsALinkOfAnothers() throws Exception {
        Path name = shared.resolve("a.jar");
        Path theirs = Files.write(shared.resolve("theirs.jar"), THEIRS);
        Path planted = Files.createSymbolicLink(shared.resolve("planted"), theirs);
        giveToNobody(theirs);
        giveToNobody(planted);
        Files.createSymbolicLink(folder.resolve("a.jar"), name);

        assertNothingOfTheirsIsRead(planted, name);
    }

    @Test
    void norIsAFolderOfAnothersUnderANameThatWasFree() throws Exception {
        Path name = shared.resolve("plugin");
        Path planted = Files.createDirectory(shared.resolve("planted"));
        Files.write(planted.resolve("a.jar"), THEIRS);
        giveToNobody(planted.resolve("a.jar"));
        giveToNobody(planted);
        Files.delete(folder);
        Files.createSymbolicLink(folder, name);

        assertNothingOfTheirsIsRead(planted, name);
    }
}
