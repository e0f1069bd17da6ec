package wandb.auth.config.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.config.file.AuthFileContent.Broken;
import wandb.auth.config.file.AuthFileContent.Missing;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.files.ownership.TrustedOwners;

/**
 * The two files of a machine and its user.
 *
 * @param named the administrator's, where it is not where people look for it
 */
public record AuthFiles(Optional<AuthFile> named) {

    private static final Path ADMINISTRATORS = Path.of("/etc/wandb/auth.ini");

    private static final String VARIABLE = "WANDB_AUTH_POLICY";

    /** The files where people look for them. */
    public AuthFiles() {
        this(Optional.empty());
    }

    /** The administrator's file, where people look for it; no variable of the user's names another one in its place. */
    static Path administratorsIn(Environment environment) {
        Optional<Path> programData = environment.programData();
        return programData.isPresent() ? programData.get().resolve("wandb").resolve("auth.ini") : ADMINISTRATORS;
    }

    /** What the administrator's file says; the variable counts only where nothing stands in the file's place. */
    public AuthFileContent administrators(Environment environment) {
        AuthFile machines =
                named.isPresent() ? named.get() : new AuthFile(administratorsIn(environment), TrustedOwners.ROOT);
        return machines.isMissing() ? variables(environment) : machines.read();
    }

    private static AuthFileContent variables(Environment environment) {
        Optional<String> named = environment.variable(VARIABLE);
        if (named.isEmpty()) {
            return new Missing();
        }
        try {
            Path path = Path.of(named.get());
            AuthFile file = new AuthFile(path, TrustedOwners.ROOT_OR_USER);
            if (!path.isAbsolute()) {
                return misnamed(Messages.policyPathIsRelative());
            }
            return file.isMissing() ? misnamed(Messages.policyIsMissing()) : file.read();
        } catch (InvalidPathException e) {
            return misnamed(Messages.policyPathIsInvalid());
        }
    }

    private static Broken misnamed(Reason reason) {
        return new Broken(new Location.Variable(VARIABLE), reason);
    }

    /** What the user's own file says. */
    public static AuthFileContent users(Environment environment) {
        return switch (ConfigFolder.in(environment)) {
            case ConfigFolder.At at -> usersIn(at).readUnlessThereCanBeNone();
            case ConfigFolder.Homeless homeless -> new Missing();
            case ConfigFolder.Misnamed misnamed -> new Broken(ConfigFolder.Misnamed.LOCATION, misnamed.reason());
        };
    }

    /** The user's own file, which need not exist. */
    public static AuthFile usersIn(ConfigFolder.At folder) {
        return new AuthFile(folder.path().resolve("auth.ini"), TrustedOwners.ROOT_OR_USER_AT_HOME);
    }
}
