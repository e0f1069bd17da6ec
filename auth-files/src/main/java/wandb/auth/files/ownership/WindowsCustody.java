package wandb.auth.files.ownership;

import static java.nio.file.attribute.AclEntryPermission.APPEND_DATA;
import static java.nio.file.attribute.AclEntryPermission.DELETE;
import static java.nio.file.attribute.AclEntryPermission.DELETE_CHILD;
import static java.nio.file.attribute.AclEntryPermission.WRITE_ACL;
import static java.nio.file.attribute.AclEntryPermission.WRITE_DATA;
import static java.nio.file.attribute.AclEntryPermission.WRITE_OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import wandb.auth.files.message.Messages;

/**
 * Whether none but those whom we trust can change a file of Windows, or put another in its place: judged by the owners and the access
 * lists of the file and of every folder above it, both as it is named and where links and junctions lead. A denial is not
 * counted, so that the order of a list does not matter.
 */
final class WindowsCustody {

    private static final String INSTALLER = "NT SERVICE\\TrustedInstaller";

    /** Those whom the system trusts, by their English names, and by their numbers where a name cannot be had. */
    private static final Set<String> SYSTEM = Set.of(
            INSTALLER,
            "NT AUTHORITY\\SYSTEM",
            "BUILTIN\\Administrators",
            "OWNER RIGHTS",
            "S-1-5-18",
            "S-1-5-32-544",
            "S-1-3-4");

    private static final Set<AclEntryPermission> REPLACE = EnumSet.of(DELETE, DELETE_CHILD, WRITE_ACL, WRITE_OWNER);
    private static final Set<AclEntryPermission> ADD = EnumSet.of(WRITE_DATA, APPEND_DATA);
    private static final Set<AclEntryPermission> CHANGE =
            EnumSet.of(WRITE_DATA, APPEND_DATA, DELETE, WRITE_ACL, WRITE_OWNER);

    private final TrustedOwners owners;
    private final String user;

    /**
     * Trusts the system, its administrators and, unless these alone count, the user.
     *
     * @param user the user's name with its domain
     */
    WindowsCustody(TrustedOwners owners, String user) {
        this.owners = owners;
        this.user = user;
    }

    /** Whether the file system has access lists. */
    static boolean isJudgeOf(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("acl");
    }

    Custody of(Path file) throws IOException {
        Path real;
        try {
            real = file.toRealPath();
        } catch (NoSuchFileException e) {
            return new Custody.Absent();
        }
        Optional<Violation> violation = Files.isRegularFile(real) ? violation(real, CHANGE) : Optional.empty();
        if (violation.isEmpty()) {
            violation = breachOfFolder(file);
        }
        return Custody.of(real, violation);
    }

    /** Who else could put another file in this one's place, which need not exist. */
    Optional<Violation> breachOfFolder(Path file) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        addAbove(file.toAbsolutePath(), folders);
        Optional<Path> nearest =
                folders.stream().filter(folder -> Files.exists(folder)).findFirst();
        if (nearest.isPresent()) {
            Path real = nearest.get().toRealPath();
            folders.add(real);
            addAbove(real, folders);
        }
        if (Files.exists(file)) {
            addAbove(file.toRealPath(), folders);
        }
        for (Path folder : folders) {
            Optional<Violation> violation = Files.exists(folder) ? violation(folder, REPLACE) : Optional.empty();
            if (violation.isPresent()) {
                return violation;
            }
        }
        return Optional.empty();
    }

    private static void addAbove(Path file, Set<Path> folders) {
        for (Path above = file.getParent(); above != null; above = above.getParent()) {
            folders.add(above);
        }
    }

    /** Whether nobody else can leave a file of their own in the folder. */
    boolean isClosed(Path folder) throws IOException {
        return violation(folder, ADD).isEmpty();
    }

    private Optional<Violation> violation(Path path, Set<AclEntryPermission> rights) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        UserPrincipal owner = view.getOwner();
        if (!isTrusted(path, owner)) {
            return Optional.of(new Violation(path, Messages.belongsTo(name(owner)), remedyOfOwner(path)));
        }
        if (view.getAcl().isEmpty()) {
            return Optional.of(new Violation(path, Messages.NO_ACCESS_LIST, Messages.KEEP_ON_NTFS));
        }
        for (AclEntry entry : view.getAcl()) {
            boolean isOfAnother = allows(entry, rights, path) && !isTrusted(path, entry.principal());
            if (isOfAnother) {
                String other = name(entry.principal());
                return Optional.of(new Violation(path, Messages.changeableBy(other), Messages.forbid(other, path)));
            }
        }
        return Optional.empty();
    }

    /** The root of a volume is neither deleted nor renamed. */
    private static boolean allows(AclEntry entry, Set<AclEntryPermission> rights, Path path) {
        Set<AclEntryPermission> looked = EnumSet.copyOf(rights);
        if (path.getParent() == null) {
            looked.remove(DELETE);
        }
        return entry.type() == AclEntryType.ALLOW
                && !entry.flags().contains(AclEntryFlag.INHERIT_ONLY)
                && !Collections.disjoint(entry.permissions(), looked);
    }

    private boolean isTrusted(Path path, UserPrincipal who) throws IOException {
        boolean isUser = owners != TrustedOwners.ROOT && name(who).equalsIgnoreCase(user);
        return isUser || SYSTEM.contains(name(who)) || writesWindows(path, who);
    }

    /**
     * Whether he may write the folder of Windows itself: elsewhere than in English the administrators have other names. That it
     * belongs to the installer, whose name is the same in every language, tells it from a folder that anybody has made.
     */
    private static boolean writesWindows(Path path, UserPrincipal who) throws IOException {
        Path windows = path.toAbsolutePath().getRoot().resolve("Windows");
        if (!Files.isDirectory(windows)) {
            return false;
        }
        AclFileAttributeView view = Files.getFileAttributeView(windows, AclFileAttributeView.class);
        return view.getOwner().getName().equals(INSTALLER)
                && view.getAcl().stream()
                        .anyMatch(entry -> entry.principal().equals(who) && allows(entry, CHANGE, windows));
    }

    /** The JDK writes a backslash before what has no domain, as Everyone. */
    private static String name(UserPrincipal who) {
        String name = who.getName();
        return name.startsWith("\\") ? name.substring(1) : name;
    }

    private String remedyOfOwner(Path path) {
        return owners == TrustedOwners.ROOT ? Messages.giveToAdministrators(path) : Messages.makeYourOwn(path);
    }
}
