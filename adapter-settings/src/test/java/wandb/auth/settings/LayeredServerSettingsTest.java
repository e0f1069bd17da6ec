package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.Location;
import wandb.auth.domain.ServerSettings.Configured;
import wandb.auth.domain.ServerSettings.ConfiguredAddress;
import wandb.auth.domain.ServerSettings.NotConfigured;
import wandb.auth.domain.ServerSettings.Unreadable;

class LayeredServerSettingsTest {

    @TempDir
    private Path folder;

    private Machine machine = new Machine(Path.of(""));

    @BeforeEach
    void makeMachine() throws IOException {
        machine = Machine.in(folder);
    }

    @Test
    void namesNoServerWhereNothingDoes() {
        assertEquals(new NotConfigured(), machine.server(Map.of()));
    }

    @Test
    void namesNoServerWhereTheVariableIsEmpty() {
        assertEquals(new NotConfigured(), machine.server(Map.of("WANDB_BASE_URL", "")));
    }

    @Test
    void givesTheVariablesTextAsWrittenAndWhereItStands() {
        assertEquals(
                new ConfiguredAddress("HTTPS://X/", HostOrigin.VARIABLE, new Location.Variable("WANDB_BASE_URL")),
                machine.server(Map.of("WANDB_BASE_URL", "HTTPS://X/")));
    }

    @Test
    void takesTheVariableThoughTheFilesAreBroken() throws IOException {
        machine.system("garbage");
        machine.workspace("garbage");

        assertInstanceOf(ConfiguredAddress.class, machine.server(Map.of("WANDB_BASE_URL", "https://one.example.com")));
    }

    @Test
    void givesTheLineOfTheUsersFile() throws IOException {
        machine.system("[default]\n\nbase_url = https://one.example.com\n");

        assertEquals(
                new ConfiguredAddress(
                        "https://one.example.com",
                        HostOrigin.SYSTEM_SETTINGS,
                        new Location.File(machine.systemFile(), 3)),
                machine.server(Map.of()));
    }

    @Test
    void takesTheWorkspacesFileBeforeTheUsers() throws IOException {
        machine.system("[default]\nbase_url = https://one.example.com\n");
        machine.workspace("[default]\nbase_url = https://two.example.com\n");

        assertEquals(
                new ConfiguredAddress(
                        "https://two.example.com",
                        HostOrigin.WORKSPACE_SETTINGS,
                        new Location.File(machine.workspaceFile(), 2)),
                machine.server(Map.of()));
    }

    @Test
    void trustsAWorkspaceThatNamesTheUsersServer() throws IOException {
        machine.system("[default]\nbase_url = https://one.example.com\n");
        machine.workspace("[default]\nbase_url = https://one.example.com/\n");

        assertEquals(HostOrigin.SYSTEM_SETTINGS, origin(machine.server(Map.of())));
    }

    @Test
    void trustsAWorkspaceThatNamesThePublicCloudWhereNothingElseIsNamed() throws IOException {
        machine.workspace("[default]\nbase_url = https://api.wandb.ai\n");

        assertEquals(HostOrigin.DEFAULT, origin(machine.server(Map.of())));
    }

    @Test
    void doesNotTrustAWorkspaceThatLeadsFromTheUsersServerToThePublicCloud() throws IOException {
        machine.system("[default]\nbase_url = https://one.example.com\n");
        machine.workspace("[default]\nbase_url = https://api.wandb.ai\n");

        assertEquals(HostOrigin.WORKSPACE_SETTINGS, origin(machine.server(Map.of())));
    }

    @Test
    void cannotTellTheServerWhereTheWorkspacesFileIsBroken() throws IOException {
        machine.system("[default]\nbase_url = https://one.example.com\n");
        machine.workspace("[default]\ngarbage\n");

        assertEquals(
                new Location.File(machine.workspaceFile(), 2),
                assertInstanceOf(Unreadable.class, machine.server(Map.of())).location());
    }

    @Test
    void readsTheFileInTheDirectoryNamedByTheVariable() throws IOException {
        Files.createDirectories(machine.home().resolve("conf"));
        Files.writeString(machine.home().resolve("conf/settings"), "[default]\nbase_url = https://one.example.com\n");

        assertEquals("https://one.example.com", text(machine.server(Map.of("WANDB_CONFIG_DIR", "~/conf"))));
        assertEquals("https://one.example.com", text(machine.server(Map.of("WANDB_CONFIG_DIR", "../home/conf"))));
    }

    @Test
    void cannotTellTheServerWhereTheVariableNamesAnotherUsersDirectory() {
        assertEquals(
                new Location.Variable("WANDB_CONFIG_DIR"),
                assertInstanceOf(Unreadable.class, machine.server(Map.of("WANDB_CONFIG_DIR", "~alice/conf")))
                        .location());
    }

    @Test
    void readsTheDottedDirectoryOfTheWorkspaceWhereItExists() throws IOException {
        machine.workspace("[default]\nbase_url = https://one.example.com\n");
        Files.createDirectories(machine.work().resolve(".wandb"));

        assertEquals(new NotConfigured(), machine.server(Map.of()));
    }

    @Test
    void findsNoFileOfAWorkspaceWhereAFileHasTheDirectorysName() throws IOException {
        Files.writeString(machine.work().resolve("wandb"), "");

        assertEquals(new NotConfigured(), machine.server(Map.of()));
    }

    @Test
    void takesTheUsersFileForItsOwnWhereItIsTheWorkspacesToo() throws IOException {
        machine.workspace("[default]\nbase_url = https://one.example.com\n");

        assertEquals(HostOrigin.SYSTEM_SETTINGS, origin(machine.server(Map.of("WANDB_CONFIG_DIR", "wandb"))));
    }

    @Test
    void needsNoHomeDirectory() throws IOException {
        machine.workspace("[default]\nbase_url = https://one.example.com\n");

        assertEquals("https://one.example.com", text(machine.homeless().server(Map.of())));
    }

    private static HostOrigin origin(Configured configured) {
        return assertInstanceOf(ConfiguredAddress.class, configured).origin();
    }

    private static String text(Configured configured) {
        return assertInstanceOf(ConfiguredAddress.class, configured).text();
    }
}
