package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * The user that this process acts as: the owner of its entry under {@code /proc} (proc(5)), and where there is none, of a
 * file that it makes.
 */
public final class ProcessUser {

    private static final Path ENTRY = Path.of("/proc/self");

    private ProcessUser() {}

    /** Its number. */
    public static int id() throws IOException {
        return (int) attribute("unix:uid");
    }

    /** Its name, or its number where it has none. */
    public static String name() throws IOException {
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
