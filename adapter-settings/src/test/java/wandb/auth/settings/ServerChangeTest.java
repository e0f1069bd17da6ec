package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;

class ServerChangeTest {

    private static final Host ONE = Host.parse("https://one.example.com");
    private static final String NAMING_ONE = "[default]\nbase_url = https://one.example.com\n";
    private static final String NAMING_TWO = "[default]\nbase_url = https://two.example.com\n";

    @TempDir
    private Path folder;

    private Machine machine = new Machine(Path.of(""));

    @BeforeEach
    void makeMachine() throws IOException {
        machine = Machine.in(folder);
    }

    @Test
    void makesTheUsersFileInAFolderOfTheirOwn() throws IOException {
        kept(machine, ONE, machine.systemFile());

        assertEquals(NAMING_ONE, Files.readString(machine.systemFile()));
        assertEquals("rw-------", rights(machine.systemFile()));
        assertEquals("rwx------", rights(machine.home().resolve(".config/wandb")));
    }

    @Test
    void touchesNothingWhereNothingHasToChange() throws IOException {
        machine.system(NAMING_ONE);
        Object before = Files.getAttribute(machine.systemFile(), "unix:ino");

        kept(machine, ONE);

        assertEquals(before, Files.getAttribute(machine.systemFile(), "unix:ino"));
        assertFalse(Files.exists(machine.workspaceFile()));
    }

    @Test
    void createsNothingForThePublicCloud() {
        kept(machine, Host.PUBLIC_CLOUD);

        assertFalse(Files.exists(machine.home().resolve(".config")));
    }

    @Test
    void takesTheAddressOutOfTheWorkspace() throws IOException {
        machine.system(NAMING_TWO);
        machine.workspace(NAMING_TWO + "project = p\n");

        kept(machine, ONE, machine.systemFile(), machine.workspaceFile());

        assertEquals(NAMING_ONE, Files.readString(machine.systemFile()));
        assertEquals("[default]\nproject = p\n", Files.readString(machine.workspaceFile()));
    }

    @Test
    void takesAnInheritedAddressOutToo() throws IOException {
        machine.system("[DEFAULT]\nbase_url = https://two.example.com\n" + NAMING_TWO);

        kept(machine, Host.PUBLIC_CLOUD, machine.systemFile());

        assertEquals("[DEFAULT]\n[default]\n", Files.readString(machine.systemFile()));
    }

    @Test
    void leavesTheRightsOfAFile() throws IOException {
        machine.system(NAMING_TWO);
        Files.setPosixFilePermissions(machine.systemFile(), PosixFilePermissions.fromString("rw-rw-r--"));

        kept(machine, ONE, machine.systemFile());

        assertEquals("rw-rw-r--", rights(machine.systemFile()));
    }

    @Test
    void changesTheFileBehindALink() throws IOException {
        Path target = Files.writeString(machine.home().resolve("shared"), NAMING_TWO);
        Files.createDirectories(machine.systemFile().getParent());
        Files.createSymbolicLink(machine.systemFile(), target);

        kept(machine, ONE, machine.systemFile());

        assertTrue(Files.isSymbolicLink(machine.systemFile()));
        assertEquals(NAMING_ONE, Files.readString(target));
    }

    @Test
    void tellsWhichFilesNameTheServerAndWhichNameNoneAnyMore() throws IOException {
        machine.system(NAMING_TWO);
        machine.workspace(NAMING_TWO);

        Kept kept = kept(remember(machine, Map.of(), ONE));

        assertEquals(List.of(new Location.File(machine.systemFile())), kept.naming());
        assertEquals(List.of(new Location.File(machine.workspaceFile())), kept.cleared());
    }

    /** A repository could have any INI file of the user's changed by such a link. */
    @Test
    void doesNotChangeAnotherFileForAWorkspace() throws IOException {
        Path other = Files.writeString(folder.resolve("other.ini"), NAMING_TWO);
        Files.createDirectories(machine.workspaceFile().getParent());
        Files.createSymbolicLink(machine.workspaceFile(), other);

        Parsed.Invalid<?> failed = failed(machine, ONE);

        assertEquals(new Location.File(machine.workspaceFile()), failed.location());
        assertEquals(NAMING_TWO, Files.readString(other));
        assertFalse(Files.exists(machine.systemFile()));
    }

