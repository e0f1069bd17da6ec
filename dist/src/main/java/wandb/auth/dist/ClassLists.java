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

/** The classes of each {@link ClassCache}: those that the JVM loaded in a training run. */
record ClassLists(Path folder) {

    /** Those of the image for this system, which is built first. */
    static ClassLists beside(Path image) {
        return new ClassLists(image.resolveSibling("class-lists"));
    }

    /**
     * Makes the caches of an image, one after the other: runs commands, keeps which classes the JVM loaded, and has the image's JVM
     * make the cache of them. The commands for {@link ClassCache#COMPLETE} run beside a server and a keychain, and not where TLS
     * does not work.
     *
     * @param staging a folder whose folder {@code training} may be filled
     */
    void makeCaches(LinkedImage tools, LinkedImage image, Emulator emulator, Path staging)
            throws IOException, InterruptedException, ProgramFailedException {
        train(ClassCache.COMMON, tools, emulator, training(staging), List.of());
        make(ClassCache.COMMON, image, emulator, staging);
        if (!emulator.canEncrypt()) {
            return;
        }
        Path scratch = training(staging);
        try (TrainingServer server = TrainingServer.start(scratch);
                TrainingKeychain keychain = TrainingKeychain.start(scratch)) {
            List<String> peers = new ArrayList<>(server.addresses());
            peers.add(keychain.address());
            train(ClassCache.COMPLETE, tools, emulator, scratch, peers);
        }
        make(ClassCache.COMPLETE, image, emulator, staging);
    }

    private void make(ClassCache cache, LinkedImage image, Emulator emulator, Path staging)
            throws IOException, InterruptedException, ProgramFailedException {
        cache.make(image, emulator, cache.list(folder), training(staging));
    }

    /**
     * Copies those of the caches that an image of another system lacks into a folder, for {@code install.sh} to make these of. A
     * class that the system does not have is passed over.
     */
    void copyMissing(LinkedImage image, Path place) throws IOException {
        for (ClassCache cache : ClassCache.values()) {
            if (Files.notExists(cache.file(image))) {
                Files.write(cache.list(place), portable(Files.readAllLines(cache.list(folder))));
            }
        }
    }

    /** Without places in constant pools, and without the comment, which forbids changes. */
    private static List<String> portable(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("@cp ") && !line.startsWith("#"))
                .toList();
    }

    private void train(ClassCache cache, LinkedImage tools, Emulator emulator, Path scratch, List<String> peers)
            throws IOException, InterruptedException, ProgramFailedException {
        Path list = scratch.resolve("loaded.list");
        List<String> training = new ArrayList<>(List.of(
                "-Xshare:off",
                "-XX:DumpLoadedClassList=" + list,
                "--module",
                "wandb.auth.dist/" + CdsTrainingRun.class.getName(),
                Files.createDirectory(scratch.resolve("stage")).toString()));
        training.addAll(peers);
        tools.java(emulator, scratch, training);
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        lines.removeIf(line -> line.contains("wandb/auth/dist/")); // which the image does not have
        Files.write(cache.list(Files.createDirectories(folder)), lines);
    }

    private static Path training(Path staging) throws IOException {
        return Directory.empty(staging.resolve("training"));
    }
}
