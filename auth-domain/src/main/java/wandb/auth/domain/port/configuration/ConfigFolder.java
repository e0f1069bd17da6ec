package wandb.auth.domain.port.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.message.Messages;

/**
 * The user's folder of the SDK's {@code settings} and of our {@code auth.ini}: the one that {@code WANDB_CONFIG_DIR} names,
 * else {@code ~/.config/wandb} (SDK 0.28.0).
 */
public sealed interface ConfigFolder {

    /**
     * The folder, which need not exist.
     *
     * @param path its absolute path
     */
    record At(Path path) implements ConfigFolder {}

    /** There is no home directory that it could be in. */
    record Homeless() implements ConfigFolder {
        /** What should have named one. */
        public static final Location LOCATION = new Location.Variable("HOME");

        /** What is wrong, and what to do. */
        public static final Reason REASON = new Reason(Messages.NO_HOME_FOR_SETTINGS, Messages.SET_HOME);
    }

    /**
     * The variable is set and names no directory.
     *
     * @param reason what is wrong with it, and what to do
     */
    record Misnamed(Reason reason) implements ConfigFolder {
        /** The variable. */
        public static final Location LOCATION = new Location.Variable("WANDB_CONFIG_DIR");
    }

    /** The path of the folder for this process; empty if unknown. */
    static Optional<Path> pathIn(Environment environment) {
        return in(environment) instanceof At at ? Optional.of(at.path()) : Optional.empty();
    }

    /** The folder for this process. */
    static ConfigFolder in(Environment environment) {
        Optional<String> named = environment.variable("WANDB_CONFIG_DIR");
        if (named.isEmpty()) {
            return inHome(environment, Path.of(".config", "wandb"));
        }
        try {
            return named(Path.of(named.get()), environment);
        } catch (InvalidPathException e) {
            return new Misnamed(new Reason(Messages.NOT_A_DIRECTORY_PATH, Messages.SET_TO_A_DIRECTORY));
        }
    }

    private static ConfigFolder named(Path directory, Environment environment) {
        if (directory.getNameCount() == 0) {
            return new Misnamed(new Reason(Messages.ROOT_OF_FILE_SYSTEM, Messages.SET_TO_A_FOLDER));
        }
        String first = directory.getName(0).toString();
        if (directory.isAbsolute() || !first.startsWith("~")) {
            return new At(environment.workingDirectory().resolve(directory.toString()));
        }
        if (!first.equals("~")) {
            return new Misnamed(new Reason(Messages.HOME_OF_ANOTHER_USER, Messages.WRITE_PATH_OUT));
        }
        int names = directory.getNameCount();
        return inHome(environment, names == 1 ? Path.of("") : directory.subpath(1, names));
    }

    private static ConfigFolder inHome(Environment environment, Path directory) {
        Optional<Path> home = environment.home();
        return home.isEmpty()
                ? new Homeless()
                : new At(environment.workingDirectory().resolve(home.get()).resolve(directory.toString()));
    }
}
