package wandb.auth.faults;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system call that a run made on one of its files.
 *
 * @param name its name
 * @param count the how manieth call of that name of its thread it was
 * @param text how strace writes it
 */
record SystemCall(String name, int count, String text) {

    private static final Pattern ENTRY = Pattern.compile("^(\\d+) +([a-z0-9_]+)\\(");
    private static final Set<String> READING = Set.of(
            "statx",
            "newfstatat",
            "fstat",
            "access",
            "faccessat",
            "faccessat2",
            "readlink",
            "read",
            "pread64",
            "lseek",
            "getdents64",
            "fadvise64",
            "dup",
            "flistxattr",
            "fgetxattr",
            "ioctl");

    /** Matches a line at which a call begins: the thread and the call's name. */
    static Matcher entry(String line) {
        return ENTRY.matcher(line);
    }

    /** Whether it changes something, or makes it durable, or keeps others out. */
    boolean isWriting() {
        if (name.equals("openat")) {
            return text.contains("O_WRONLY") || text.contains("O_RDWR");
        }
        if (name.equals("fcntl")) {
            return text.contains("F_SETLK");
        }
        if (name.equals("close")) {
            return text.contains(".tmp>") || text.contains("auth.lock>");
        }
        return !READING.contains(name);
    }

    boolean isRenaming() {
        return name.startsWith("rename");
    }

    @Override
    public String toString() {
        return name + " no. " + count + ": " + text;
    }
}
