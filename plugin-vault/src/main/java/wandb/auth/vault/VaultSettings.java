package wandb.auth.vault;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.spi.StoreConfig;

/**
 * Which server, and where in it: what {@code [store.vault]} says, else the variables of the Vault command line.
 *
 * @param address the server
 * @param namespace the namespace of an Enterprise or OpenBao server; empty for none
 * @param caFile the certificates that the server's must be signed by (PEM); empty for those of the Java runtime
 * @param tokenFile the file that holds the token; empty for the usual places
 * @param mount the path of the secrets engine
 * @param path where an account's secret is, with {@code {host}} and {@code {profile}}
 * @param field the name of the key in the secret
 */
record VaultSettings(
        Host address,
        Optional<String> namespace,
        Optional<Path> caFile,
        Optional<Path> tokenFile,
        String mount,
        String path,
        String field) {

    private static final Set<String> NAMES =
            Set.of("address", "namespace", "ca_file", "token_file", "mount", "path", "field");
    private static final String WHERE = "[store.vault] of auth.ini";

    static VaultSettings of(Environment environment, StoreConfig section) throws VaultStoreException {
        checkNames(section.settings());
        return new VaultSettings(
                address(environment, section),
                text(section, "namespace").or(() -> environment.variable("VAULT_NAMESPACE")),
                caFile(environment, section),
                file(environment, "'token_file' in " + WHERE, text(section, "token_file")),
                mount(section),
                template(section),
                field(section));
    }

    private static void checkNames(Map<String, String> settings) throws VaultStoreException {
        for (String name : new TreeSet<>(settings.keySet())) {
            if (!NAMES.contains(name)) {
                throw wrong(name, "is no setting of this store");
            }
        }
    }

    private static Optional<String> text(StoreConfig section, String name) {
        return Optional.ofNullable(section.settings().get(name)).filter(value -> !value.isEmpty());
    }

    private static Host address(Environment environment, StoreConfig section) throws VaultStoreException {
        Optional<String> written = text(section, "address");
        String where = written.isPresent() ? "'address' in " + WHERE : "VAULT_ADDR";
        Optional<String> chosen = written.or(() -> environment.variable("VAULT_ADDR"));
        if (chosen.isEmpty()) {
            throw new VaultStoreException(
                    "No Vault server is named.", "Set 'address' in " + WHERE + ", or the variable VAULT_ADDR.");
        }
        Host address = parsed(where, chosen.get());
        if (address.isPlainHttpBeyondLoopback()) {
            throw new VaultStoreException(
                    where + " names " + address + ": everybody on the way could read the token and the key.",
                    "Use https.");
        }
        return address;
    }

    private static Host parsed(String where, String address) throws VaultStoreException {
        try {
            return Host.parse(address);
        } catch (InvalidHostException e) {
            throw new VaultStoreException(where + " names no server: " + e.getMessage(), "Correct it.");
        }
    }

    /**
     * Whether {@code VAULT_ADDR} names another server than this, so that the token of that session is not for this one.
     */
    boolean isElsewhere(Environment environment) throws VaultStoreException {
        Optional<String> variable = environment.variable("VAULT_ADDR");
        return variable.isPresent() && !parsed("VAULT_ADDR", variable.get()).equals(address);
    }

    private static Optional<Path> caFile(Environment environment, StoreConfig section) throws VaultStoreException {
        Optional<String> written = text(section, "ca_file");
        return written.isPresent()
                ? file(environment, "'ca_file' in " + WHERE, written)
                : file(environment, "VAULT_CACERT", environment.variable("VAULT_CACERT"));
    }

    /** A relative name would mean another file in every directory, also in one that somebody else filled. */
    private static Optional<Path> file(Environment environment, String where, Optional<String> written)
            throws VaultStoreException {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        String name = written.get();
        try {
            Path path = name.startsWith("~/") && environment.home().isPresent()
                    ? environment.home().get().resolve(name.substring(2))
                    : Path.of(name);
            if (path.isAbsolute()) {
                return Optional.of(path);
            }
        } catch (InvalidPathException e) {
            // the same complaint as for a relative path
        }
        throw new VaultStoreException(
                where + " is no absolute path of a file.", "Write the path out, or begin it with ~/.");
    }

    private static String mount(StoreConfig section) throws VaultStoreException {
        String mount = text(section, "mount").orElse("secret");
        String path = mount.endsWith("/")
                ? mount.substring(0, mount.length() - 1)
                : mount; // as 'vault secrets list' writes it
        if (!SecretPath.isPlain(path)) {
            throw wrong(
                    "mount", "is no path: use letters, digits, dots, dashes and underscores, with / between the parts");
        }
        return path;
    }

    private static String template(StoreConfig section) throws VaultStoreException {
        String template = text(section, "path").orElse("wandb/{host}/{profile}");
        if (!template.contains("{host}") || !template.contains("{profile}")) {
            throw wrong("path", "must hold {host} and {profile}, or accounts would share a secret");
        }
        String filled =
                template.replace("{host}", "h").replace("{profile}", "p").replace("{user}", "u");
        if (!SecretPath.isPlain(filled)) {
            throw wrong("path", "is no path with {host}, {profile} and perhaps {user}");
        }
        return template;
    }

    private static String field(StoreConfig section) throws VaultStoreException {
        String field = text(section, "field").orElse("api_key");
        if (!SecretPath.isPlain(field) || field.indexOf('/') >= 0) {
            throw wrong("field", "is no name: use letters, digits, dots, dashes and underscores");
        }
        return field;
    }

    private static VaultStoreException wrong(String name, String what) {
        return new VaultStoreException("'" + TerminalSafe.of(name) + "' in " + WHERE + " " + what + ".", "Correct it.");
    }

    /** Without anything that is written in the settings. */
    @Override
    public String toString() {
        return "VaultSettings[" + address + "]";
    }
}
