package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wandb.auth.system.Machine;

/**
 * A login on a machine that has files already.
 *
 * @param name what it is called in reports
 * @param files the files under the home, by name, each with its mode and its text
 * @param arguments the program's arguments
 */
record Scene(String name, Map<String, String> files, List<String> arguments) {

    static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private static final String OTHERS = """
            # shared with curl and git
            machine github.com login me password gh_token
            machine api.wandb.ai login user password 1111111111111111111111111111111111111111
            """;

    /** A netrc file of its owner's only, and no folder for our lock. */
    static final Scene NETRC =
            new Scene("login with a netrc file", Map.of(".netrc", "rw------- " + OTHERS), List.of("login", KEY));

    /** A netrc file that others may read, and a settings file. */
    static final Scene SETTINGS = new Scene(
            "login --host with a netrc file that others may read and a settings file",
            Map.of(
                    ".netrc",
                    "rw-r--r-- " + OTHERS,
                    ".config/wandb/settings",
                    "rw-r--r-- [default]\nentity = me\n",
                    ".config/wandb/auth.lock",
                    "rw------- \n"),
            List.of("login", "--host", "https://wandb.example.com", KEY));

    /** No file yet. */
    static final Scene EMPTY = new Scene(
            "login --host in an empty home", Map.of(), List.of("login", "--host", "https://wandb.example.com", KEY));

    Machine machine(Path folder) throws IOException {
        Machine machine = new Machine(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = machine.write(file.getKey(), file.getValue().substring(10));
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(file.getValue().substring(0, 9)));
            // As if it had been there for long: nobody is in the middle of writing it.
            Files.setLastModifiedTime(path, java.nio.file.attribute.FileTime.fromMillis(0));
        }
        return machine;
    }

    /** Every file under the home but the lock, with its mode, owner and text. */
    static Map<String, String> state(Machine machine) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (var paths = Files.walk(machine.home())) {
            for (Path path : paths.toList()) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !path.endsWith("auth.lock")) {
                    assertEquals(Files.getOwner(machine.home()), Files.getOwner(path), path::toString);
                    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                    state.put(machine.home().relativize(path).toString(), mode + " " + Files.readString(path));
                }
            }
        }
        return state;
    }

    static boolean isLitter(String name) {
        return name.endsWith(".tmp") || name.endsWith("auth.undo");
    }

    @Override
    public String toString() {
        return name;
    }
}
