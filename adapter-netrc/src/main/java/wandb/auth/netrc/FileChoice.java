package wandb.auth.netrc;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.netrc.message.Messages;

/** Which file is the netrc file: {@code NETRC}, else {@code ~/.netrc}, else {@code ~/_netrc}, as the SDK chooses. */
final class FileChoice {

    private FileChoice() {}

    /** The file, which need not exist; or why there is none. */
    static Parsed<Path> in(Environment environment) {
        Optional<String> named = environment.variable("NETRC");
        return named.isPresent() ? named(named.get(), environment) : inHome(environment);
    }

    private static Parsed<Path> named(String name, Environment environment) {
        Location variable = new Location.Variable("NETRC");
        OperatingSystem system = environment.operatingSystem();
        boolean isInHome = name.equals("~") || (name.startsWith("~") && system.isSeparator(name.charAt(1)));
        if (name.startsWith("~") && !isInHome) {
            return new Invalid<>(variable, Messages.homeOfAnotherUser());
        }
        try {
            if (!isInHome) {
                return new Valid<>(environment.workingDirectory().resolve(name));
            }
            Optional<Path> home = home(environment);
            return home.isEmpty()
                    ? noHome()
                    : new Valid<>(home.get().resolve(withoutLeadingSlashes(name.substring(1), system)));
        } catch (InvalidPathException e) {
            return new Invalid<>(variable, Messages.noPathInVariable());
        }
    }

    private static String withoutLeadingSlashes(String path, OperatingSystem system) {
        int at = 0;
        while (at < path.length() && system.isSeparator(path.charAt(at))) {
            at++;
        }
        return path.substring(at);
    }

    private static Parsed<Path> inHome(Environment environment) {
        Optional<Path> home = home(environment);
        if (home.isEmpty()) {
            return noHome();
        }
        Path dotted = home.get().resolve(".netrc");
        if (Files.exists(dotted)) {
            return new Valid<>(dotted);
        }
        Path underscored = home.get().resolve("_netrc");
        boolean prefersUnderscore = environment.operatingSystem() == OperatingSystem.WINDOWS;
        return new Valid<>(prefersUnderscore || Files.exists(underscored) ? underscored : dotted);
    }

    private static Optional<Path> home(Environment environment) {
        Optional<Path> home = environment.home();
        return home.isPresent() ? Optional.of(environment.workingDirectory().resolve(home.get())) : home;
    }

    private static Parsed<Path> noHome() {
        return new Invalid<>(new Location.Variable("HOME"), Messages.noHome());
    }
}
