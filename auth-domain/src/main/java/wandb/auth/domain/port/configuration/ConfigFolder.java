package wandb.auth.domain.port.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;

/**
 * The user's folder of the SDK's {@code settings} and of our {@code auth.ini}: the one that {@code WANDB_CONFIG_DIR} names,
 * else {@code ~/.config/wandb} (SDK 0.28.0).
 */
public final class ConfigFolder {

    private static final String VARIABLE = "WANDB_CONFIG_DIR";

    private ConfigFolder() {}

    /** The path of the folder for this process; empty if unknown. */
    public static Optional<Path> pathIn(Environment environment) {
        return in(environment) instanceof Valid<Path> folder ? Optional.of(folder.value()) : Optional.empty();
    }

    /** The absolute path of the folder for this process, which need not exist; {@link #homeless} if no home directory is known. */
    public static Parsed<Path> in(Environment environment) {
        Optional<String> named = environment.variable(VARIABLE);
        if (named.isEmpty()) {
            return inHome(environment, Path.of(".config", "wandb"));
        }
        try {
            return named(Path.of(named.get()), environment);
        } catch (InvalidPathException e) {
            return misnamed(Messages.NOT_A_DIRECTORY_PATH, Messages.SET_TO_A_DIRECTORY);
        }
    }

    private static Parsed<Path> named(Path directory, Environment environment) {
        if (directory.getNameCount() == 0) {
            return misnamed(Messages.ROOT_OF_FILE_SYSTEM, Messages.SET_TO_A_FOLDER);
        }
        String first = directory.getName(0).toString();
        if (directory.isAbsolute() || !first.startsWith("~")) {
            return new Valid<>(environment.workingDirectory().resolve(directory.toString()));
        }
        if (!first.equals("~")) {
            return misnamed(Messages.HOME_OF_ANOTHER_USER, Messages.WRITE_PATH_OUT);
        }
        int names = directory.getNameCount();
        return inHome(environment, names == 1 ? Path.of("") : directory.subpath(1, names));
    }

    private static Parsed<Path> inHome(Environment environment, Path directory) {
        Optional<Path> home = environment.home();
        return home.isEmpty()
                ? homeless()
                : new Valid<>(environment.workingDirectory().resolve(home.get()).resolve(directory.toString()));
    }

    private static Parsed<Path> misnamed(String problem, String remedy) {
        return new Invalid<>(new Location.Variable(VARIABLE), new Reason(problem, remedy));
    }

    /** That there is no home directory that it could be in: what is read from it is absent then, not unknown. */
    public static Invalid<Path> homeless() {
        return new Invalid<>(
                new Location.Variable("HOME"), new Reason(Messages.NO_HOME_FOR_SETTINGS, Messages.SET_HOME));
    }
}
