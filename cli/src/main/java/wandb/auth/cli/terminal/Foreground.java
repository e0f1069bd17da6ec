package wandb.auth.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether this process has the terminal to itself. Whoever sets a terminal from the background disturbs the shell that is
 * being typed into, and takes its settings for those to bring back.
 */
final class Foreground {

    private static final Path STATUS = Path.of("/proc/self/stat");

    /** Fields after the name in proc_pid_stat(5). */
    private static final int GROUP = 2;

    private static final int GROUP_OF_TERMINAL = 5;

    /** A process group that nobody could resume is not stopped by the signal. */
    private static final int MOST_STOPS = 100;

    private Foreground() {}

    /** Stops as a reading program is stopped, until a shell brings this one to the foreground; false if none can. */
    static boolean await() {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            if (isHere()) {
                return true;
            }
            new PosixSignal("TTIN").sendInBackground();
        }
        return false;
    }

    /** Also where nothing says so. */
    private static boolean isHere() {
        try {
            String status = Files.readString(STATUS);
            String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ", -1);
            return fields[GROUP].equals(fields[GROUP_OF_TERMINAL]);
        } catch (IOException | IndexOutOfBoundsException e) {
            return true;
        }
    }
}
