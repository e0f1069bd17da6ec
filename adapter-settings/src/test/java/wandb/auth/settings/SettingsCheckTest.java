package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.HealthCheck.Complaint;

class SettingsCheckTest {

    private static final String ONE = "[default]\nbase_url = https://one.example\n";
    private static final String OTHER = "[default]\nbase_url = https://other.example\n";
    private static final String KEY = "[default]\napi_key = " + Given.KEY + "\n";

    @TempDir
    private Path folder;

    private Machine machine;

    @BeforeEach
    void makeTheMachine() throws IOException {
        machine = Machine.in(folder);
    }

    @Test
    void withoutFilesNothingIsWrong() {
        assertEquals(List.of(), examine(Map.of()));
    }

    @Test
    void filesThatNameOneServerAreFine() throws Exception {
        machine.system(ONE);
        machine.workspace(ONE);
        assertEquals(List.of(), examine(Map.of()));
    }

    @Test
    void aWorkspaceThatAloneNamesAServerIsFine() throws Exception {
        machine.workspace(ONE);
        assertEquals(List.of(), examine(Map.of()));
    }

    @Test
    void aFolderThatEverybodyMayWriteIsTold() throws Exception {
        machine.system(ONE);
        Path open = machine.systemFile().resolveSibling(".").normalize();
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        Complaint complaint = only(examine(Map.of()));
        assertEquals(new Location.File(open), complaint.location());
        assertEquals(Messages.openFolder(open, 0777), complaint.reason());
    }

    /** In a sticky folder, what another user left is not read. */
    @Test
    void aFolderInWhichNobodyRenamesAnothersFileIsFine() throws Exception {
        machine.system(ONE);
        Files.setAttribute(machine.systemFile().resolveSibling("."), "unix:mode", 01777);

        assertEquals(List.of(), examine(Map.of()));
    }

    @Test
    void filesThatNameDifferentServersAreTold() throws Exception {
        machine.system(ONE);
        machine.workspace(OTHER);
        Complaint complaint = only(examine(Map.of()));
        assertEquals(new Location.File(machine.workspaceFile(), 2), complaint.location());
        assertEquals(
                Messages.differentServers(
                        Host.parse("https://other.example"),
                        new Location.File(machine.systemFile()),
                        Host.parse("https://one.example")),
                complaint.reason());
    }

    @Test
    void aBrokenFileIsToldWithItsLine() throws Exception {
        machine.system("[default]\n???\n");
        Complaint complaint = only(examine(Map.of()));
        assertEquals(new Location.File(machine.systemFile(), 2), complaint.location());
    }

    @Test
    void anAddressThatIsNoneIsTold() throws Exception {
        machine.system("[default]\nbase_url = nowhere\n");
        Complaint complaint = only(examine(Map.of()));
        assertEquals(new Location.File(machine.systemFile(), 2), complaint.location());
        assertEquals(Messages.invalidAddress(complaint.reason().problem()), complaint.reason());
    }

    @Test
    void aVariableThatIsNoAddressIsTold() {
        Complaint complaint = only(examine(Map.of("WANDB_BASE_URL", "nowhere")));
        assertEquals(new Location.Variable("WANDB_BASE_URL"), complaint.location());
    }

    @Test
    void aKeyInAWorkspaceIsToldAndNotShown() throws Exception {
        machine.workspace(KEY);
        protect(machine.workspaceFile());
        Complaint complaint = only(examine(Map.of()));
        assertEquals(new Location.File(machine.workspaceFile(), 2), complaint.location());
        assertEquals(Messages.keyInWorkspace(), complaint.reason());
        assertFalse(complaint.toString().contains(Given.KEY));
    }

    @Test
    void aKeyInAFileThatOthersCanReadIsReportedWithTheCommandThatFixesIt() throws Exception {
        machine.system(KEY);
        Files.setPosixFilePermissions(machine.systemFile(), PosixFilePermissions.fromString("rw-r--r--"));
        Complaint complaint = only(examine(Map.of()));
        assertTrue(complaint.reason().problem().endsWith("(mode 0644)."));
        assertEquals(
                "Restrict it: chmod 600 " + machine.systemFile(),
                complaint.reason().remedy());
    }

    @Test
    void aKeyOfTheUsersOwnProtectedFileIsFine() throws Exception {
        machine.system(KEY);
        protect(machine.systemFile());
        assertEquals(List.of(), examine(Map.of()));
    }

    private static void protect(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private List<Complaint> examine(Map<String, String> variables) {
        return new SettingsCheck().examine(machine.environment(variables), List.of(), new Deadline(0));
    }

    private static Complaint only(List<Complaint> complaints) {
        assertEquals(1, complaints.size(), complaints.toString());
        return complaints.getFirst();
    }
}
