package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A cache of loaded and linked classes that makes the image start fast. It is made by running commands once. There are two:
 * each class in a cache costs every start that uses it, needed or not, so the common one is for what is run often and
 * uses neither keychains nor servers.
 *
 * <p>The common one is the image's default archive, the other is named by the launcher; without either everything runs all
 * the same, only slower.
 */
final class ClassCache {

    private final Path image;
    private final Path file;

    private ClassCache(Path image, Path file) {
        this.image = image;
        this.file = file;
    }

    /** The one that the JVM finds by itself, so that no option with its path is needed. */
    static ClassCache common(Path image) {
        return new ClassCache(image, image.resolve("lib/server/classes.jsa"));
    }

    /** The one for every command. */
    static ClassCache complete(Path image) {
        return new ClassCache(image, image.resolve("lib/server/complete.jsa"));
    }

    /**
     * Rehearses commands and keeps what the JVM loaded for them.
     *
     * @param scratch an empty directory that may be filled
     * @param peers the addresses of servers and the keychain that it may ask; none where it asks none
     */
    void make(Path scratch, List<String> peers) throws IOException, InterruptedException {
        Path classes = scratch.resolve("classes.list");
        Path stage = Files.createDirectory(scratch.resolve("stage"));
        List<String> rehearsal = new ArrayList<>(List.of(
                "-Xshare:off",
                "-XX:DumpLoadedClassList=" + classes,
                "--module",
                "wandb.auth.cli/wandb.auth.cli.Rehearsal",
                stage.toString()));
        rehearsal.addAll(peers);
        run(stage, rehearsal);
        run(
                stage,
                List.of(
                        "-Xshare:dump",
                        "-XX:+AOTClassLinking",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + file,
                        "--module",
                        "wandb.auth.cli/wandb.auth.cli.Main"));
        if (Files.notExists(file)) {
            throw new IllegalStateException("the JVM wrote no " + file.getFileName());
        }
    }

    private void run(Path stage, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/java").toString()));
        command.addAll(arguments);
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().clear();
        java.environment().putAll(Map.of("HOME", stage.toString(), "LC_ALL", "C.UTF-8"));
        int exitCode = java.directory(stage.toFile()).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(Arrays.toString(command.toArray()) + " failed with exit code " + exitCode);
        }
    }
}