    @Test
    void doesNotChangeAFileInAnotherFolderForAWorkspace() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("settings"), NAMING_TWO);
        Files.createSymbolicLink(machine.work().resolve("wandb"), other);

        Parsed.Invalid<?> failed = failed(machine, ONE);

        assertEquals(new Location.File(machine.workspaceFile()), failed.location());
        assertEquals(NAMING_TWO, Files.readString(other.resolve("settings")));
        assertFalse(Files.exists(machine.systemFile()));
    }

    @Test
    void setsTheAddressOnceWhereBothFilesAreOne() throws IOException {
        Map<String, String> variables = Map.of("WANDB_CONFIG_DIR", "wandb");

        Parsed<Kept> remembered = remember(machine, variables, ONE);

        kept(remembered);
        assertEquals(NAMING_ONE, Files.readString(machine.workspaceFile()));
    }

    @Test
    void changesNeitherFileWhereOneIsBroken() throws IOException {
        machine.system(NAMING_TWO);
        machine.workspace("[default]\ngarbage\n");

        Parsed.Invalid<?> failed = failed(machine, ONE);

        assertEquals(new Location.File(machine.workspaceFile(), 2), failed.location());
        assertEquals(NAMING_TWO, Files.readString(machine.systemFile()));
    }

    @Test
    void changesNeitherFileWhereOneIsReadOnly() throws IOException {
        machine.system(NAMING_TWO);
        machine.workspace(NAMING_TWO);
        Files.setPosixFilePermissions(machine.workspaceFile(), PosixFilePermissions.fromString("r--r--r--"));

        Parsed.Invalid<?> failed = failed(machine, ONE);

        assertEquals(new Location.File(machine.workspaceFile()), failed.location());
        assertTrue(failed.reason().problem().contains("read-only"));
        assertEquals(NAMING_TWO, Files.readString(machine.systemFile()));
    }

    @Test
    void doesNotMindAReadOnlyFileThatNeedNotChange() throws IOException {
        machine.system(NAMING_ONE);
        Files.setPosixFilePermissions(machine.systemFile(), PosixFilePermissions.fromString("r--r--r--"));

        kept(machine, ONE);
    }

    @Test
    void failsWhereTheFolderCannotBeMade() throws IOException {
        Files.writeString(machine.home().resolve(".config"), "a file");

        failed(machine, ONE);

        assertEquals("a file", Files.readString(machine.home().resolve(".config")));
    }

    @Test
    void failsWithoutAHomeDirectory() {
        assertEquals(
                new Location.Variable("HOME"), failed(machine.homeless(), ONE).location());
    }

    @Test
    void leavesAnOptionItsReference() throws IOException {
        machine.system(NAMING_TWO + "project = %(base_url)s\n");

        Parsed.Invalid<?> failed = failed(machine, Host.PUBLIC_CLOUD);

        assertTrue(failed.reason().problem().startsWith("Without its base_url: "));
    }

    @Test
    void doesNotDrawAKeyToAnotherServerThatAnotherProgramPutThereAfterTheFileWasRead() throws IOException {
        machine.system(NAMING_TWO);
        SettingsFiles before = machine.settings(Map.of());
        String later = NAMING_TWO + "api_key = " + Given.KEY + "\n";
        machine.system(later);

        Parsed<Kept> remembered =
                new FileSdkSettings().remember(machine.environment(Map.of()), before, ONE, Host.PUBLIC_CLOUD);

        assertEquals(
                new Location.File(machine.systemFile(), 3),
                assertInstanceOf(Parsed.Invalid.class, remembered).location());
        assertEquals(later, Files.readString(machine.systemFile()));
    }

    @Test
    void keepsWhatAnotherProgramWroteAfterTheFileWasRead() throws IOException {
        machine.system(NAMING_TWO);
        SettingsFiles before = machine.settings(Map.of());
        machine.system(NAMING_TWO + "project = p\n");

        kept(new FileSdkSettings().remember(machine.environment(Map.of()), before, ONE, Host.PUBLIC_CLOUD));

        assertEquals(NAMING_ONE + "project = p\n", Files.readString(machine.systemFile()));
    }

    @Test
    void givesTheSettingsAsTheyAreAfterTheChange() throws IOException {
        machine.system(NAMING_TWO);
        Map<String, String> variables = Map.of("WANDB_BASE_URL", "https://three.example.com");

        Kept kept = kept(remember(machine, variables, ONE));

        assertEquals(machine.server(variables), kept.now().server());
        assertEquals(Optional.of(ONE), kept.now().chosen());
    }

    @Test
    void doesNotDrawTheUsersKeyToAnotherServer() throws IOException {
        String file = "[default]\napi_key = " + Given.KEY + "\n";
        machine.system(file);

        Parsed.Invalid<?> failed = failed(machine, ONE);

        assertEquals(new Location.File(machine.systemFile(), 2), failed.location());
        assertEquals(file, Files.readString(machine.systemFile()));
    }

    @Test
    void doesNotDrawTheWorkspacesKeyToAnotherServer() throws IOException {
        machine.workspace(NAMING_TWO + "api_key = " + Given.KEY + "\n");

        assertEquals(
                new Location.File(machine.workspaceFile(), 3),
                failed(machine, ONE).location());
    }

    @Test
    void doesNotDrawAKeyThatIsForTheServerConfiguredWithoutTheWorkspaceToAnother() throws IOException {
        machine.system(NAMING_TWO);
        machine.workspace("[default]\napi_key = " + Given.KEY + "\n");

        assertEquals(
                new Location.File(machine.workspaceFile(), 2),
                failed(machine, ONE).location());
    }

    @Test
    void mayMoveTheAddressOfAKeyFromTheWorkspaceToTheUsersFile() throws IOException {
        machine.workspace(NAMING_ONE + "api_key = " + Given.KEY + "\n");

        kept(machine, ONE, machine.systemFile(), machine.workspaceFile());
    }

    /** Each reads back what it wrote, not what the next one did. */
    @Test
    void changesSideBySideAllSucceed() throws Exception {
        List<Callable<Parsed<Kept>>> changes = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Host host = Host.parse("https://h" + i + ".example.com");
            changes.add(() -> remember(machine, Map.of(), host));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Parsed<Kept>> change : threads.invokeAll(changes)) {
                kept(change.get());
            }
        }
    }

    private static Parsed<Kept> remember(Machine machine, Map<String, String> variables, Host host) {
        return new FileSdkSettings()
                .remember(machine.environment(variables), machine.settings(variables), host, Host.PUBLIC_CLOUD);
    }

    /** What is taken out would lead to the policy's server. */
    @Test
    void namesTheCloudWhereThePolicyNamesAnotherServerForEverybody() throws IOException {
        Machine machine = Machine.in(folder);

        new FileSdkSettings()
                .remember(machine.environment(Map.of()), machine.settings(Map.of()), Host.PUBLIC_CLOUD, ONE);

        assertTrue(Files.readString(machine.systemFile()).contains("base_url = https://api.wandb.ai\n"));
    }

    private static void kept(Machine machine, Host host, Path... changed) {
        Parsed<Kept> remembered = remember(machine, Map.of(), host);

        Kept kept = kept(remembered);
        List<Location> locations = new ArrayList<>(kept.naming());
        locations.addAll(kept.cleared());
        assertEquals(
                List.of(changed).stream()
                        .map(path -> (Location) new Location.File(path))
                        .toList(),
                locations);
    }

    private static Kept kept(Parsed<Kept> changed) {
        return assertInstanceOf(
                Kept.class, assertInstanceOf(Parsed.Valid.class, changed).value());
    }

    private static Parsed.Invalid<?> failed(Machine machine, Host host) {
        return assertInstanceOf(Parsed.Invalid.class, remember(machine, Map.of(), host));
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
