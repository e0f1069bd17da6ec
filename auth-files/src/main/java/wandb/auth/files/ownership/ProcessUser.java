package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.OptionalInt;

/**
 * The user that this process acts as: the owner of its entry under {@code /proc} (proc(5)), and if that is absent, of a file
 * that it makes.
 */
public final class ProcessUser {

    private static final Path ENTRY = Path.of("/proc/self");
    private static final int ROOT = 0;

    /** A process stays with its user, so it is asked for once. */
    private static volatile OptionalInt known = OptionalInt.empty();

    private ProcessUser() {}

    /** Its number. */
    public static int id() throws IOException {
        OptionalInt user = known;
        if (user.isEmpty()) {
            user = OptionalInt.of((int) attribute("unix:uid"));
            known = user;
        }
        return user.getAsInt();
    }

    /** Whether it is root, whom no permission stops. */
    public static boolean isRoot() {
        return idIfKnown().orElse(-1) == ROOT;
    }

    /** Its number; empty if the system does not tell. */
    public static OptionalInt idIfKnown() {
        try {
            return UnixStatus.isKnownFor(ENTRY) ? OptionalInt.of(id()) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** Its name, or its number where it has none; on Windows with its domain. */
    public static String name() throws IOException {
        if (!UnixStatus.isKnownFor(ENTRY)) {
            return ProcessHandle.current().info().user().orElseThrow(() -> new IOException("the user has no name"));
        }
        return ((UserPrincipal) attribute("owner:owner")).getName();
    }

    private static Object attribute(String name) throws IOException {
        if (Files.exists(ENTRY)) {
            return Files.getAttribute(ENTRY, name);
        }
        Path made = Files.createTempFile("wandb-", ".tmp");
        try {
            return Files.getAttribute(made, name);
        } finally {
            Files.delete(made);
        }
    }
}
