package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import wandb.auth.dist.runtime.Emulator;

/**
 * A cache of loaded and linked classes that makes the image start fast. There are two, since each class in a cache costs
 * every start that uses it, needed or not. Without either everything runs all the same, only slower.
 */
enum ClassCache {

    /**
     * For what is run often and uses neither keychains nor servers. The JVM finds it by itself, so that no option with its
     * path is needed.
     */
    COMMON("classes"),

    /** For every command; the launcher names it. */
    COMPLETE("complete");

    private final String stem;

    ClassCache(String stem) {
        this.stem = stem;
    }

    Path file(LinkedImage image) {
        return image.server().resolve(stem + ".jsa");
    }

    /** The file that lists its classes, in a folder. */
    Path list(Path folder) {
        return folder.resolve(stem + ".list");
    }

    /**
     * Makes it for an image, by the image's own JVM. The file {@code install.sh} does so too, where that JVM did not run on the
     * system that built the image.
     *
     * @param home an empty folder for the JVM to run in
     */
    void make(LinkedImage image, Emulator emulator, Path list, Path home)
            throws IOException, InterruptedException, ProgramFailedException {
        image.java(
                emulator,
                home,
                List.of(
                        "-Xshare:dump",
                        "-XX:CompressedClassSpaceSize=64m", // all at once, which takes more than using it
                        "-XX:+AOTClassLinking",
                        "-XX:SharedClassListFile=" + list,
                        "-XX:SharedArchiveFile=" + file(image),
                        "--module",
                        "wandb.auth.cli/wandb.auth.cli.Main"));
        if (Files.notExists(file(image))) {
            throw new ProgramFailedException("the JVM wrote no " + file(image));
        }
    }
}
