package wandb.auth.domain;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run takes from its process; made once, at the start, and passed in.
 *
 * @param variables the environment variables, on Windows with names in upper case
 * @param home the user's home directory; empty if neither {@code HOME} nor the account names one
 * @param workingDirectory the absolute working directory
 * @param operatingSystem the operating system
 * @param terminal which standard streams are terminals
 * @since 0.1
 */
public record Environment(
        Map<String, String> variables,
        Optional<Path> home,
        Path workingDirectory,
        OperatingSystem operatingSystem,
        Terminal terminal) {

    /** How many seconds a store may take to answer, for machines that are slow or busy. */
    public static final String STORE_TIMEOUT = "WANDB_AUTH_TIMEOUT";

    private static final int LONGEST_STORE_TIMEOUT = 3600;
    private static final String USUAL_PROGRAM_DATA = "C:\\ProgramData";

    public Environment {
        variables = operatingSystem.byName(variables);
    }

    /** The value of a variable; empty if it is not set or set to nothing, which mean the same to the SDK too. */
    public Optional<String> variable(String name) {
        String value = variables.getOrDefault(name, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /**
     * How long a keychain, a helper or a plugin is waited for: what {@link #STORE_TIMEOUT} says, a whole number of seconds from 1
     * to 3600.
     *
     * @param usual what it is if the variable is not set, or holds something else
     */
    public Duration storeTimeout(Duration usual) {
        String text = variables.getOrDefault(STORE_TIMEOUT, "");
        try {
            int seconds = text.isEmpty() ? 0 : Integer.parseInt(text);
            return seconds >= 1 && seconds <= LONGEST_STORE_TIMEOUT ? Duration.ofSeconds(seconds) : usual;
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    /** The folder of Windows for what is meant for every user of the machine; empty on other systems. */
    public Optional<Path> programData() {
        if (operatingSystem != OperatingSystem.WINDOWS) {
            return Optional.empty();
        }
        try {
            Path named = workingDirectory
                    .getFileSystem()
                    .getPath(variable("PROGRAMDATA").orElse(USUAL_PROGRAM_DATA));
            return Optional.of(named.isAbsolute() ? named : named.resolveSibling(USUAL_PROGRAM_DATA));
        } catch (InvalidPathException e) {
            return Optional.of(workingDirectory.resolve(USUAL_PROGRAM_DATA));
        }
    }

    /** Without the variables' values: one of them may be a key. */
    @Override
    public String toString() {
        return "Environment[home=" + home + ", workingDirectory=" + workingDirectory + ", operatingSystem="
                + operatingSystem + ", terminal=" + terminal + "]";
    }
}
