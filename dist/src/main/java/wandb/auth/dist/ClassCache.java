package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wandb.auth.dist.runtime.Emulator;
import wandb.auth.dist.training.CdsTrainingRun;
import wandb.auth.dist.training.TrainingKeychain;
import wandb.auth.dist.training.TrainingServer;

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
    private static ClassCache common(LinkedImage image) {
        return new ClassCache(image, image.server().resolve("classes.jsa"));
    }

    /** The one for every command. */
    private static ClassCache complete(LinkedImage image) {
        return new ClassCache(image, image.server().resolve("complete.jsa"));
    }

    /**
     * Makes both, beside a server and a keychain; only the common one where TLS does not work on the emulator.
     *
     * @param tools an image of the same modules and those of the build
     * @param image the image that gets them
     * @param emulator what runs the programs of both images here
     * @param staging a folder whose folder {@code training} may be filled
     */
    static void makeAll(LinkedImage tools, LinkedImage image, Emulator emulator, Path staging)
            throws IOException, InterruptedException, ProgramFailedException {
        common(image).make(tools, emulator, Directory.empty(staging.resolve("training")), List.of());
        if (!emulator.canEncrypt()) {
            return;
        }
        Path scratch = Directory.empty(staging.resolve("training"));
        try (TrainingServer server = TrainingServer.start(scratch);
                TrainingKeychain keychain = TrainingKeychain.start(scratch)) {
            List<String> peers = new ArrayList<>(server.addresses());
            peers.add(keychain.address());
            complete(image).make(tools, emulator, scratch, peers);
        }
    }

    /**
     * Runs commands and keeps what the JVM loaded for them.
     *
     * @param scratch an empty directory that may be filled
     * @param peers the addresses of servers and the keychain that may be asked; empty for commands that ask none
     */
    private void make(LinkedImage tools, Emulator emulator, Path scratch, List<String> peers)
            throws IOException, InterruptedException, ProgramFailedException {
        Path stage = Files.createDirectory(scratch.resolve("stage"));
        Path classes = scratch.resolve("classes.list");
        Files.write(classes, loaded(tools, emulator, stage, scratch.resolve("loaded.list"), peers));
        image.java(
                emulator,
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
            throw new ProgramFailedException("the JVM wrote no " + file.getFileName());
        }
    }

    /** What the JVM lists, without the classes of the build, which the image does not have. */
    private static List<String> loaded(LinkedImage tools, Emulator emulator, Path stage, Path list, List<String> peers)
            throws IOException, InterruptedException, ProgramFailedException {
        List<String> training = new ArrayList<>(List.of(
                "-Xshare:off",
                "-XX:DumpLoadedClassList=" + list,
                "--module",
                "wandb.auth.dist/" + CdsTrainingRun.class.getName(),
                stage.toString()));
        training.addAll(peers);
        tools.java(emulator, stage, training);
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        lines.removeIf(line -> line.contains("wandb/auth/dist/"));
        return lines;
    }
}
