package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.server.AccessToken;
import wandb.auth.domain.spi.Erased;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.http.message.Messages;

/** The file of access tokens, which the SDK reads and writes too. */
class CredentialsFileTest {

    private static final Host HOST = Host.parse("https://wandb.example.com/team");
    private static final AccessToken TOKEN = new AccessToken("wb_at_1", Instant.parse("2026-11-21T13:00:07.9Z"));

    @TempDir
    Path home;

    private Path path;
    private CredentialsFile file;

    @BeforeEach
    void useTheDefault() throws UnusableCacheException {
        file = CredentialsFile.in(Given.environment(home, Map.of()));
        path = home.resolve(".config/wandb/credentials.json");
    }

    private void write(String content) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void keep(AccessToken token) throws UnusableCacheException {
        file.keep(HOST, token);
    }

    @Test
    void aTokenIsWrittenAsTheSdkReadsIt() throws Exception {
        keep(TOKEN);
        assertEquals("""
                {
                  "credentials": {
                    "https://wandb.example.com/team": {
                      "expires_at": "2026-11-21 13:00:07",
                      "access_token": "wb_at_1"
                    }
                  }
                }""", Files.readString(path));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        keep(TOKEN);
        AccessToken token = file.token(HOST).orElseThrow();
        assertEquals("wb_at_1", token.reveal());
        assertEquals(Instant.parse("2026-11-21T13:00:07Z"), token.expiresAt());
        assertEquals(Optional.empty(), file.token(Host.parse("https://wandb.example.com")));
    }

