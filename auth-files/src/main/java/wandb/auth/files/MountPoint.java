package wandb.auth.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import wandb.auth.files.ownership.UnixStatus;

/** A file that is mounted by itself, as containers do it: it can be written, but nothing can take its place. */
final class MountPoint {

    /** What Linux tells about the mounts of a process (proc_pid_mountinfo(5)). */
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    private static final int PLACE = 4;

    private MountPoint() {}

    static boolean is(Path file) {
        if (!UnixStatus.isKnownFor(file)) {
            return false;
        }
        try {
            return isIn(
                    Files.readString(MOUNTS, StandardCharsets.ISO_8859_1),
                    file.toRealPath().toString());
        } catch (IOException e) {
            return false; // another system, where no file is mounted by itself
        }
    }

    /** Whether something is mounted at the place, by what Linux tells, each byte a character. */
    static boolean isIn(String mounts, String place) {
        for (String line : mounts.lines().toList()) {
            String[] fields = line.split(" ", -1);
            if (fields.length > PLACE && unescaped(fields[PLACE]).equals(place)) {
                return true;
            }
        }
        return false;
    }

    /** Blanks and backslashes are written as three octal digits; the rest are the bytes of the name. */
    private static String unescaped(String field) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 3 < field.length()) {
                bytes.append((char) Integer.parseInt(field.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                bytes.append(c);
            }
        }
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
