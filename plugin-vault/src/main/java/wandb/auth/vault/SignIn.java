package wandb.auth.vault;

import io.github.jopenlibs.vault.json.JsonObject;
import io.github.jopenlibs.vault.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Environment;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/**
 * How a run gets the token for its requests. Signing in gives one that is kept for the rest of the run: a secret id may be
 * good for one use only.
 */
final class SignIn {

    private static final int OK = 200;

    private final Environment environment;
    private @Nullable VaultToken signedIn;

    SignIn(Environment environment) {
        this.environment = environment;
    }

    /** The token; empty if the agent in front of the server adds its own. */
    synchronized Optional<VaultToken> token(VaultSettings settings, VaultApi api) throws VaultStoreException {
        return switch (settings.authentication()) {
            case Authentication.ByAgent agent -> Optional.empty();
            case Authentication.ByToken token -> VaultToken.existing(settings, token.file(), environment);
            case Authentication.ByAppRole role -> {
                JsonObject ids = new JsonObject().add("role_id", new SecretFile(role.roleId()).readExisting());
                if (role.secretId().isPresent()) {
                    ids.add("secret_id", new SecretFile(role.secretId().get()).readExisting());
                }
                yield Optional.of(once(api, role.mount(), ids));
            }
            case Authentication.ByJwt jwt -> {
                JsonObject proof = new JsonObject().add("jwt", jwt(jwt.token()));
                jwt.role().ifPresent(role -> proof.add("role", role));
                yield Optional.of(once(api, jwt.mount(), proof));
            }
        };
    }

    private String jwt(Authentication.JwtPlace place) throws VaultStoreException {
        return switch (place) {
            case Authentication.JwtPlace.InFile file -> new SecretFile(file.path()).readExisting();
            case Authentication.JwtPlace.InVariable variable ->
                SecretFile.secret(
                        environment
                                .variable(variable.name())
                                .orElseThrow(() -> new VaultStoreException(Messages.jwtVariableUnset())),
                        Messages.JWT_OF_VARIABLE);
        };
    }

    private VaultToken once(VaultApi api, String mount, JsonObject proof) throws VaultStoreException {
        VaultToken present = signedIn;
        if (present == null) {
            present = signIn(api, mount, proof);
            signedIn = present;
        }
        return present;
    }

    private static VaultToken signIn(VaultApi api, String mount, JsonObject proof) throws VaultStoreException {
        VaultApi.Answer answer = api.post("auth/" + mount + "/login", proof);
        @Nullable JsonValue token = VaultApi.object(answer.body(), "auth").get("client_token");
        if (answer.status() == OK && token != null && token.isString()) {
            return new VaultToken(SecretFile.secret(token.asString(), Messages.TOKEN_OF_SIGN_IN));
        }
        throw new VaultStoreException(
                Messages.signInRefused(api.server(), mount, api.settings().inNamespace(), answer.status()));
    }
}
