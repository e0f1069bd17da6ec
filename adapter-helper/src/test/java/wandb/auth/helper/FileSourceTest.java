package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.helper.message.Messages;

/** Files as sources: those that systemd, Docker and Kubernetes put there. */
class FileSourceTest extends AtAWorkbench {

    private static final SourceId ID = new SourceId("file:x");
    private static final int SOMEBODY = 12_345;

    private Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private CredentialSource source(String path, String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("path", path));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        StoreLookup.Opened opened = assertInstanceOf(StoreLookup.Opened.class, bench.open("file:x", all));
        return opened.source();
    }

    private static Outcome find(CredentialSource source, Account account) {
        return source.find(Given.query(account)).outcome();
    }

    private static Outcome find(CredentialSource source) {
        return find(source, Given.CLOUD);
    }

    private Path keyFile() throws IOException {
        return write(bench.home().resolve("secrets/wandb"), Given.KEY.reveal() + "\n");
    }

    @Test
    void theKeyIsItsOneLine() throws Exception {
        CredentialSource source = source(keyFile().toString());
        Given.assertFound(Given.KEY, find(source));
        assertEquals(Protection.PLAINTEXT, source.protection());
        assertFalse(source instanceof CredentialStore);
    }

    @Test
    void aKeyIsForOneAccount() throws Exception {
        String file = keyFile().toString();
        Account other = Given.account("https://wandb.example.com");
        assertInstanceOf(Outcome.Absent.class, find(source(file), other));
        Given.assertFound(Given.KEY, find(source(file, "host", "https://wandb.example.com"), other));
        assertInstanceOf(Outcome.Absent.class, find(source(file, "profile", "work")));
    }

    @Test
    void itIsReadAsTheOutputOfACommandIs() throws Exception {
        String file = write(bench.home().resolve("a/b"), Given.KEY.reveal() + "\nuser: me\n")
                .toString();
        assertEquals(Messages.severalLines(Optional.empty()).problem(), Given.problem(find(source(file))));
        Given.assertFound(Given.KEY, find(source(file, "format", "first-line")));
        write(Path.of(file), "{\"api_key\": \"" + Given.KEY.reveal() + "\"}");
        Given.assertFound(Given.KEY, find(source(file, "field", "/api_key")));
        write(Path.of(file), "  \n");
        assertEquals(Messages.nothingThere(Optional.empty()).problem(), Given.problem(find(source(file))));
    }

    @Test
    void itsPathCanBeginWithTheHomeOrTheFolderOfSystemd() throws Exception {
        keyFile();
        Given.assertFound(Given.KEY, find(source("~/secrets/wandb")));
        bench.with("CREDENTIALS_DIRECTORY", bench.home().resolve("secrets").toString());
        Given.assertFound(Given.KEY, find(source("$CREDENTIALS_DIRECTORY/wandb")));
    }

    @Test
    void outsideOfSuchAServiceThereIsNothing() {
        assertInstanceOf(Outcome.Absent.class, find(source("$CREDENTIALS_DIRECTORY/wandb")));
    }

    @Test
    void aFileThatIsMissingIsNothingUnlessItsFolderIsMissingToo() throws Exception {
        keyFile();
        assertInstanceOf(Outcome.Absent.class, find(source("~/secrets/other")));
        assertEquals(Messages.folderMissing().problem(), Given.problem(find(source("~/missing/wandb"))));
    }

    /** As Kubernetes mounts a secret: in a folder that everybody may write but for its sticky bit, by two links of root. */
    @Test
    void theLinksOfKubernetesAreFollowed() throws Exception {
        Path mount = Files.createDirectories(bench.home().resolve("mount"));
        Path version = Files.createDirectories(mount.resolve("..2026_11_28"));
        write(version.resolve("key"), Given.KEY.reveal());
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_11_28"));
        Files.createSymbolicLink(mount.resolve("key"), Path.of("..data/key"));
        Given.assertFound(Given.KEY, find(source(mount.resolve("key").toString())));
    }

    @Test
    void whatOthersMayWriteIsRefused() throws Exception {
        Path file = keyFile();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        assertTrue(Given.problem(find(source(file.toString()))).startsWith("It is writable by group or others"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTrue(Given.problem(find(source(file.toString()))).startsWith("It is writable by group or others"));
    }

    @Test
    void whatOthersMayReadIsRefusedUnlessItIsRoots() throws Exception {
        Path file = keyFile();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        boolean isRoots = (int) Files.getAttribute(file, "unix:uid") == 0;
        Outcome outcome = find(source(file.toString()));
        if (isRoots) {
            Given.assertFound(Given.KEY, outcome);
        } else {
            assertEquals(Messages.readableByOthers(file).problem(), Given.problem(outcome));
        }
    }

    @Test
    void anotherUsersFileIsRefused() throws Exception {
        Path file = keyFile();
        assumeTrue((int) Files.getAttribute(file, "unix:uid") == 0, "only root can give files away");
        Files.setAttribute(file, "unix:uid", SOMEBODY);
        assertTrue(Given.problem(find(source(file.toString()))).startsWith("It belongs to another user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets/wandb", "$HOME/x", "~", ""})
    void aPathThatIsNotAbsoluteIsNone(String path) {
        StoreLookup.Broken broken =
                assertInstanceOf(StoreLookup.Broken.class, bench.open("file:x", Map.of("path", path)));
        assertEquals(Messages.relativePath(ID, path), broken.reason());
    }

    static Stream<Arguments> whatMeansNothing() {
        List<String> settings = List.of("path", "host", "profile", "format", "field", "protection");
        return Stream.of(
                arguments("host", "https://x.example", Messages.noPath(ID)),
                arguments("path", "/x", Messages.unknownSetting(ID, "command", settings)));
    }

    @ParameterizedTest
    @MethodSource("whatMeansNothing")
    void aSettingThatMeansNothingIsSaid(String name, String value, Reason said) {
        Map<String, String> settings =
                name.equals("path") ? Map.of("path", value, "command", "true") : Map.of(name, value);
        StoreLookup.Broken broken = assertInstanceOf(StoreLookup.Broken.class, bench.open("file:x", settings));
        assertEquals(said, broken.reason());
    }

    @Test
    void aFolderOrAPipeIsNoFile() throws Exception {
        Files.createDirectories(bench.home().resolve("secrets"));
        Given.problem(find(source("~/secrets")));
    }
}
