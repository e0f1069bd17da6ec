package wandb.auth.files.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.files.message.Messages;

/** Files of Windows, believed only where their owners and access lists let nobody else change them. */
class WindowsCustodyTest {

    private static final String ADMINISTRATORS = "BUILTIN\\Administrators";
    private static final String SYSTEM = "NT AUTHORITY\\SYSTEM";
    private static final String INSTALLER = "NT SERVICE\\TrustedInstaller";
    private static final String USERS = "BUILTIN\\Users";
    private static final String ME = "PC\\me";

    private FileSystem windows;
    private Path root;
    private Path policy;
    private Path own;

    @BeforeEach
    void aMachineIsAsItIsInstalled() throws IOException {
        windows = Jimfs.newFileSystem(Configuration.windows().toBuilder()
                .setAttributeViews("basic", "owner", "acl")
                .build());
        root = windows.getPath("C:\\");
        policy = make("ProgramData\\wandb\\auth.ini");
        own = make("Users\\me\\.config\\wandb\\auth.ini");
        for (String folder :
                List.of("", "ProgramData", "ProgramData\\wandb", "ProgramData\\wandb\\auth.ini", "Users")) {
            give(root.resolve(folder), SYSTEM, ADMINISTRATORS);
        }
        for (Path path = own; !path.endsWith("Users"); path = Objects.requireNonNull(path.getParent())) {
            give(path, ME, ADMINISTRATORS);
            allow(path, ME, EnumSet.allOf(AclEntryPermission.class));
        }
    }

    @AfterEach
    void end() throws IOException {
        windows.close();
    }

