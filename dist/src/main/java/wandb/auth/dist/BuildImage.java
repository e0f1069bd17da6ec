package wandb.auth.dist;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wandb.auth.dist.reference.WriteReference;
import wandb.auth.dist.rewrite.RewrittenModules;
import wandb.auth.dist.training.TrainingKeychain;
import wandb.auth.dist.training.TrainingServer;

/**
 * Builds the image that people run. It becomes visible under its final path only when it is complete.
 *
 * <p>Every jar on the class path of this program is there to be linked; the folder on it is this program itself.
 */
public final class BuildImage {

    /** Its modification time tells which sources the image was built from: those that are older. */
    static final String STAMP = "built-from-sources-before";

    private final Path project;
    private final Path image;
    private final Path staging;
    private final Path modules;

    private BuildImage(Path project, Path image) throws IOException {
        this.project = project;
        this.image = image;
        this.staging = Directory.empty(image.resolveSibling(image.getFileName() + ".staging"));
        this.modules = Files.createDirectory(staging.resolve("modules"));
    }

    /** The folder with the texts on the commands, beside the image. */
    static Path reference(Path image) {
        return image.resolveSibling("reference");
    }

    /**
     * Builds.
     *
     * @param args the project's folder, the image's folder, when the build began to read sources (ISO 8601, UTC), the
     *     version, and the time of the release (ISO 8601)
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Release release = new Release(args[3], Instant.parse(args[4]));
        new BuildImage(Path.of(args[0]), Path.of(args[1])).build(Instant.parse(args[2]), release);
    }

    private void build(Instant started, Release release) throws IOException, InterruptedException {
        List<Path> jars = classPath();
        jars.removeIf(Files::isDirectory);
        RewrittenModules.write(jars, modules);
        LinkedImage tools = tools();
        ReferenceTexts texts = writeTexts(tools, release);
        addToProgram(texts);
        LinkedImage linked = JdkImage.link(List.of(modules), List.of(), staging.resolve("image"));
        train(tools, linked);
        LicenceTexts.complete(linked.folder().resolve("legal"), project.resolve("LICENSE"), linked.among(jars));
        install(linked.folder());
        Path stamp = Files.createFile(linked.folder().resolve(STAMP));
        Files.setLastModifiedTime(stamp, FileTime.from(started));
        Directory.delete(reference(image));
        Files.move(texts.folder(), reference(image));
        Directory.replace(image, linked.folder(), image.resolveSibling(image.getFileName() + ".previous"));
        Directory.delete(staging);
    }

    /** The program among its modules as they are linked, and what the build runs with it. */
    private LinkedImage tools() {
        List<Path> modulePath = classPath();
        modulePath.removeIf(element -> !Files.isDirectory(element));
        modulePath.add(modules);
        return JdkImage.link(modulePath, List.of("wandb.auth.dist"), staging.resolve("tools"));
    }

    private ReferenceTexts writeTexts(LinkedImage tools, Release release) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(staging.resolve("reference"));
        tools.java(
                Directory.empty(staging.resolve("scratch")),
                List.of(
                        "--module",
                        "wandb.auth.dist/" + WriteReference.class.getName(),
                        folder.toString(),
                        release.day(),
                        Release.NAME + " " + release.version()));
        return new ReferenceTexts(folder);
    }

    /** The program prints its completion scripts. */
    private void addToProgram(ReferenceTexts texts) throws IOException {
        String program = "wandb.auth.cli";
        Path jar = Path.of(ModuleFinder.of(modules)
                .find(program)
                .flatMap(ModuleReference::location)
                .orElseThrow());
        try (FileSystem contents = FileSystems.newFileSystem(jar)) {
            Path place = contents.getPath(program.replace('.', '/'));
            for (Map.Entry<String, String> script : texts.completionScripts().entrySet()) {
                Files.writeString(place.resolve(script.getKey()), script.getValue());
            }
        }
    }

    private void train(LinkedImage tools, LinkedImage linked) throws IOException, InterruptedException {
        ClassCache.common(linked).make(tools, Directory.empty(staging.resolve("training")), List.of());
        Path scratch = Directory.empty(staging.resolve("training"));
        try (TrainingServer server = TrainingServer.start(scratch);
                TrainingKeychain keychain = TrainingKeychain.start(scratch)) {
            List<String> peers = new ArrayList<>(server.addresses());
            peers.add(keychain.address());
            ClassCache.complete(linked).make(tools, scratch, peers);
        }
    }

    private static List<Path> classPath() {
        List<Path> elements = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            elements.add(Path.of(element));
        }
        return elements;
    }

    private void install(Path linked) throws IOException {
        Path launcher = Files.copy(project.resolve("dist/src/main/launcher/wandb"), linked.resolve("bin/wandb"));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(project.resolve("LICENSE"), linked.resolve("LICENSE"));
        PythonPackage.copySources(project, linked);
    }
}
