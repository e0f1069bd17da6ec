package wandb.auth.vault;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/** The token that the server knows its caller by. */
final class VaultToken {

    private final String text;

    VaultToken(String text) {
        this.text = text;
    }

    /**
     * The token that somebody else got for the server of the settings.
     *
     * @param file where the settings say that it is; empty for the usual places
     * @return empty if absent, and an agent may have one
     */
    static Optional<VaultToken> existing(VaultSettings settings, Optional<Path> file, Environment environment)
            throws VaultStoreException {
        if (file.isPresent()) {
            return Optional.of(new VaultToken(new SecretFile(file.get())
                    .read()
                    .orElseThrow(() -> new VaultStoreException(Messages.tokenFileMissing(file.get())))));
        }
        if (settings.isElsewhere(environment)) {
            if (settings.isAgentKnown()) {
                return Optional.empty();
            }
            throw new VaultStoreException(
                    Messages.tokenOfAnotherServer(settings.address().toString()));
        }
        Optional<VaultToken> token = ofSession(environment);
        if (token.isEmpty() && !settings.isAgentKnown()) {
            throw new VaultStoreException(Messages.noToken(settings.address().toString()));
        }
        return token;
    }

    /** The one that the Vault command line would use. */
    private static Optional<VaultToken> ofSession(Environment environment) throws VaultStoreException {
        Optional<String> variable = environment.variable("VAULT_TOKEN");
        if (variable.isPresent()) {
            return Optional.of(new VaultToken(SecretFile.secret(variable.get(), "VAULT_TOKEN")));
        }
        Optional<TokenHelper> helper = TokenHelper.of(environment);
        if (helper.isPresent()) {
            return helper.get().token().map(VaultToken::new);
        }
        return environment.home().isPresent()
                ? new SecretFile(environment.home().get().resolve(".vault-token"))
                        .read()
                        .map(VaultToken::new)
                : Optional.empty();
    }

    /** For the header of a request. */
    String reveal() {
        return text;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "VaultToken[***]";
    }
}
