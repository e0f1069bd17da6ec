package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Checksums in the form that {@code md5sum} and {@code sha256sum} check. */
final class Digest {

    private Digest() {}

    /** The lines of these files, by their names. */
    static String sha256Lines(List<Path> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            lines.append(
                    line("SHA-256", Files.readAllBytes(file), file.getFileName().toString()));
        }
        return lines.toString();
    }

    /** The line of one file. */
    static String line(String algorithm, byte[] content, String name) {
        return hex(algorithm, content) + "  " + name + "\n";
    }

    private static String hex(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
