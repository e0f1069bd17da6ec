package wandb.auth.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;

/** Where the user's settings file is: under {@code WANDB_CONFIG_DIR}, else {@code ~/.config/wandb} (SDK 0.28.0). */
sealed interface SystemPlace {

    /** The file, which need not exist. */
    record At(Path path) implements SystemPlace {}

    /** There is no home directory that it could be in. */
    record Homeless() implements SystemPlace {
        static final Location LOCATION = new Location.Variable("HOME");
        static final Reason REASON =
                new Reason("There is no home directory for a settings file.", "Set HOME, or WANDB_CONFIG_DIR.");
    }

    /** The variable is set and names no directory. */
    record Unknown(Reason reason) implements SystemPlace {
        static final Location LOCATION = new Location.Variable("WANDB_CONFIG_DIR");
    }

    static SystemPlace in(Environment environment) {
        Optional<String> named = environment.variable("WANDB_CONFIG_DIR");
        if (named.isEmpty()) {
            return inHome(environment, Path.of(".config", "wandb"));
        }
        try {
            return named(Path.of(named.get()), environment);
        } catch (InvalidPathException e) {
            return new Unknown(new Reason("It is no path of a directory.", "Set it to one, or unset it."));
        }
    }

    private static SystemPlace named(Path directory, Environment environment) {
        String first = directory.getName(0).toString();
        if (directory.isAbsolute() || !first.startsWith("~")) {
            return new At(environment.workingDirectory().resolve(directory).resolve("settings"));
        }
        if (!first.equals("~")) {
            return new Unknown(
                    new Reason("It names another user's home directory.", "Write the path out, or begin it with ~/."));
        }
        int names = directory.getNameCount();
        return inHome(environment, names == 1 ? Path.of("") : directory.subpath(1, names));
    }

    private static SystemPlace inHome(Environment environment, Path directory) {
        Optional<Path> home = environment.home();
        return home.isEmpty()
                ? new Homeless()
                : new At(environment
                        .workingDirectory()
                        .resolve(home.get())
                        .resolve(directory)
                        .resolve("settings"));
    }
}
