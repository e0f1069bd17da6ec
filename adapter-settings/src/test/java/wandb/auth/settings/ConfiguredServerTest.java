package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.sdk.ConfiguredAddress;

class ConfiguredServerTest {

    @TempDir
    private Path folder;

    private Machine machine = new Machine(Path.of(""));

    @BeforeEach
    void makeMachine() throws IOException {
        machine = Machine.in(folder);
    }

    @Test
    void namesNoServerWhereNothingDoes() {
        assertEquals(new Valid<>(Optional.empty()), machine.server(Map.of()));
    }

    @Test
    void namesNoServerWhereTheVariableIsEmpty() {
        assertEquals(new Valid<>(Optional.empty()), machine.server(Map.of("WANDB_BASE_URL", "")));
    }

    @Test
    void givesTheVariablesTextAsWrittenAndWhereItStands() {
        assertEquals(
                configured("HTTPS://X/", HostOrigin.VARIABLE, new Location.Variable("WANDB_BASE_URL")),
                machine.server(Map.of("WANDB_BASE_URL", "HTTPS://X/")));
    }

    @Test
    void takesTheVariableThoughTheFilesAreBroken() throws IOException {
        machine.system("garbage");
        machine.workspace("garbage");

        assertEquals(
                "https://one.example.com", text(machine.server(Map.of("WANDB_BASE_URL", "https://one.example.com"))));
    }

    @Test
    void givesTheLineOfTheUsersFile() throws IOException {
        machine.system("[default]\n\nbase_url = https://one.example.com\n");

        assertEquals(
                configured(
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
                configured(
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
                assertInstanceOf(Invalid.class, machine.server(Map.of())).location());
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
                assertInstanceOf(Invalid.class, machine.server(Map.of("WANDB_CONFIG_DIR", "~alice/conf")))
                        .location());
    }

    @Test
    void readsTheDottedDirectoryOfTheWorkspaceWhereItExists() throws IOException {
        machine.workspace("[default]\nbase_url = https://one.example.com\n");
        Files.createDirectories(machine.work().resolve(".wandb"));

        assertEquals(new Valid<>(Optional.empty()), machine.server(Map.of()));
    }

    @Test
    void findsNoFileOfAWorkspaceWhereAFileHasTheDirectorysName() throws IOException {
        Files.writeString(machine.work().resolve("wandb"), "");

        assertEquals(new Valid<>(Optional.empty()), machine.server(Map.of()));
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

    private static Valid<Optional<ConfiguredAddress>> configured(String text, HostOrigin origin, Location location) {
        return new Valid<>(Optional.of(new ConfiguredAddress(text, origin, location)));
    }

    private static HostOrigin origin(Parsed<Optional<ConfiguredAddress>> server) {
        return address(server).origin();
    }

    private static String text(Parsed<Optional<ConfiguredAddress>> server) {
        return address(server).text();
    }

    private static ConfiguredAddress address(Parsed<Optional<ConfiguredAddress>> server) {
        return assertInstanceOf(
                ConfiguredAddress.class,
                assertInstanceOf(
                                Optional.class,
                                assertInstanceOf(Valid.class, server).value())
                        .orElseThrow());
    }
}