    @Test
    void theFileAndItsFolderAreForTheirOwnerOnly() throws Exception {
        keep(TOKEN);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())));
    }

    @Test
    void aFileThatOthersMayReadIsClosed() throws Exception {
        write("{}");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        keep(TOKEN);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void whatIsNotOursStays() throws Exception {
        write("""
                {"version": 1.10, "credentials": {
                  "https://other.example.com": {"access_token": "o", "refresh_token": "r", "expires_at": "?"},
                  "https://wandb.example.com/team": {"access_token": "old", "token_type": "Bearer", "n": 12345678901234567890}
                }}""");
        keep(TOKEN);
        assertEquals("""
                {
                  "version": 1.10,
                  "credentials": {
                    "https://other.example.com": {
                      "access_token": "o",
                      "refresh_token": "r",
                      "expires_at": "?"
                    },
                    "https://wandb.example.com/team": {
                      "access_token": "wb_at_1",
                      "token_type": "Bearer",
                      "n": 12345678901234567890,
                      "expires_at": "2026-11-21 13:00:07"
                    }
                  }
                }""", Files.readString(path));
    }

    static List<Arguments> broken() {
        return List.of(
                arguments("{\"credentials\":", Messages.cacheNotJson()),
                arguments("{} {}", Messages.cacheNotJson()),
                arguments("{\"a\":1,\"a\":2}", Messages.cacheNotJson()),
                arguments("[]", Messages.cacheNotAnObject()),
                arguments("{\"credentials\":[]}", Messages.cacheEntriesNotObjects()),
                arguments("{\"credentials\":{\"x\":\"y\"}}", Messages.cacheEntriesNotObjects()));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFileIsNamedAndLeftAsItIs(String content, Reason reason) throws IOException {
        write(content);
        UnusableCacheException read = assertThrows(UnusableCacheException.class, () -> file.token(HOST));
        assertEquals(reason, read.reason());
        assertEquals(path.toString(), read.location().text());
        assertThrows(UnusableCacheException.class, () -> keep(TOKEN));
        assertEquals(content, Files.readString(path));
    }

    private Erased erase(Host host) {
        return CredentialsFile.erase(Given.environment(home, Map.of()), host);
    }

    private boolean mayHold(Host host) {
        return CredentialsFile.mayHold(Given.environment(home, Map.of()), host);
    }

    @Test
    void whateverIsKeptForAServerIsErasedWithItsRefreshToken() throws Exception {
        write("""
                {"version": 1.10, "credentials": {
                  "https://other.example.com": {"access_token": "o", "refresh_token": "r"},
                  "https://wandb.example.com/team": {"access_token": "a", "refresh_token": "b", "id_token": "c"},
                  "https://wandb.example.com": {"access_token": "another address"}
                }}""");
        assertTrue(mayHold(HOST));
        assertEquals(new Erased.Gone(new Location.File(path)), erase(HOST));
        assertEquals("""
                {
                  "version": 1.10,
                  "credentials": {
                    "https://other.example.com": {
                      "access_token": "o",
                      "refresh_token": "r"
                    },
                    "https://wandb.example.com": {
                      "access_token": "another address"
                    }
                  }
                }""", Files.readString(path));
        assertFalse(mayHold(HOST));
        assertEquals(new Erased.Nothing(new Location.File(path)), erase(HOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.wandb.ai", "https://api.forge.coreweave.com", "https://API.wandb.ai/"})
    void thePublicCloudIsLoggedOutOfUnderBothOfItsNames(String address) throws Exception {
        write("""
                {"credentials": {"https://api.wandb.ai": {"access_token": "a"},
                  "https://api.forge.coreweave.com": {"refresh_token": "b"}, "no address": {}}}""");
        erase(Host.parse(address));
        assertEquals("{\n  \"credentials\": {\n    \"no address\": { }\n  }\n}", Files.readString(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"credentials\": null}", "{\"credentials\": {\"x\": {}}}"})
    void aFileWithoutTheServerIsNotTouched(String content) throws Exception {
        write(content);
        assertFalse(mayHold(HOST));
        assertEquals(new Erased.Nothing(new Location.File(path)), erase(HOST));
        assertEquals(content, Files.readString(path));
    }

    @Test
    void noFileAndNoFolderIsMadeToLookIntoIt() {
        assertFalse(mayHold(HOST));
        assertFalse(Files.exists(path.getParent()));
    }

    @Test
    void aBrokenFileMayHoldATokenAndIsLeftAsItIs() throws Exception {
        write("{");
        assertTrue(mayHold(HOST));
        assertEquals(new Erased.Failed(new Location.File(path), Messages.cacheNotJson()), erase(HOST));
        assertEquals("{", Files.readString(path));
    }

    @Test
    void aReadOnlyFileIsLeftAsItIs() throws IOException {
        write("{}");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
        UnusableCacheException e = assertThrows(UnusableCacheException.class, () -> keep(TOKEN));
        assertEquals(
                Messages.cacheUnusable("is read-only (mode 0400)", "Give yourself permission to write it."),
                e.reason());
    }

    /** A token of somebody else's would let the user's runs be theirs; and one that is kept there would be theirs to use. */
    @ParameterizedTest
    @CsvSource({"0602, 0755", "0620, 0755", "0600, 0777", "0600, 0757"})
    void whatOthersCanChangeIsNeitherReadNorWritten(String fileMode, String folderMode) throws Exception {
        String content = "{\"credentials\": {\"" + HOST.url()
                + "\": {\"access_token\": \"wb_at_theirs\", \"expires_at\": \"2099-01-01 00:00:00\"}}}";
        write(content);
        Files.setAttribute(path, "unix:mode", Integer.decode(fileMode));
        Files.setAttribute(path.getParent(), "unix:mode", Integer.decode(folderMode));
        Path open = fileMode.equals("0600") ? path.getParent() : path;
        String mode = fileMode.equals("0600") ? folderMode : fileMode;

        UnusableCacheException read = assertThrows(UnusableCacheException.class, () -> file.token(HOST));
        assertEquals(open.toRealPath().toString(), read.location().text());
        assertEquals(
                "It is writable by group or others (mode " + mode + ").",
                read.reason().problem());
        UnusableCacheException kept = assertThrows(UnusableCacheException.class, () -> keep(TOKEN));
        assertEquals(read.reason(), kept.reason());
        assertEquals(content, Files.readString(path));
    }

    @Test
    void aTokenIsKeptInNoFolderWhereOthersCouldTakeItAway() throws Exception {
        Files.createDirectories(path.getParent());
        Files.setAttribute(path.getParent(), "unix:mode", 0777);

        UnusableCacheException kept = assertThrows(UnusableCacheException.class, () -> keep(TOKEN));
        assertEquals(
                "It is writable by group or others (mode 0777).", kept.reason().problem());
        assertFalse(Files.exists(path));
    }

    @Test
    void anotherUsersFileIsNeitherReadNorWritten() throws Exception {
        assumeTrue(ProcessUser.isRoot(), "only root can give a file away");
        write("{}");
        Files.setAttribute(path, "unix:uid", 65_534);

        assertThrows(UnusableCacheException.class, () -> file.token(HOST));
        assertThrows(UnusableCacheException.class, () -> keep(TOKEN));
        assertEquals("{}", Files.readString(path));
    }

    @ParameterizedTest
    @CsvSource({"tokens.json, tokens.json", "a/../b.json, a/../b.json", "~/x.json, ~/x.json"})
    void theVariableNamesTheFileFromTheWorkingDirectory(String value, String expected) throws Exception {
        CredentialsFile named = CredentialsFile.in(Given.environment(home, Map.of("WANDB_CREDENTIALS_FILE", value)));
        assertEquals(home.resolve(expected).toString(), named.location().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/elsewhere"})
    void theDefaultIsInTheHomeWhereverTheSettingsAre(String settings) throws Exception {
        CredentialsFile file = CredentialsFile.in(Given.environment(home, Map.of("WANDB_CONFIG_DIR", settings)));
        assertEquals(path.toString(), file.location().text());
    }

    @Test
    void withoutAHomeAFileMustBeNamed() {
        Environment homeless = new Environment(Map.of(), Optional.empty(), home, OperatingSystem.LINUX, Terminal.NONE);
        UnusableCacheException e = assertThrows(UnusableCacheException.class, () -> CredentialsFile.in(homeless));
        assertEquals("HOME", e.location().text());
        assertEquals(Messages.cacheWithoutHome(), e.reason());
    }

    @Test
    void aVariableThatNamesNoFileIsSaidToNameNone() {
        UnusableCacheException e = assertThrows(
                UnusableCacheException.class,
                () -> CredentialsFile.in(Given.environment(home, Map.of("WANDB_CREDENTIALS_FILE", "a\0b"))));
        assertEquals("WANDB_CREDENTIALS_FILE", e.location().text());
    }

    @Test
    void noTextOfOursShowsAToken() throws Exception {
        keep(TOKEN);
        assertFalse(file.token(HOST).toString().contains("wb_at_1"));
        assertEquals("Answer[200, 7 bytes]", new HttpResponse(200, new byte[7], "").toString());
    }
}
