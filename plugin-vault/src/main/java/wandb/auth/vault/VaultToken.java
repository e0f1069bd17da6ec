package wandb.auth.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.TerminalSafe;

/** The token that the server knows its caller by. */
final class VaultToken {

    private static final int LONGEST = 64 * 1024;

    private final String text;

    private VaultToken(String text) {
        this.text = text;
    }

    /** The token that is meant for the server of the settings. */
    static VaultToken of(VaultSettings settings, Environment environment) throws VaultStoreException {
        if (settings.tokenFile().isPresent()) {
            Path file = settings.tokenFile().get();
            return read(file)
                    .orElseThrow(() -> new VaultStoreException(
                            "The token's file " + TerminalSafe.whole(file.toString()) + " does not exist.",
                            "Start what writes it, such as the Vault agent, or correct 'token_file' in auth.ini."));
        }
        if (settings.isElsewhere(environment)) {
            throw new VaultStoreException(
                    "VAULT_ADDR names another server than auth.ini (" + settings.address()
                            + "), so the token at hand is not for this one.",
                    "Unset VAULT_ADDR, or name the token's file by 'token_file' in auth.ini.");
        }
        Optional<String> variable = environment.variable("VAULT_TOKEN");
        if (variable.isPresent()) {
            return checked(variable.get(), "VAULT_TOKEN");
        }
        Optional<VaultToken> ofLogin = environment.home().isPresent()
                ? read(environment.home().get().resolve(".vault-token"))
                : Optional.empty();
        return ofLogin.orElseThrow(() -> new VaultStoreException(
                "There is no token for " + settings.address() + ".", "Run 'vault login', or set VAULT_TOKEN."));
    }

    private static Optional<VaultToken> read(Path file) throws VaultStoreException {
        String name = TerminalSafe.whole(file.toString());
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new VaultStoreException(name + " is not a regular file.", "Run 'vault login'.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return Optional.of(checked(text.strip(), name));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (VaultStoreException e) {
            throw e;
        } catch (IOException e) {
            throw new VaultStoreException("The token's file " + name + " cannot be read.", "Make it readable for you.");
        }
    }

    private static VaultToken checked(String text, String place) throws VaultStoreException {
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new VaultStoreException(place + " holds no token.", "Run 'vault login'.");
        }
        return new VaultToken(text);
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
