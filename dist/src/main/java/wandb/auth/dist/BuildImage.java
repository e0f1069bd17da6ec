package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import wandb.auth.dist.reference.WriteReference;
import wandb.auth.dist.runtime.Emulator;

/** Builds the image that people of this system run. It becomes visible under its final path only when it is complete. */
public final class BuildImage {

    /** Its modification time tells which sources the image was built from: those that are older. */
    static final String STAMP = "built-from-sources-before";

    private final Path project;
    private final Path image;
    private final Path staging;

    private BuildImage(Path project, Path image) throws IOException {
        this.project = project;
        this.image = image;
        this.staging = Directory.empty(image.resolveSibling(image.getFileName() + ".staging"));
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
    public static void main(String[] args) throws IOException, InterruptedException, ProgramFailedException {
        Release release = new Release(args[3], Instant.parse(args[4]));
        new BuildImage(Path.of(args[0]), Path.of(args[1])).build(Instant.parse(args[2]), release);
    }

    private void build(Instant started, Release release)
            throws IOException, InterruptedException, ProgramFailedException {
        ProgramModules modules = ProgramModules.write(Files.createDirectory(staging.resolve("modules")));
        JdkImage jdk = JdkImage.ofThisJdk();
        LinkedImage tools = jdk.link(modules.pathWithBuild(), List.of("wandb.auth.dist"), staging.resolve("tools"));
        ReferenceTexts texts = writeTexts(tools, release);
        modules.add(texts);
        LinkedImage linked = jdk.link(modules.path(), List.of(), staging.resolve("image"));
        ClassLists classes = new ClassLists(staging.resolve("class-lists"));
        classes.makeCaches(tools, linked, Emulator.NONE, staging);
        ImageFiles.complete(linked, project, modules.jars());
        Path stamp = Files.createFile(linked.folder().resolve(STAMP));
        Files.setLastModifiedTime(stamp, FileTime.from(started));
        Directory.delete(reference(image));
        Files.move(texts.folder(), reference(image));
        Path lists = ClassLists.beside(image).folder();
        Directory.delete(lists);
        Files.move(classes.folder(), lists);
        Directory.replace(image, linked.folder(), image.resolveSibling(image.getFileName() + ".previous"));
        Directory.delete(staging);
    }

    private ReferenceTexts writeTexts(LinkedImage tools, Release release)
            throws IOException, InterruptedException, ProgramFailedException {
        Path folder = Files.createDirectory(staging.resolve("reference"));
        tools.java(
                Emulator.NONE,
                Directory.empty(staging.resolve("scratch")),
                List.of(
                        "--module",
                        "wandb.auth.dist/" + WriteReference.class.getName(),
                        folder.toString(),
                        release.day(),
                        Release.NAME + " " + release.version()));
        return new ReferenceTexts(folder);
    }
}
