package wandb.auth.vault;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wandb.auth.domain.Environment;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.ServerAddress;
import wandb.auth.vault.server.VaultStoreException;

/**
 * Which server, and where in it: what {@code [store.vault]} says, else the variables of the Vault command line.
 *
 * @param address the server, or the agent in front of it
 * @param isOfAgent whether {@code VAULT_AGENT_ADDR} names the address
 * @param namespace the namespace of an Enterprise or OpenBao server; empty for none
 * @param caPath the certificates that the server's must be signed by (PEM), or a folder of them; empty for those that this
 *     system trusts
 * @param mount the path of the secrets engine
 * @param path where an account's secret is, with {@code {host}} or {@code {machine}}, and {@code {profile}}
 */
record VaultSettings(
        ServerAddress address,
        boolean isOfAgent,
        Optional<String> namespace,
        Optional<Path> caPath,
        Authentication authentication,
        String mount,
        String path,
        String field) {

    private static final Set<String> NAMES =
            Set.of("address", "namespace", "ca_file", "auth", "mount", "path", "field");
    private static final String AGENT = "VAULT_AGENT_ADDR";
    private static final String SERVER = "VAULT_ADDR";

    static VaultSettings of(Environment environment, StoreConfig section) throws VaultStoreException {
        checkNames(section.settings());
        boolean isOfAgent = Variables.setting(section, "address").isEmpty()
                && Variables.value(environment, AGENT).isPresent();
        return new VaultSettings(
                address(environment, section),
                isOfAgent,
                namespace(environment, section),
                caPath(environment, section),
                Authentication.of(environment, section),
                mount(section),
                template(section),
                field(section));
    }

    private static void checkNames(Map<String, String> settings) throws VaultStoreException {
        for (String name : new TreeSet<>(settings.keySet())) {
            boolean isOfAuthentication = false;
            for (Set<String> names : Authentication.SETTINGS.values()) {
                isOfAuthentication |= names.contains(name);
            }
            if (!isOfAuthentication && !NAMES.contains(name)) {
                throw new VaultStoreException(Messages.unknownSetting(name));
            }
        }
    }

    private static ServerAddress address(Environment environment, StoreConfig section) throws VaultStoreException {
        Optional<String> written = Variables.setting(section, "address");
        if (written.isPresent()) {
            return ServerAddress.parse("'address' in " + Messages.SECTION, written.get());
        }
        for (String variable : new String[] {AGENT, SERVER}) { // in the order of the Vault command line
            Optional<String> value = Variables.value(environment, variable);
            if (value.isPresent()) {
                return ServerAddress.parse(variable, value.get());
            }
        }
        throw new VaultStoreException(Messages.noServerNamed());
    }

    /** Whether {@code VAULT_ADDR} names another server than this, so that the token of that session is not for this one. */
    boolean isElsewhere(Environment environment) throws VaultStoreException {
        Optional<String> variable = isOfAgent ? Optional.empty() : Variables.value(environment, SERVER);
        return variable.isPresent()
                && !ServerAddress.parse(SERVER, variable.get()).equals(address);
    }

    /** The namespace as the end of a place's name; nothing if there is none. */
    String inNamespace() {
        return namespace.map(name -> Messages.IN_NAMESPACE + name).orElse("");
    }

    /** Whether no token is needed: an agent has one. */
    boolean isAgentKnown() {
        return isOfAgent || address.socket().isPresent();
    }

    private static Optional<String> namespace(Environment environment, StoreConfig section) throws VaultStoreException {
        Optional<String> written = Variables.setting(section, "namespace");
        Optional<String> chosen = written.or(() -> Variables.value(environment, "VAULT_NAMESPACE"));
        return chosen.isEmpty()
                ? chosen
                : Optional.of(Variables.header(
                        written.isPresent() ? "'namespace' in " + Messages.SECTION : "VAULT_NAMESPACE", chosen.get()));
    }

    private static Optional<Path> caPath(Environment environment, StoreConfig section) throws VaultStoreException {
        Optional<Path> named = Variables.file(environment, section, "ca_file");
        if (named.isPresent()) {
            return named;
        }
        for (String variable : new String[] {"VAULT_CACERT", "VAULT_CAPATH"}) {
            Optional<String> value = Variables.value(environment, variable);
            if (value.isPresent()) {
                return Optional.of(Variables.file(environment, variable, value.get()));
            }
        }
        return Optional.empty();
    }

    private static String mount(StoreConfig section) throws VaultStoreException {
        String mount = Variables.setting(section, "mount").orElse("secret");
        String path = mount.endsWith("/")
                ? mount.substring(0, mount.length() - 1)
                : mount; // as 'vault secrets list' writes it
        if (!SecretPath.isPlain(path)) {
            throw new VaultStoreException(Messages.mountNotAPath());
        }
        return path;
    }

    private static String template(StoreConfig section) throws VaultStoreException {
        String template = Variables.setting(section, "path").orElse("wandb/{host}/{profile}");
        boolean namesServer = template.contains("{host}") || template.contains("{machine}");
        if (!namesServer || !template.contains("{profile}")) {
            throw new VaultStoreException(Messages.pathSharedByAccounts());
        }
        String filled = template.replace("{host}", "h")
                .replace("{machine}", "m")
                .replace("{profile}", "p")
                .replace("{user}", "u");
        if (!SecretPath.isPlain(filled)) {
            throw new VaultStoreException(Messages.pathNotAPath());
        }
        return template;
    }

    private static String field(StoreConfig section) throws VaultStoreException {
        String field = Variables.setting(section, "field").orElse("api_key");
        if (!SecretPath.isPlain(field) || field.indexOf('/') >= 0) {
            throw new VaultStoreException(Messages.fieldNotAName());
        }
        return field;
    }

    /** Without anything that is written in the settings. */
    @Override
    public String toString() {
        return "VaultSettings[" + address + "]";
    }
}
