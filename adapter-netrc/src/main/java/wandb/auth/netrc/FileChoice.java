package wandb.auth.netrc;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Reason;
import wandb.auth.netrc.message.Messages;

/** Which file is the netrc file: {@code NETRC}, else {@code ~/.netrc}, else {@code ~/_netrc}, as the SDK chooses. */
sealed interface FileChoice {

    /** The file, which need not exist. */
    record Chosen(Path path) implements FileChoice {}

    /** None, and why. */
    record Undecided(Location location, Reason reason) implements FileChoice {}

    static FileChoice in(Environment environment) {
        Optional<String> named = environment.variable("NETRC");
        return named.isPresent() ? named(named.get(), environment) : inHome(environment);
    }

    private static FileChoice named(String name, Environment environment) {
        Location variable = new Location.Variable("NETRC");
        OperatingSystem system = environment.operatingSystem();
        boolean isInHome = name.equals("~") || (name.startsWith("~") && system.isSeparator(name.charAt(1)));
        if (name.startsWith("~") && !isInHome) {
            return new Undecided(variable, Messages.homeOfAnotherUser());
        }
        try {
            if (!isInHome) {
                return new Chosen(environment.workingDirectory().resolve(name));
            }
            Optional<Path> home = home(environment);
            return home.isEmpty()
                    ? noHome()
                    : new Chosen(home.get().resolve(withoutLeadingSlashes(name.substring(1), system)));
        } catch (InvalidPathException e) {
            return new Undecided(variable, Messages.noPathInVariable());
        }
    }

    private static String withoutLeadingSlashes(String path, OperatingSystem system) {
        int at = 0;
        while (at < path.length() && system.isSeparator(path.charAt(at))) {
            at++;
        }
        return path.substring(at);
    }

    private static FileChoice inHome(Environment environment) {
        Optional<Path> home = home(environment);
        if (home.isEmpty()) {
            return noHome();
        }
        Path dotted = home.get().resolve(".netrc");
        Path underscored = home.get().resolve("_netrc");
        if (Files.exists(dotted)) {
            return new Chosen(dotted);
        }
        boolean prefersUnderscore = environment.operatingSystem() == OperatingSystem.WINDOWS;
        return new Chosen(prefersUnderscore || Files.exists(underscored) ? underscored : dotted);
    }

    private static Optional<Path> home(Environment environment) {
        Optional<Path> home = environment.home();
        return home.isPresent() ? Optional.of(environment.workingDirectory().resolve(home.get())) : home;
    }

    private static FileChoice noHome() {
        return new Undecided(new Location.Variable("HOME"), Messages.noHome());
    }
}
