package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;

class KeyLookupTest {

    private static final SourceId WORKSPACE = SettingsLevel.WORKSPACE.id();
    private static final SourceId SYSTEM = SettingsLevel.SYSTEM.id();

    private static final String CLOUD = "https://api.wandb.ai";
    private static final String ONE = "https://one.example.com";
    private static final String TWO = "https://two.example.com";
    private static final String KEY_ONLY = "[default]\napi_key = " + Given.KEY + "\n";

    @TempDir
    private Path folder;

    private Machine machine = new Machine(Path.of(""));

    @BeforeEach
    void makeMachine() throws IOException {
        machine = Machine.in(folder);
    }

    @Test
    void haveTheirDocumentedNames() {
        assertEquals(
                List.of(new SourceId("workspace-settings"), new SourceId("system-settings")),
                new FileSdkSettings().sources());
    }

    @Test
    void giveNothingWhereThereIsNoFile() {
        assertAbsent(find(SYSTEM, CLOUD));
        assertAbsent(find(WORKSPACE, CLOUD));
        assertAbsent(machine.homeless().find(SYSTEM, Map.of(), CLOUD));
    }

    @Test
    void giveNothingWhereTheFileHoldsNoKeyOrAnEmptyOne() throws IOException {
        machine.system("[default]\nentity = team\n");
        machine.workspace("[default]\napi_key =\n");

        assertAbsent(find(SYSTEM, CLOUD));
        assertAbsent(find(WORKSPACE, CLOUD));
    }

    @Test
    void tellTheServerThatAFileWithoutAKeyNames() throws IOException {
        machine.system("[default]\nbase_url = " + ONE + "\n");

        assertEquals(
                List.of(Messages.SERVER_WITHOUT_KEY + ONE + "."),
                find(SYSTEM, CLOUD).remarks());
    }

    @Test
    void doNotQuoteAnAddressThatIsNone() throws IOException {
        machine.system("[default]\nbase_url = https://me:secret@one.example.com\n");

        assertEquals(
                List.of(Messages.INVALID_SERVER_WITHOUT_KEY),
                find(SYSTEM, CLOUD).remarks());
    }

    @Test
    void giveTheKeyAndItsLine() throws IOException {
        machine.system("# mine\n" + KEY_ONLY);

        Finding finding = find(SYSTEM, CLOUD);

        assertEquals(ApiKey.parse(Given.KEY), found(finding));
        assertEquals(new Location.File(machine.systemFile(), 3), finding.location());
    }

    @Test
    void giveTheUsersKeyForTheServerThatTheUsersFileNames() throws IOException {
        machine.system(KEY_ONLY + "base_url = " + ONE + "/\n");

        found(find(SYSTEM, ONE));
        assertEquals(
                Messages.keyOnlyForServer(Host.parse(ONE), new Location.File(machine.systemFile(), 3)),
                skipped(find(SYSTEM, CLOUD)));
        assertSkipped(find(SYSTEM, TWO));
    }

    @Test
    void giveTheUsersKeyToThePublicCloudOnlyWhereTheUsersFileNamesNoServer() throws IOException {
        machine.system(KEY_ONLY);
        machine.workspace("[default]\nbase_url = " + ONE + "\n");

        found(find(SYSTEM, CLOUD));
        found(find(SYSTEM, "https://api.forge.coreweave.com"));
        assertEquals(Messages.KEY_ONLY_FOR_CLOUD, skipped(find(SYSTEM, ONE)));
        assertSkipped(machine.find(SYSTEM, Map.of("WANDB_BASE_URL", ONE), ONE));
    }

    @Test
    void giveTheWorkspacesKeyForTheServerThatTheWorkspaceNames() throws IOException {
        machine.workspace(KEY_ONLY + "base_url = " + ONE + "\n");
        machine.system("[default]\nbase_url = " + TWO + "\n");

        found(find(WORKSPACE, ONE));
        assertSkipped(find(WORKSPACE, TWO));
    }

