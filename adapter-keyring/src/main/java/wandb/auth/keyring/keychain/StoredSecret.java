package wandb.auth.keyring.keychain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import wandb.auth.domain.Revision;

/**
 * A secret as a keychain holds it.
 *
 * @param id what the keychain tells its item from others of that name by
 * @param copies how many items of that name there are; where several, this is the newest
 */
public record StoredSecret(String text, String id, int copies) {

    /** That of a keychain that has one item of a name. */
    public static StoredSecret only(String text) {
        return new StoredSecret(text, "", 1);
    }

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
