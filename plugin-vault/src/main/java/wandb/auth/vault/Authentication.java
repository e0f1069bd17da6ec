package wandb.auth.vault;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Environment;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/** How the server comes to know its caller: the setting {@code auth} and those that belong to it. */
sealed interface Authentication {

    /** The settings that belong to one way, by the value of {@code auth}. */
    Map<String, Set<String>> SETTINGS = Map.of(
            "token", Set.of("token_file"),
            "agent", Set.of(),
            "approle", Set.of("auth_mount", "role_id_file", "secret_id_file"),
            "jwt", Set.of("auth_mount", "role", "jwt_file", "jwt_variable"));

    /**
     * By a token that somebody else got.
     *
     * @param file the file that holds it; empty for the usual places
     */
    record ByToken(Optional<Path> file) implements Authentication {}

    /** By the agent in front of the server, which adds its own token to every request. */
    record ByAgent() implements Authentication {}

    /**
     * By AppRole, the way of machines.
     *
     * @param roleId the file that holds the id of the role
     * @param secretId the file that holds the secret id; empty for a role that is bound otherwise
     */
    record ByAppRole(String mount, Path roleId, Optional<Path> secretId) implements Authentication {}

    /**
     * By a JWT, such as the one that a CI gives each of its jobs.
     *
     * @param role the role; empty for the mount's default one
     */
    record ByJwt(String mount, Optional<String> role, JwtPlace token) implements Authentication {}

    sealed interface JwtPlace {
        record InFile(Path path) implements JwtPlace {}

        /** In a variable of that name. */
        record InVariable(String name) implements JwtPlace {}
    }

    /** What the settings choose; a setting that belongs to another way is a mistake. */
    static Authentication of(Environment environment, StoreConfig section) throws VaultStoreException {
        String way = Variables.setting(section, "auth").orElse("token");
        Set<String> own = SETTINGS.get(way);
        if (own == null) {
            throw new VaultStoreException(Messages.unknownAuth());
        }
        for (Set<String> settings : SETTINGS.values()) {
            for (String name : settings) {
                if (!own.contains(name) && Variables.setting(section, name).isPresent()) {
                    throw new VaultStoreException(Messages.settingOfAnotherAuth(name, way));
                }
            }
        }
        return switch (way) {
            case "agent" -> new ByAgent();
            case "approle" ->
                new ByAppRole(
                        mount(section, way),
                        Variables.file(environment, section, "role_id_file")
                                .orElseThrow(() -> new VaultStoreException(Messages.appRoleWithoutRoleId())),
                        Variables.file(environment, section, "secret_id_file"));
            case "jwt" -> new ByJwt(mount(section, way), Variables.setting(section, "role"), jwt(environment, section));
            default -> new ByToken(Variables.file(environment, section, "token_file"));
        };
    }

    private static JwtPlace jwt(Environment environment, StoreConfig section) throws VaultStoreException {
        Optional<Path> file = Variables.file(environment, section, "jwt_file");
        Optional<String> variable = Variables.setting(section, "jwt_variable");
        if (file.isPresent() == variable.isPresent()) {
            throw new VaultStoreException(Messages.jwtWithoutPlace());
        }
        return file.isPresent() ? new JwtPlace.InFile(file.get()) : new JwtPlace.InVariable(variable.get());
    }

    private static String mount(StoreConfig section, String way) throws VaultStoreException {
        String mount = Variables.setting(section, "auth_mount").orElse(way);
        if (!SecretPath.isPlain(mount)) {
            throw new VaultStoreException(Messages.authMountNotAPath());
        }
        return mount;
    }
}
