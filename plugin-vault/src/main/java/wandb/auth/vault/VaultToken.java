package wandb.auth.vault;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.TerminalSafe;
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
                    .orElseThrow(() -> new VaultStoreException(
                            "The token's file " + TerminalSafe.whole(file.get().toString()) + " does not exist.",
                            "Start what writes it, such as the Vault agent, or correct 'token_file' in auth.ini."))));
        }
        if (settings.isElsewhere(environment)) {
            if (settings.isAgentKnown()) {
                return Optional.empty();
            }
            throw new VaultStoreException(
                    "VAULT_ADDR names another server than auth.ini (" + settings.address()
                            + "), so the token at hand is not for this one.",
                    "Unset VAULT_ADDR, or name the token's file by 'token_file' in auth.ini.");
        }
        Optional<VaultToken> token = ofSession(environment);
        if (token.isEmpty() && !settings.isAgentKnown()) {
            throw new VaultStoreException(
                    "There is no token for " + settings.address() + ".", "Run 'vault login', or set VAULT_TOKEN.");
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
