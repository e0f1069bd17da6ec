package wandb.auth.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All files under a folder, byte for byte. */
public final class HomeContent {

    private HomeContent() {}

    /** What each file holds, by its path within the folder; bytes stand as the characters of their values. */
    public static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                if (Files.isRegularFile(path)) {
                    content.put(
                            folder.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return content;
    }

    /** The files in which a text stands. */
    public static List<String> filesWith(String text, Path folder) throws IOException {
        return of(folder).entrySet().stream()
                .filter(file -> file.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }
}
