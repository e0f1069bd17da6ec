package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wandb.auth.dist.training.CdsTrainingRun;

/**
 * A cache of loaded and linked classes that makes the image start fast. It is made from a list of the classes that a
 * training run loaded. There are two: each class in a cache costs every start that uses it, needed or not, so the common
 * one is for what is run often and uses neither keychains nor servers.
 *
 * <p>The common one is the image's default archive, the other is named by the launcher; without either everything runs all
 * the same, only slower.
 */
final class ClassCache {

    private final LinkedImage image;
    private final Path file;

    private ClassCache(LinkedImage image, Path file) {
        this.image = image;
        this.file = file;
    }

    /** The one that the JVM finds by itself, so that no option with its path is needed. */
    static ClassCache common(LinkedImage image) {
        return new ClassCache(image, image.folder().resolve("lib/server/classes.jsa"));
    }

    /** The one for every command. */
    static ClassCache complete(LinkedImage image) {
        return new ClassCache(image, image.folder().resolve("lib/server/complete.jsa"));
    }

    /**
     * Runs commands and keeps what the JVM loaded for them.
     *
     * @param tools an image of the same modules and those of the build
     * @param scratch an empty directory that may be filled
     * @param peers the addresses of servers and the keychain that may be asked; empty for commands that ask none
     */
    void make(LinkedImage tools, Path scratch, List<String> peers) throws IOException, InterruptedException {
        Path stage = Files.createDirectory(scratch.resolve("stage"));
        Path classes = scratch.resolve("classes.list");
        Files.write(classes, loaded(tools, stage, scratch.resolve("loaded.list"), peers));
        image.java(
                stage,
                List.of(
                        "-Xshare:dump",
                        "-XX:CompressedClassSpaceSize=64m", // all at once, which takes more than using it
                        "-XX:+AOTClassLinking",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + file,
                        "--module",
                        "wandb.auth.cli/wandb.auth.cli.Main"));
        if (Files.notExists(file)) {
            throw new IllegalStateException("the JVM wrote no " + file.getFileName());
        }
    }

    /** What the JVM lists, without the classes of the build, which the image does not have. */
    private static List<String> loaded(LinkedImage tools, Path stage, Path list, List<String> peers)
            throws IOException, InterruptedException {
        List<String> training = new ArrayList<>(List.of(
                "-Xshare:off",
                "-XX:DumpLoadedClassList=" + list,
                "--module",
                "wandb.auth.dist/" + CdsTrainingRun.class.getName(),
                stage.toString()));
        training.addAll(peers);
        tools.java(stage, training);
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        lines.removeIf(line -> line.contains("wandb/auth/dist/"));
        return lines;
    }
}
