package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@link wandb.auth.dist.reference.WriteReference} has written: completion scripts and manual pages. */
record ReferenceTexts(Path folder) {

    /** The completion scripts by the names of their files. */
    SortedMap<String, String> completionScripts() throws IOException {
        return texts("*completion.*");
    }

    /** The completion script of {@code wandb} for a shell. */
    String completion(String shell) throws IOException {
        return Files.readString(folder.resolve("completion." + shell));
    }

    /** The completion script of {@code wandb-auth} for a shell. */
    String ownCompletion(String shell) throws IOException {
        return Files.readString(folder.resolve("own-completion." + shell));
    }

    /** The manual pages by the names of their files. */
    SortedMap<String, String> manual() throws IOException {
        return texts("*.1");
    }

    private SortedMap<String, String> texts(String names) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
