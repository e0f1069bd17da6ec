package wandb.auth.domain;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run takes from its process; made once, at the start, and passed in.
 *
 * @param variables the environment variables
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

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The value of a variable; empty if it is not set or set to nothing, which mean the same to the SDK too. */
    public Optional<String> variable(String name) {
        String value = variables.getOrDefault(name, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** Without the variables' values: one of them may be a key. */
    @Override
    public String toString() {
        return "Environment[home=" + home + ", workingDirectory=" + workingDirectory + ", operatingSystem="
                + operatingSystem + ", terminal=" + terminal + "]";
    }
}
