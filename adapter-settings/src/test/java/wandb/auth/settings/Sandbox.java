package wandb.auth.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/** The folders that a recorded case names {@code $HOME}, {@code $CWD} and {@code $EXTRA}. */
final class Sandbox {

    /** A file after a run. */
    record Content(String text, String mode) {}

    private final Map<String, Path> folders = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    Sandbox(Path folder, JsonNode recorded) throws IOException {
        for (String name : new String[] {"$HOME", "$CWD", "$EXTRA"}) {
            folders.put(
                    name,
                    Files.createDirectories(folder.resolve(name.substring(1).toLowerCase(Locale.ROOT))));
        }
        for (Map.Entry<String, JsonNode> variable : recorded.get("env").properties()) {
            variables.put(variable.getKey(), expand(variable.getValue().asText()));
        }
        for (Map.Entry<String, JsonNode> file : recorded.get("files_before").properties()) {
            make(Path.of(expand(file.getKey())), file.getValue());
        }
    }

    Environment environment() {
        return new Environment(
                variables, Optional.of(folder("$HOME")), folder("$CWD"), OperatingSystem.LINUX, Terminal.NONE);
    }

    /** A path as the cases write it. */
    String named(Path path) {
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            if (path.startsWith(folder.getValue())) {
                return folder.getKey() + "/" + folder.getValue().relativize(path);
            }
        }
        return path.toString();
    }

    /** Every file but the lock of our edits, which the SDK has none of, with its content and its permissions in octal digits, by its path as the cases write it. */
    Map<String, Content> files() throws IOException {
        Map<String, Content> files = new TreeMap<>();
        for (Path folder : folders.values()) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                        .filter(path -> !path.endsWith("auth.lock"))
                        .toList()) {
                    String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
                    files.put(named(path), new Content(text, mode(path)));
                }
            }
        }
        return files;
    }

    private Path folder(String name) {
        return Objects.requireNonNull(folders.get(name), name);
    }

    private String expand(String text) {
        String expanded = text;
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            expanded = expanded.replace(folder.getKey(), folder.getValue().toString());
        }
        return expanded;
    }

    private void make(Path path, JsonNode content) throws IOException {
        Files.createDirectories(path.normalize().getParent());
        if (content.has("link")) {
            Files.createSymbolicLink(path, Path.of(expand(content.get("link").asText())));
            return;
        }
        if (content.has("dir")) {
            Files.createDirectories(path);
        } else {
            Files.write(path, bytes(content));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        if (content.has("mode")) {
            Files.setAttribute(
                    path, "unix:mode", Integer.parseInt(content.get("mode").asText(), 8));
        }
    }

    private static byte[] bytes(JsonNode content) {
        if (content.has("base64")) {
            return Base64.getDecoder().decode(content.get("base64").asText());
        }
        String text = content.has("text") ? content.get("text").asText() : content.asText();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String mode(Path path) throws IOException {
        return "0" + Integer.toOctalString((int) Files.getAttribute(path, "unix:mode") & 0777);
    }
}
