package wandb.auth.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The families of operating systems that the rules tell apart. */
public enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS,
    /** Another, treated as a POSIX system. */
    OTHER;

    /** What stands between the folders of PATH. */
    public char pathSeparator() {
        return this == WINDOWS ? ';' : ':';
    }

    /** Whether the character stands between the names of a path. */
    public boolean isSeparator(char c) {
        return c == '/' || (this == WINDOWS && c == '\\');
    }

    /** Whether the text names a file by its path, not by a bare name to look for on PATH. */
    public boolean hasFolder(String program) {
        for (int i = 0; i < program.length(); i++) {
            if (isSeparator(program.charAt(i)) || (this == WINDOWS && program.charAt(i) == ':')) {
                return true;
            }
        }
        return false;
    }

    /** The variables by the names that they are asked for with: on Windows these are case-blind, and kept in upper case. */
    Map<String, String> byName(Map<String, String> variables) {
        if (this != WINDOWS) {
            return Map.copyOf(variables);
        }
        Map<String, String> named = new HashMap<>();
        variables.forEach((name, value) -> named.put(name.toUpperCase(Locale.ROOT), value));
        return Map.copyOf(named);
    }
}
