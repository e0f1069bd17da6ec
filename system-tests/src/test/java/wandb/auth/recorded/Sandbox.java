package wandb.auth.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wandb.auth.server.RefusingPort;

/**
 * The folders that a recorded run works in: {@code $HOME}, {@code $CWD} and {@code $EXTRA}, written so in the
 * recordings. {@code $SERVER} stands for the address of the {@link RecordedServer}, {@code $DEAD_NETLOC} for one at
 * which nobody listens.
 */
final class Sandbox {

    private static final String SERVER_NETLOC = RecordedServer.netloc();
    private static final RefusingPort DEAD = new RefusingPort();

    private final Path root;
    private final Map<String, String> names;

    Sandbox(Path root) throws IOException {
        this.root = root.toRealPath();
        this.names = new TreeMap<>(Map.of(
                "$HOME", Files.createDirectory(this.root.resolve("home")).toString(),
                "$CWD", Files.createDirectory(this.root.resolve("cwd")).toString(),
                "$EXTRA", Files.createDirectory(this.root.resolve("extra")).toString(),
                "$ACCOUNT_HOME",
                        Files.createDirectory(this.root.resolve("account")).toString(),
                "$SERVER_NETLOC", SERVER_NETLOC,
                "$DEAD_NETLOC", DEAD.netloc()));
    }

    Path path(String name) {
        return Path.of(real(name));
    }

    /** The text with the names of the recording replaced by what they stand for here. */
    String real(String text) {
        String real = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            real = real.replace(name.getKey(), name.getValue());
        }
        return real.replace("$SERVER", "http://" + SERVER_NETLOC);
    }

    /** The text as a recording has it. */
    String recorded(String text) {
        String recorded = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            recorded = recorded.replace(name.getValue(), name.getKey());
        }
        return recorded.replace("http://$SERVER_NETLOC", "$SERVER");
    }

    /** Lays the files of a recording out. */
    void lay(JsonNode files) throws IOException {
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            lay(path(file.getKey()), file.getValue());
        }
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            String mode = file.getValue().path("mode").asText("0600");
            Path path = path(file.getKey());
            if (!Files.isSymbolicLink(path)
                    && (Files.isRegularFile(path) || file.getValue().has("mode"))) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(symbolic(mode)));
            }
        }
    }

    private void lay(Path path, JsonNode content) throws IOException {
        Files.createDirectories(path.getParent());
        if (content.isTextual()) {
            Files.writeString(path, real(content.asText()));
        } else if (content.has("text")) {
            Files.writeString(path, real(content.get("text").asText()));
        } else if (content.has("base64")) {
            Files.write(path, Base64.getDecoder().decode(content.get("base64").asText()));
        } else if (content.has("link")) {
            Files.createSymbolicLink(path, path(content.get("link").asText()));
        } else {
            Files.createDirectories(path);
        }
    }

    /** Every file but those of our own, which the SDK has none of, with its text and mode, by its name in the recordings. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !file.endsWith("auth.lock") && !file.endsWith("auth.ini")) {
                    files.put(recorded(file.toString()), recorded(text(file)) + mode(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** Root reads every file, another owner only one that he may read. */
    private static String text(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } finally {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** What a recording says a file is afterwards, in the form of {@link #files()}. */
    static String state(JsonNode file) {
        return file.get("text").asText() + " [" + file.path("mode").asText() + "]";
    }

    private static String mode(Path file) throws IOException {
        int bits = 0;
        for (char c : PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                .toCharArray()) {
            bits = bits << 1 | (c == '-' ? 0 : 1);
        }
        return " [0" + Integer.toOctalString(bits) + "]";
    }

    private static String symbolic(String octal) {
        int bits = Integer.parseInt(octal, 8);
        StringBuilder symbolic = new StringBuilder();
        for (int i = 8; i >= 0; i--) {
            symbolic.append((bits >> i & 1) == 1 ? "xwr".charAt(i % 3) : '-');
        }
        return symbolic.toString();
    }
}
