package wandb.auth.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is taken from the process on Windows. Its Java gets arguments in the code page of the machine only; so the launcher writes each
 * UTF-16 unit of them that is no plain ASCII character as a percent sign and four hexadecimal digits.
 */
final class WindowsLaunch {

    private static final int DIGITS = 4;

    private WindowsLaunch() {}

    /** The arguments as they were typed. */
    static String[] arguments(String... escaped) {
        String[] arguments = new String[escaped.length];
        for (int i = 0; i < escaped.length; i++) {
            arguments[i] = unescaped(escaped[i]);
        }
        return arguments;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean isEscape = text.charAt(at) == '%' && at + DIGITS < text.length();
            if (isEscape) {
                plain.append((char) Integer.parseInt(text, at + 1, at + 1 + DIGITS, 16));
            } else {
                plain.append(text.charAt(at));
            }
            at += isEscape ? 1 + DIGITS : 1;
        }
        return plain.toString();
    }

    /**
     * The variables, whose names are case-blind.
     *
     * @param programData where the system, and not a variable, says that the folder of all users is, escaped; empty where the
     *     launcher has not asked
     */
    static Map<String, String> variables(Map<String, String> process, String programData) {
        Map<String, String> variables = new HashMap<>();
        process.forEach((name, value) -> variables.put(name.toUpperCase(Locale.ROOT), value));
        if (!programData.isEmpty()) {
            variables.put("PROGRAMDATA", unescaped(programData));
        }
        return variables;
    }

    /** The user's profile, as Python's {@code expanduser} has it; empty where it is for the system to say. */
    static String home(Map<String, String> variables) {
        String profile = variables.getOrDefault("USERPROFILE", "");
        String path = variables.getOrDefault("HOMEPATH", "");
        return profile.isEmpty() && !path.isEmpty() ? variables.getOrDefault("HOMEDRIVE", "") + path : profile;
    }
}
