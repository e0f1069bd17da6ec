package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.netrc.message.Messages;

class FileChoiceTest {

    private final FileSystem system = Jimfs.newFileSystem(Configuration.unix());
    private final Path home = system.getPath("/home/me");
    private final Path work = system.getPath("/here");

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(home);
        Files.createDirectories(work);
    }

    @AfterEach
    void close() throws IOException {
        system.close();
    }

    @ParameterizedTest(name = "NETRC={0}")
    @CsvSource({
        "/etc/netrc, /etc/netrc",
        "netrc, /here/netrc",
        "../netrc, /here/../netrc",
        "~, /home/me",
        "~/netrc, /home/me/netrc",
        "~//netrc, /home/me/netrc",
        "./~/netrc, /here/./~/netrc",
        "a~b, /here/a~b",
    })
    void theVariableNamesTheFile(String netrc, String path) {
        assertEquals(path, chosen(Map.of("NETRC", netrc)).toString());
    }

    @Test
    void theDottedFileGoesFirst() throws IOException {
        Files.createFile(home.resolve(".netrc"));
        Files.createFile(home.resolve("_netrc"));
        assertEquals(home.resolve(".netrc"), chosen(Map.of()));
    }

    @Test
    void aDottedLinkToNothingLeavesTheOtherFile() throws IOException {
        Files.createSymbolicLink(home.resolve(".netrc"), home.resolve("none"));
        assertEquals(home.resolve(".netrc"), chosen(Map.of()));
        Files.createFile(home.resolve("_netrc"));
        assertEquals(home.resolve("_netrc"), chosen(Map.of()));
    }

    @Test
    void whereThereIsNoneItIsTheDottedOne() {
        assertEquals(home.resolve(".netrc"), chosen(Map.of()));
    }

    @Test
    void onWindowsANewOneHasNoDot() throws IOException {
        Environment environment = environment(Map.of(), Optional.of(home), OperatingSystem.WINDOWS);
        assertEquals(new Valid<>(home.resolve("_netrc")), FileChoice.in(environment));
        Files.createFile(home.resolve(".netrc"));
        assertEquals(new Valid<>(home.resolve(".netrc")), FileChoice.in(environment));
    }

    @Test
    void anotherUsersHomeIsNotLookedUp() {
        assertNothingWorks(
                environment(Map.of("NETRC", "~you/netrc"), Optional.of(home), OperatingSystem.LINUX),
                new Location.Variable("NETRC"),
                Messages.homeOfAnotherUser());
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        assertNothingWorks(
                environment(Map.of("NETRC", "net\0rc"), Optional.of(home), OperatingSystem.LINUX),
                new Location.Variable("NETRC"),
                Messages.noPathInVariable());
    }

    @Test
    void withoutAHomeThereIsNoFile() {
        Reason reason = Messages.noHome();
        Location location = new Location.Variable("HOME");
        assertNothingWorks(environment(Map.of(), Optional.empty(), OperatingSystem.LINUX), location, reason);
        assertNothingWorks(
                environment(Map.of("NETRC", "~/n"), Optional.empty(), OperatingSystem.LINUX), location, reason);
    }

    @Test
    void withoutAHomeTheVariableStillNamesOne() {
        Environment environment = environment(Map.of("NETRC", "n"), Optional.empty(), OperatingSystem.LINUX);
        assertEquals(new Valid<>(work.resolve("n")), FileChoice.in(environment));
    }

    private static void assertNothingWorks(Environment environment, Location location, Reason reason) {
        CredentialStore store = Fixture.store(environment);
        Query query = Fixture.query("https://api.wandb.ai");
        Finding finding = store.find(query);
        assertEquals(location, finding.location());
        assertEquals(
                reason,
                assertInstanceOf(Outcome.Unusable.class, finding.outcome()).reason());
        Saved saved = store.save(query, ApiKey.parse(Fixture.NEW_KEY), new Precondition.Anything());
        assertEquals(reason, assertInstanceOf(Saved.Failed.class, saved).reason());
        Erased erased = store.erase(query, new Precondition.Anything());
        assertEquals(reason, assertInstanceOf(Erased.Failed.class, erased).reason());
        Availability availability = store.availability(query.deadline());
        assertEquals(
                reason,
                assertInstanceOf(Availability.NotUsable.class, availability).reason());
    }

    private Path chosen(Map<String, String> variables) {
        Parsed<Path> choice = FileChoice.in(environment(variables, Optional.of(home), OperatingSystem.LINUX));
        return choice instanceof Valid<Path> file ? file.value() : fail(choice.toString());
    }

    private Environment environment(Map<String, String> variables, Optional<Path> home, OperatingSystem system) {
        return new Environment(variables, home, work, system, Terminal.NONE);
    }
}
