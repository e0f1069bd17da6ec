package wandb.auth.vault;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/** Variables and settings as they are meant: line ends and blanks that a script left around a value do not count. */
final class Variables {

    private Variables() {}

    /** The variable's value without white space around it; empty if nothing is left. */
    static Optional<String> value(Environment environment, String name) {
        return environment.variable(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The setting's value; empty if it has none. */
    static Optional<String> setting(StoreConfig section, String name) {
        return Optional.ofNullable(section.settings().get(name)).filter(value -> !value.isEmpty());
    }

    /** The file that the setting names; empty if it names none. */
    static Optional<Path> file(Environment environment, StoreConfig section, String name) throws VaultStoreException {
        Optional<String> written = setting(section, name);
        return written.isEmpty()
                ? Optional.empty()
                : Optional.of(file(environment, "'" + name + "' in " + Messages.SECTION, written.get()));
    }

    /**
     * A text that goes into the header of a request.
     *
     * @param where the setting or variable that holds it, for the message
     * @throws VaultStoreException if it holds a character that no header can
     */
    static String header(String where, String value) throws VaultStoreException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new VaultStoreException(Messages.notForAHeader(where, c));
            }
        }
        return value;
    }

    /** A file; a relative name would mean another one in every directory, also in one that somebody else filled. */
    static Path file(Environment environment, String where, String name) throws VaultStoreException {
        try {
            Path path = name.startsWith("~/") && environment.home().isPresent()
                    ? environment.home().get().resolve(name.substring(2))
                    : Path.of(name);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // the same complaint as for a relative path
        }
        throw new VaultStoreException(Messages.fileNotAbsolute(where));
    }
}
