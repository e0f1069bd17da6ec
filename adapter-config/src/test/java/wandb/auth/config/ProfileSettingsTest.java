package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.files.ownership.ProcessUser;

/** The profile that a run is for where its command line names none. */
class ProfileSettingsTest {

    private static final String WORK = "[login]\nprofile = work\n";
    private static final int ANOTHER_USER = 12_345;

    @TempDir
    private Path root;

    private Path home = Path.of("");
    private Path project = Path.of("");
    private Path here = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        root = root.toRealPath();
        home = Files.createDirectories(root.resolve("home/ada"));
        project = home.resolve("project");
        here = Files.createDirectories(project.resolve("src/deep"));
    }

    private Parsed<ProfileChoice> in(Path folder, Map<String, String> variables) {
        return new FileConfiguration()
                .read(new Environment(variables, Optional.of(home), folder, OperatingSystem.LINUX, Terminal.NONE))
                .profile();
    }

    /** What chose it: the name, what kind of place, and where below the root. */
    private String chosenIn(Path folder) {
        return said(in(folder, Map.of()));
    }

    private String said(Parsed<ProfileChoice> configured) {
        return switch (configured) {
            case Parsed.Valid<ProfileChoice> valid ->
                valid.value()
                        .location()
                        .map(place -> valid.value().profile() + " by "
                                + valid.value().origin() + " " + place.text().replace(root + "/", ""))
                        .orElse("nothing");
            case Parsed.Invalid<ProfileChoice> invalid ->
                invalid.location().text().replace(root + "/", "") + ": "
                        + invalid.reason().problem();
        };
    }

    private static Path workspace(Path folder, String text) throws IOException {
        Path file = folder.resolve("wandb/auth.ini");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void user(String text) throws IOException {
        Machine.write(home.resolve(".config/wandb/auth.ini"), text);
    }

    @Test
    void nothingIsChosenWhereNobodyChooses() {
        assertEquals("nothing", chosenIn(here));
    }

    @Test
    void theVariableIsStrongerThanTheFiles() throws IOException {
        workspace(here, WORK);
        user("[login]\nprofile = home\n");

        assertEquals("x by VARIABLE WANDB_PROFILE", said(in(here, Map.of("WANDB_PROFILE", "x"))));
        assertEquals("work by WORKSPACE_FILE home/ada/project/src/deep/wandb/auth.ini:2", chosenIn(here));
    }

    @Test
    void anEmptyVariableIsNone() throws IOException {
        user(WORK);

        assertEquals(
                "work by USER_FILE home/ada/.config/wandb/auth.ini:2", said(in(here, Map.of("WANDB_PROFILE", ""))));
    }

    @Test
    void theNearestFileUpToTheHomeDirectoryCounts() throws IOException {
        workspace(root.resolve("home"), "[login]\nprofile = above\n");
        assertEquals("nothing", chosenIn(here));
        workspace(home, WORK);
        assertEquals("work by WORKSPACE_FILE home/ada/wandb/auth.ini:2", chosenIn(here));
        workspace(project, "\n[login]\nprofile = near\n");
        assertEquals("near by WORKSPACE_FILE home/ada/project/wandb/auth.ini:3", chosenIn(here));
        assertEquals("work by WORKSPACE_FILE home/ada/wandb/auth.ini:2", chosenIn(home));
    }

    @Test
    void aHomeDirectoryThatIsALinkIsTheSameOne() throws IOException {
        workspace(root.resolve("home"), "[login]\nprofile = above\n");
        home = Files.createSymbolicLink(root.resolve("link"), home);

        assertEquals("nothing", chosenIn(here));
    }

    @Test
    void outsideTheHomeDirectoryAllFoldersAboveCount() throws IOException {
        Path elsewhere = Files.createDirectories(root.resolve("srv/project/src"));
        workspace(root.resolve("srv"), WORK);

        assertEquals("work by WORKSPACE_FILE srv/wandb/auth.ini:2", chosenIn(elsewhere));
    }

    @Test
    void aProgramNamedWandbIsNoFolder() throws IOException {
        Files.writeString(here.resolve("wandb"), "#!/bin/sh\n");
        workspace(project, WORK);

        assertEquals("work by WORKSPACE_FILE home/ada/project/wandb/auth.ini:2", chosenIn(here));
    }

    @Test
    void aFolderThatEverybodyPutsTheirFilesInIsNoWorkspace() throws IOException {
        Path shared = root.resolve("tmp");
        Files.createDirectories(shared.resolve("mine"));
        Files.setAttribute(shared, "unix:mode", 01777);
        workspace(shared, WORK);

        assertEquals("nothing", chosenIn(shared.resolve("mine")));
    }

    @Test
    void theUsersOwnFileIsNotTheFileOfAWorkspace() throws IOException {
        user("[policy]\nkey_argument = allowed\n");

        assertEquals("nothing", chosenIn(home.resolve(".config/wandb")));
        assertEquals("nothing", chosenIn(home.resolve(".config")));
    }

    static Stream<Arguments> whatAWorkspaceCannotSay() {
        String account = "account https://x.example";
        return Stream.of(
                arguments("[store.vault]\nurl = x", 1, Messages.onlyProfileInWorkspace("store.vault")),
                arguments("[login]\nprofile = a\n[policy]\norder = x", 3, Messages.onlyProfileInWorkspace("policy")),
                arguments("[" + account + "]\nstore = netrc", 1, Messages.onlyProfileInWorkspace(account)),
                arguments("[login]\nhelper = /bin/x", 2, Messages.noLoginSetting("helper")));
    }

    @ParameterizedTest
    @MethodSource("whatAWorkspaceCannotSay")
    void aWorkspaceCanOnlyChooseAProfile(String text, int line, Reason reason) throws IOException {
        workspace(here, text + "\n");

        assertEquals("home/ada/project/src/deep/wandb/auth.ini:" + line + ": " + reason.problem(), chosenIn(here));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "a b", "a\n b", "a+b", "a/../b", "\u00e4"})
    void aNameThatIsNoneIsRejectedWhereItStands(String name) throws IOException {
        user("[login]\nprofile = " + name + "\n");

        Parsed.Invalid<?> invalid = assertInstanceOf(Parsed.Invalid.class, in(here, Map.of()));
        assertEquals(new Location.File(home.resolve(".config/wandb/auth.ini"), 2), invalid.location());
        assertEquals(1, invalid.reason().toString().lines().count());
        assertEquals(Messages.CORRECT_IT, invalid.reason().remedy());
    }

    @Test
    void aFileThatIsNoIniChoosesNothing() throws IOException {
        workspace(here, "profile = work\n");

        assertInstanceOf(Parsed.Invalid.class, in(here, Map.of()));
    }

    @Test
    void aFileWithoutAChoiceLeavesItToTheUsers() throws IOException {
        workspace(here, "# nothing yet\n");
        user(WORK);

        assertEquals("work by USER_FILE home/ada/.config/wandb/auth.ini:2", chosenIn(here));
    }

    @ParameterizedTest
    @CsvSource({"wandb/auth.ini", "wandb", "''"})
    void whatEverybodyMayWriteChoosesNothing(String name) throws IOException {
        workspace(here, WORK);
        Path open = here.resolve(name).normalize();
        Files.setAttribute(open, "unix:mode", 0777);

        assertEquals(
                root.relativize(open) + ": "
                        + Messages.workspaceOpenToEverybody(0777).problem(),
                chosenIn(here));
    }

    @Test
    void aGroupMayWriteTheFile() throws IOException {
        Path file = workspace(here, WORK);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.setPosixFilePermissions(here, PosixFilePermissions.fromString("rwxrwxr-x"));

        assertEquals("work by WORKSPACE_FILE home/ada/project/src/deep/wandb/auth.ini:2", chosenIn(here));
    }

    @ParameterizedTest
    @CsvSource({"wandb/auth.ini", "wandb", "''"})
    void whatIsAnotherUsersChoosesNothing(String name) throws IOException {
        assumeTrue(ProcessUser.id() == 0, "only root can give a file away");
        workspace(here, WORK);
        Path foreign = here.resolve(name).normalize();
        Files.setAttribute(foreign, "unix:uid", ANOTHER_USER);

        assertEquals(
                root.relativize(foreign) + ": " + Messages.workspaceOfAnother().problem(), chosenIn(here));
    }

    @Test
    void aLinkThatLeadsNowhereChoosesNothing() throws IOException {
        Files.createDirectory(here.resolve("wandb"));
        Files.createSymbolicLink(here.resolve("wandb/auth.ini"), here.resolve("gone"));

        assertEquals(
                "home/ada/project/src/deep/wandb/auth.ini: "
                        + Messages.workspaceUnreadable().problem(),
                chosenIn(here));
    }

    @Test
    void anUnknownOptionOfTheUsersFileIsNamed() throws IOException {
        user("[login]\nprofil = work\n");

        assertEquals(
                "home/ada/.config/wandb/auth.ini:2: "
                        + Messages.noLoginSetting("profil").problem(),
                chosenIn(here));
    }
}
