package wandb.auth.cli.context;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;

/** The environment variables that name files, so that people see why a file is meant that they did not expect. */
public final class PathVariable {

    private static final String FOLDER = "WANDB_CONFIG_DIR";
    private static final String[] NAMES = {"NETRC", FOLDER, "WANDB_CREDENTIALS_FILE", "WANDB_AUTH_POLICY"};

    private PathVariable() {}

    /** The place, and the variable that names it, or the folder that it is in. */
    public static String named(Location location, Environment environment) {
        if (location instanceof Location.File file) {
            for (String name : NAMES) {
                if (isNamedBy(name, file.path(), environment)) {
                    return Messages.pathNamedByVariable(file, name);
                }
            }
        }
        return location.text();
    }

    /** The trouble may be with a folder that the file is to be in. */
    private static boolean isNamedBy(String variable, Path file, Environment environment) {
        try {
            Optional<Path> named = environment
                    .variable(variable)
                    .map(environment.workingDirectory()::resolve)
                    .map(Path::normalize);
            return named.isPresent()
                    && (named.get().startsWith(file) || (variable.equals(FOLDER) && file.startsWith(named.get())));
        } catch (InvalidPathException e) {
            return false; // it names no file
        }
    }
}
