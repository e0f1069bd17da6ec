package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;
import wandb.auth.netrc.message.Messages;

/** Windows and macOS, which no machine of ours runs, on file systems in memory that follow their rules. */
class OtherSystemsTest {

    private static final String OTHERS = "machine github.com login me password gh_token\r\n";

    @Test
    void windowsGetsAnUnderscoredFileAndNoMatterWhatItsCaseItIsOne() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path home = Files.createDirectories(windows.getPath("C:\\Users\\me"));
            Path file = Files.writeString(home.resolve("_NETRC"), OTHERS);
            Saved saved = save(home, OperatingSystem.WINDOWS);
            assertInstanceOf(Saved.Stored.class, saved, saved::toString);
            assertTrue(Files.readString(file).startsWith(OTHERS));
            assertEquals(2, names(home).size(), () -> "not one netrc file: " + names(home));
            assertEquals("found", found(home, OperatingSystem.WINDOWS));
        }
    }

    @Test
    void windowsMakesAnUnderscoredFileAndTellsNothingOfModes() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path home = Files.createDirectories(windows.getPath("C:\\Users\\me"));
            Saved saved = save(home, OperatingSystem.WINDOWS);
            Saved.Stored stored = assertInstanceOf(Saved.Stored.class, saved, saved::toString);
            assertEquals(List.of(Messages.FILE_CREATED), stored.remarks());
            assertEquals(List.of(".config", "_netrc"), names(home));
            assertTrue(Files.exists(home.resolve(".config\\wandb\\auth.lock")));
        }
    }

    @Test
    void windowsTakesADottedFileThatIsThere() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path home = Files.createDirectories(windows.getPath("C:\\Users\\me"));
            Path file = Files.writeString(home.resolve(".netrc"), OTHERS);
            save(home, OperatingSystem.WINDOWS);
            assertTrue(Files.readString(file).contains(Fixture.NEW_KEY));
            assertFalse(Files.exists(home.resolve("_netrc")));
        }
    }

    /** As Python's {@code expanduser} has it there. */
    @ParameterizedTest
    @CsvSource({
        "~\\keys\\netrc, C:\\Users\\me\\keys\\netrc",
        "~/keys/netrc, C:\\Users\\me\\keys\\netrc",
        "~\\\\netrc, C:\\Users\\me\\netrc",
        "D:\\netrc, D:\\netrc",
        "\\\\server\\share\\netrc, \\\\server\\share\\netrc",
        "keys\\netrc, C:\\Users\\me\\keys\\netrc",
    })
    void windowsHasTwoSeparatorsDrivesAndShares(String named, String file) throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path home = Files.createDirectories(windows.getPath("C:\\Users\\me"));
            Environment environment = new Environment(
                    Map.of("NETRC", named), Optional.of(home), home, OperatingSystem.WINDOWS, Terminal.NONE);
            assertEquals(new Valid<>(windows.getPath(file)), FileChoice.in(environment));
        }
    }

    @Test
    void windowsKeepsTheLineEndsOfTheFile() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path home = Files.createDirectories(windows.getPath("C:\\Users\\me"));
            Path file = Files.writeString(home.resolve("_netrc"), OTHERS);
            save(home, OperatingSystem.WINDOWS);
            String text = Files.readString(file);
            assertEquals(text.replace("\r\n", "\n").replace("\n", "\r\n"), text);
        }
    }

    @Test
    void macosFindsAFileWhateverItsCaseAndKeepsALink() throws Exception {
        try (FileSystem mac = Jimfs.newFileSystem(Configuration.osX())) {
            Path home = Files.createDirectories(mac.getPath("/Users/me"));
            Path target = Files.writeString(home.resolve("dotfiles"), OTHERS);
            Files.createSymbolicLink(home.resolve(".Netrc"), target);
            Saved saved = save(home, OperatingSystem.MACOS);
            assertInstanceOf(Saved.Stored.class, saved, saved::toString);
            assertTrue(Files.isSymbolicLink(home.resolve(".netrc")));
            assertTrue(Files.readString(target).startsWith(OTHERS));
            assertEquals("found", found(home, OperatingSystem.MACOS));
        }
    }

    @Test
    void litterIsRemovedThereToo() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path home = Files.createDirectories(windows.getPath("C:\\Users\\me"));
            Path litter = Files.writeString(home.resolve(".wandb-0123456789abcdef.tmp"), "secret");
            save(home, OperatingSystem.WINDOWS);
            assertFalse(Files.exists(litter));
        }
    }

    private static CredentialStore store(Path home, OperatingSystem system) {
        return Fixture.store(new Environment(Map.of(), Optional.of(home), home, system, Terminal.NONE));
    }

    private static Saved save(Path home, OperatingSystem system) {
        return store(home, system)
                .save(
                        Fixture.query("https://wandb.example.com"),
                        ApiKey.parse(Fixture.NEW_KEY),
                        new Precondition.Anything());
    }

    private static String found(Path home, OperatingSystem system) {
        Outcome outcome = store(home, system)
                .find(Fixture.query("https://wandb.example.com"))
                .outcome();
        return outcome instanceof Outcome.Found ? "found" : outcome.toString();
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
