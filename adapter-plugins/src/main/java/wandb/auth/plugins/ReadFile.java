package wandb.auth.plugins;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that was read once: what is hashed is what is used, whatever becomes of it. */
final class ReadFile {

    private final Path path;
    private final byte[] content;
    private final String sha256;

    /** These bytes of the file; they must not change afterwards. */
    ReadFile(Path path, byte[] content) {
        this.path = path;
        this.content = content;
        this.sha256 = digest(content);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Path path() {
        return path;
    }

    byte[] content() {
        return content;
    }

    /** The SHA-256 digest of the content, in lower-case hexadecimal digits. */
    String sha256() {
        return sha256;
    }
}
