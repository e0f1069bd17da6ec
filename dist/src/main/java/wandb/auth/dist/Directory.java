package wandb.auth.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole directories: emptied, and put in each other's place. */
final class Directory {

    private Directory() {}

    /** An empty directory with that path; what was there is deleted. */
    static Path empty(Path directory) throws IOException {
        delete(directory);
        return Files.createDirectories(directory);
    }

    /** Deletes a directory with everything in it; nothing happens if there is none. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(directory)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /**
     * Puts a finished directory in the place of another by renaming. The one that was there is kept beside it under
     * {@code previous} until the next time: a program that runs from it can still read its files.
     */
    static void replace(Path place, Path finished, Path previous) throws IOException {
        delete(previous);
        if (Files.exists(place)) {
            Files.move(place, previous);
        }
        Files.move(finished, place);
    }
}
