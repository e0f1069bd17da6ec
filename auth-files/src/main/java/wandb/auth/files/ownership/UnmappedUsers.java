package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * The users that a user namespace does not know (user_namespaces(7)): in a sandbox of an ordinary user all others, root too,
 * appear as this one. Its folders above ours are the system's then.
 */
final class UnmappedUsers {

    /** The kernel's usual number for them. */
    static final int NUMBER = 65_534;

    private static final Path MAP = Path.of("/proc/self/uid_map");

    private UnmappedUsers() {}

    /** Whether the number stands for them, and is no user's own. */
    static boolean exist() throws IOException {
        return Files.isReadable(MAP) && !isMapped(Files.readString(MAP, StandardCharsets.US_ASCII));
    }

    /** Whether the map, a line a range (first inside, first outside, length), gives the number to a user of its own. */
    static boolean isMapped(String map) {
        StringTokenizer numbers =
                new StringTokenizer(map); // on the path of every run, where streams and patterns cost too much
        while (numbers.hasMoreTokens()) {
            long first = Long.parseLong(numbers.nextToken());
            numbers.nextToken();
            long length = Long.parseLong(numbers.nextToken());
            if (first <= NUMBER && NUMBER < first + length) {
                return true;
            }
        }
        return false;
    }
}
