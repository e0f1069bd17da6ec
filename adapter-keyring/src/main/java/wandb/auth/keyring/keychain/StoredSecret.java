package wandb.auth.keyring.keychain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import wandb.auth.domain.Revision;

/**
 * A secret as a keychain holds it.
 *
 * @param text the secret
 * @param copies how many items of that name there are; where several, this is the newest
 */
public record StoredSecret(String text, int copies) {

    /** The state of the item: a digest, so that the secret is not kept a second time. */
    public Revision revision() {
        return revision(text);
    }

    public static Revision revision(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Revision.of(HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "StoredSecret[***]";
    }
}
