package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.files.ownership.ProcessUser;

/** The home of a user, who has a number and no name, and a folder of root's that he cannot change. */
@DisabledOnOs(OS.WINDOWS)
abstract class AtAUsersHome {

    static final int USER = 12_345;

    @TempDir
    Path folder;

    Path home;
    Path roots;

    @BeforeEach
    void aHomeIsThere() throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root has more rights than a user");
        folder = folder.toRealPath();
        home = users(Files.createDirectory(folder.resolve("home")));
        roots = Files.createDirectory(folder.resolve("roots"));
        Files.writeString(roots.resolve("settings"), "root's");
    }

    static Path users(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", USER, LinkOption.NOFOLLOW_LINKS);
        return path;
    }

    Path link(String name, Path target) throws IOException {
        return Files.createSymbolicLink(home.resolve(name), target);
    }

    static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    static EditResult<String> edit(Path file) throws FileException {
        return new SharedFile(file)
                .makingItsFolder()
                .edit(EditLock.none(), present -> Change.to("new".getBytes(StandardCharsets.US_ASCII), ""));
    }

    void assertRootsIsAsItWas() throws IOException {
        assertEquals(0, owner(roots));
        assertEquals(0, owner(roots.resolve("settings")));
        assertEquals("root's", Files.readString(roots.resolve("settings")));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(roots)) {
            for (Path each : all) {
                assertEquals(roots.resolve("settings"), each);
            }
        }
    }
}
