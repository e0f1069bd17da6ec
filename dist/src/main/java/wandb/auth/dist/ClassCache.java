package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The cache of loaded and linked classes that makes the image start fast. It is made by running the commands once and is
 * kept as the image's default archive, so that no option with its path is needed and the image can be moved.
 */
final class ClassCache {

    private ClassCache() {}

    /**
     * Rehearses the commands and keeps what the JVM learned.
     *
     * @param image the image that gets the cache
     * @param scratch an empty directory that the rehearsal may fill
     */
    static void train(Path image, Path scratch) throws IOException, InterruptedException {
        Path cache = scratch.resolve("commands.aot");
        Path stage = Files.createDirectory(scratch.resolve("stage"));
        ProcessBuilder rehearsal = new ProcessBuilder(
                image.resolve("bin/java").toString(),
                "-XX:AOTCacheOutput=" + cache,
                "--module",
                "wandb.auth.cli/wandb.auth.cli.Rehearsal",
                stage.toString());
        rehearsal.environment().clear();
        rehearsal.environment().putAll(Map.of("HOME", stage.toString(), "LC_ALL", "C.UTF-8"));
        int exitCode = rehearsal.directory(stage.toFile()).inheritIO().start().waitFor();
        if (exitCode != 0 || Files.notExists(cache)) {
            throw new IllegalStateException("the rehearsal left no class cache; its exit code is " + exitCode);
        }
        Files.move(cache, image.resolve("lib/server/classes.jsa"));
    }
}