    @Test
    void giveTheWorkspacesKeyForTheServerThatIsMeantWithoutTheWorkspace() throws IOException {
        machine.workspace(KEY_ONLY);
        machine.system("[default]\nbase_url = " + ONE + "\n");

        found(find(WORKSPACE, ONE));
        assertSkipped(find(WORKSPACE, CLOUD));
        found(machine.find(WORKSPACE, Map.of("WANDB_BASE_URL", TWO), TWO));
        assertSkipped(machine.find(WORKSPACE, Map.of("WANDB_BASE_URL", TWO), ONE));
    }

    @Test
    void refuseAnInvalidKeyWithItsLineAndWithoutQuotingIt() throws IOException {
        machine.system("[default]\napi_key = tooshort\n");

        Finding finding = find(SYSTEM, CLOUD);

        assertEquals(new Location.File(machine.systemFile(), 2), finding.location());
        assertFalse(unusable(finding).contains("tooshort"));
    }

    @Test
    void cannotTellWhereTheServerOfTheKeyIsNone() throws IOException {
        machine.system(KEY_ONLY + "base_url = nonsense\n");
        machine.workspace(KEY_ONLY);

        assertTrue(unusable(find(SYSTEM, CLOUD)).contains(machine.systemFile() + ":3"));
        assertTrue(unusable(find(WORKSPACE, CLOUD)).contains(machine.systemFile() + ":3"));
    }

    @Test
    void endTheLookupWithTheLineThatIsWrong() throws IOException {
        machine.system(KEY_ONLY + "garbage\n");

        Finding finding = find(SYSTEM, CLOUD);

        unusable(finding);
        assertEquals(new Location.File(machine.systemFile(), 3), finding.location());
    }

    @Test
    void endTheLookupWhereTheServerOfTheWorkspacesKeyStandsInABrokenFile() throws IOException {
        machine.system("garbage\n");
        machine.workspace(KEY_ONLY);

        assertTrue(unusable(find(WORKSPACE, CLOUD)).contains(machine.systemFile() + ":1"));
    }

    @Test
    void endTheLookupWhereSomethingElseStandsInPlaceOfTheFile() throws IOException, InterruptedException {
        Files.createDirectories(machine.systemFile());
        Files.createDirectories(machine.workspaceFile().getParent());
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", machine.workspaceFile().toString())
                        .start()
                        .waitFor());

        assertTrue(unusable(find(SYSTEM, CLOUD)).contains("directory"));
        assertTrue(unusable(find(WORKSPACE, CLOUD)).contains("pipe"));
    }

    @Test
    void remarkOnAFileThatOthersMayRead() throws IOException {
        machine.system(KEY_ONLY);
        Files.setPosixFilePermissions(machine.systemFile(), PosixFilePermissions.fromString("rw-r--r--"));

        assertEquals(
                List.of("The file is accessible to other users (mode 0644). Restrict it: chmod 600 "
                        + TerminalSafe.shellWord(machine.systemFile().toString())),
                find(SYSTEM, CLOUD).remarks());

        Files.setPosixFilePermissions(machine.systemFile(), PosixFilePermissions.fromString("rw-------"));

        assertEquals(List.of(), find(SYSTEM, CLOUD).remarks());
    }

    private Finding find(SourceId source, String host) {
        return machine.find(source, Map.of(), host);
    }

    private static void assertAbsent(Finding finding) {
        assertInstanceOf(Outcome.Absent.class, finding.outcome());
    }

    private static void assertSkipped(Finding finding) {
        assertFalse(skipped(finding).isEmpty());
    }

    private static String skipped(Finding finding) {
        return assertInstanceOf(Outcome.Skipped.class, finding.outcome()).rule().statement();
    }

    private static String unusable(Finding finding) {
        return Given.reasonOf(finding).toString();
    }

    private static Object found(Finding finding) {
        return assertInstanceOf(Outcome.Found.class, finding.outcome()).credential();
    }
}
