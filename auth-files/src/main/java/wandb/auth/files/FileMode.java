package wandb.auth.files;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * The permissions of a file. A system without POSIX permissions has none to judge by: there everything counts as
 * allowed to the owner and hidden from others.
 */
public final class FileMode {

    /** Read and write for the owner, nothing for others: the mode of a file that holds secrets. */
    public static final FileMode PRIVATE = new FileMode(EnumSet.of(OWNER_READ, OWNER_WRITE));

    private final Set<PosixFilePermission> permissions;

    FileMode(Set<PosixFilePermission> permissions) {
        this.permissions = permissions;
    }

    /** Whether group or others have any right to it. */
    public boolean isOpenToOthers() {
        return !withoutOthers().equals(this);
    }

    /** The same rights for the owner, and none for group and others. */
    public FileMode withoutOthers() {
        Set<PosixFilePermission> kept = EnumSet.range(OWNER_READ, OWNER_EXECUTE);
        kept.retainAll(permissions);
        return new FileMode(kept);
    }

    boolean isReadableByOwner() {
        return permissions.contains(OWNER_READ);
    }

    boolean isWritableByOwner() {
        return permissions.contains(OWNER_WRITE);
    }

    Set<PosixFilePermission> permissions() {
        return permissions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileMode mode && permissions.equals(mode.permissions);
    }

    @Override
    public int hashCode() {
        return permissions.hashCode();
    }

    /** In octal digits, as {@code chmod} takes them: {@code 0644}. */
    @Override
    public String toString() {
        int bits = 0;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            bits = bits << 1 | (permissions.contains(permission) ? 1 : 0);
        }
        return "0" + (bits >> 6) + (bits >> 3 & 7) + (bits & 7);
    }
}
