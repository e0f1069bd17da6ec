package wandb.auth.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the image that people run. It becomes visible under its final path only when it is complete.
 *
 * <p>Every jar on the module path of this program is there to be linked.
 */
public final class BuildImage {

    /** Its modification time tells which sources the image was built from: those that are older. */
    static final String STAMP = "built-from-sources-before";

    private final Path project;
    private final Path image;
    private final Path staging;

    private BuildImage(Path project, Path image) {
        this.project = project;
        this.image = image;
        this.staging = image.resolveSibling(image.getFileName() + ".staging");
    }

    /**
     * Builds.
     *
     * @param args the project's folder, the image's folder, and when the build began to read sources (ISO 8601, UTC)
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new BuildImage(Path.of(args[0]), Path.of(args[1])).build(Instant.parse(args[2]));
    }

    private void build(Instant started) throws IOException, InterruptedException {
        Directory.empty(staging);
        Path linked = staging.resolve("image");
        Path modules = Files.createDirectory(staging.resolve("modules"));
        ModuleCopies.write(jars(), modules);
        JdkImage.link(modules, linked);
        rehearse(linked);
        install(linked);
        Path stamp = Files.createFile(linked.resolve(STAMP));
        Files.setLastModifiedTime(stamp, FileTime.from(started));
        Directory.replace(image, linked, image.resolveSibling(image.getFileName() + ".previous"));
        Directory.delete(staging);
    }

    private void rehearse(Path linked) throws IOException, InterruptedException {
        ClassCache.common(linked).make(Directory.empty(staging.resolve("rehearsal")), List.of());
        Path scratch = Directory.empty(staging.resolve("rehearsal"));
        try (RehearsalServer server = RehearsalServer.start(scratch);
                RehearsalKeychain keychain = RehearsalKeychain.start(scratch)) {
            List<String> peers = new ArrayList<>(server.addresses());
            peers.add(keychain.address());
            ClassCache.complete(linked).make(scratch, peers);
        }
    }

    /** Our modules and the libraries: the jars on this program's own module path. */
    private static List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        for (String element : System.getProperty("jdk.module.path").split(File.pathSeparator, -1)) {
            if (element.endsWith(".jar")) {
                jars.add(Path.of(element));
            }
        }
        return jars;
    }

    private void install(Path linked) throws IOException {
        Path launcher = Files.copy(project.resolve("dist/src/main/launcher/wandb"), linked.resolve("bin/wandb"));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(project.resolve("LICENSE"), linked.resolve("LICENSE"));
    }
}