    private Path make(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "text");
    }

    private UserPrincipal principal(String name) throws IOException {
        return windows.getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    private static AclFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, AclFileAttributeView.class);
    }

    private void give(Path path, String owner, String keeper) throws IOException {
        view(path).setOwner(principal(owner));
        view(path).setAcl(List.of());
        allow(path, keeper, EnumSet.allOf(AclEntryPermission.class));
        allow(path, SYSTEM, EnumSet.allOf(AclEntryPermission.class));
        allow(path, USERS, EnumSet.of(AclEntryPermission.READ_DATA, AclEntryPermission.EXECUTE));
    }

    private void allow(Path path, String who, Set<AclEntryPermission> rights, AclEntryFlag... flags)
            throws IOException {
        add(path, AclEntryType.ALLOW, who, rights, flags);
    }

    private void add(Path path, AclEntryType type, String who, Set<AclEntryPermission> rights, AclEntryFlag... flags)
            throws IOException {
        List<AclEntry> entries = new ArrayList<>(view(path).getAcl());
        entries.add(AclEntry.newBuilder()
                .setType(type)
                .setPrincipal(principal(who))
                .setPermissions(rights)
                .setFlags(flags)
                .build());
        view(path).setAcl(entries);
    }

    private static WindowsCustody ofAll() {
        return new WindowsCustody(TrustedOwners.ROOT, ME);
    }

    private static WindowsCustody mine() {
        return new WindowsCustody(TrustedOwners.ROOT_OR_USER_AT_HOME, ME);
    }

    /** The path that is complained of and why; else what is said of the file. */
    private static String judged(WindowsCustody custody, Path file) throws IOException {
        return custody.of(file) instanceof Violation violation
                ? violation.path() + ": " + violation.problem()
                : custody.of(file).getClass().getSimpleName();
    }

    @Test
    void aPolicyThatOnlyAdministratorsMayWriteIsBelieved() throws IOException {
        assertEquals("Sound", judged(ofAll(), policy));
    }

    @Test
    void whatIsMissingIsAbsent() throws IOException {
        assertEquals("Absent", judged(ofAll(), policy.resolveSibling("other.ini")));
        assertEquals("Absent", judged(ofAll(), root.resolve("none\\auth.ini")));
    }

    @Test
    void aUsersOwnFileIsBelievedAsHisAndNotAsThePolicy() throws IOException {
        assertEquals("Sound", judged(mine(), own));
        assertEquals(own + ": " + Messages.belongsTo("PC\\me"), judged(ofAll(), own));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProgramData\\wandb\\auth.ini", "ProgramData\\wandb", "ProgramData"})
    void whatBelongsToAnotherIsNotBelieved(String name) throws IOException {
        view(root.resolve(name)).setOwner(principal("PC\\eve"));
        assertEquals("C:\\" + name + ": " + Messages.belongsTo("PC\\eve"), judged(ofAll(), policy));
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_DATA", "APPEND_DATA", "DELETE", "WRITE_ACL", "WRITE_OWNER"})
    void aFileThatOthersMayChangeIsNotBelieved(AclEntryPermission right) throws IOException {
        allow(policy, USERS, EnumSet.of(right));
        assertEquals(policy + ": " + Messages.changeableBy(USERS), judged(ofAll(), policy));
    }

    @ParameterizedTest
    @CsvSource({
        "ProgramData, DELETE_CHILD",
        "ProgramData, DELETE",
        "ProgramData\\wandb, DELETE_CHILD",
        "ProgramData\\wandb, DELETE",
        "ProgramData\\wandb, WRITE_ACL",
        "ProgramData\\wandb, WRITE_OWNER"
    })
    void aFolderInWhichOthersMayReplaceTheFileIsNotBelieved(String folder, AclEntryPermission right)
            throws IOException {
        allow(root.resolve(folder), "\\Everyone", EnumSet.of(right));
        assertEquals(root.resolve(folder) + ": " + Messages.changeableBy("Everyone"), judged(ofAll(), policy));
    }

    /** As Windows is installed, users may add to ProgramData, and own what they add. */
    @Test
    void aFolderInWhichOthersMayAddOnlyKeepsNoFileFromBeingBelieved() throws IOException {
        Set<AclEntryPermission> add = EnumSet.of(AclEntryPermission.ADD_FILE, AclEntryPermission.ADD_SUBDIRECTORY);
        allow(root.resolve("ProgramData"), USERS, add);
        assertEquals("Sound", judged(ofAll(), policy));
        assertTrue(ofAll().isClosed(root.resolve("ProgramData\\wandb")));
        assertFalse(ofAll().isClosed(root.resolve("ProgramData")));
    }

    @Test
    void whatIsOnlyForTheFilesBelowIsNoRightToTheFolder() throws IOException {
        allow(root.resolve("ProgramData"), USERS, EnumSet.allOf(AclEntryPermission.class), AclEntryFlag.INHERIT_ONLY);
        assertEquals("Sound", judged(ofAll(), policy));
    }

    @Test
    void aDenialIsNoRight() throws IOException {
        add(policy, AclEntryType.DENY, USERS, EnumSet.allOf(AclEntryPermission.class));
        assertEquals("Sound", judged(ofAll(), policy));
    }

    /** The JDK shows a list that does not exist, with which everybody may do anything, as an empty one. */
    @Test
    void aFileWithoutAnAccessListIsNotBelieved() throws IOException {
        view(policy).setAcl(List.of());
        assertEquals(policy + ": " + Messages.NO_ACCESS_LIST, judged(ofAll(), policy));
    }

    @Test
    void aRootThatCanNeitherBeDeletedNorRenamedMayAllowIt() throws IOException {
        allow(root, "NT AUTHORITY\\Authenticated Users", EnumSet.of(AclEntryPermission.DELETE));
        assertEquals("Sound", judged(ofAll(), policy));
    }

    @Test
    void whereALinkLeadsIsJudgedToo() throws IOException {
        Path elsewhere = make("Users\\eve\\auth.ini");
        give(elsewhere, ADMINISTRATORS, ADMINISTRATORS);
        give(root.resolve("Users\\eve"), "PC\\eve", ADMINISTRATORS);
        Path link = Files.createSymbolicLink(policy.resolveSibling("linked.ini"), elsewhere);
        give(link, ADMINISTRATORS, ADMINISTRATORS);
        assertEquals(root.resolve("Users\\eve") + ": " + Messages.belongsTo("PC\\eve"), judged(ofAll(), link));
    }

    @Test
    void aFolderThatIsToBeMadeIsJudgedByTheNearestOneAboveIt() throws IOException {
        Path file = root.resolve("Users\\me\\new\\wandb\\auth.ini");
        assertTrue(mine().breachOfFolder(file).isEmpty());
        allow(root.resolve("Users\\me"), "Everyone", EnumSet.of(AclEntryPermission.DELETE_CHILD));
        assertEquals(
                root.resolve("Users\\me"),
                mine().breachOfFolder(file).orElseThrow().path());
    }

    @Test
    void administratorsOfAnotherLanguageAreKnownByWhatTheyMayWrite() throws IOException {
        Path folder = Files.createDirectory(root.resolve("Windows"));
        give(folder, INSTALLER, "VORDEFINIERT\\Administratoren");
        give(policy, "VORDEFINIERT\\Administratoren", "VORDEFINIERT\\Administratoren");
        assertEquals("Sound", judged(ofAll(), policy));
        allow(policy, "Jeder", EnumSet.of(AclEntryPermission.WRITE_DATA));
        assertEquals(policy + ": " + Messages.changeableBy("Jeder"), judged(ofAll(), policy));
    }

    @Test
    void aFolderNamedWindowsThatAnybodyHasMadeTellsNothing() throws IOException {
        Path folder = Files.createDirectory(root.resolve("Windows"));
        give(folder, "PC\\eve", "PC\\eve");
        give(policy, "PC\\eve", ADMINISTRATORS);
        assertEquals(policy + ": " + Messages.belongsTo("PC\\eve"), judged(ofAll(), policy));
    }

    @Test
    void theRemedyIsACommandOfWindows() throws IOException {
        allow(policy, "Everyone", EnumSet.of(AclEntryPermission.WRITE_DATA));
        Violation violation = (Violation) ofAll().of(policy);
        assertEquals(
                "Remove that permission once you have checked what was written: icacls"
                        + " \"C:\\ProgramData\\wandb\\auth.ini\""
                        + " /inheritance:d /remove:g \"Everyone\"",
                violation.remedy());
    }
}
