package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.dist.runtime.Emulator;
import wandb.auth.dist.runtime.Platform;
import wandb.auth.dist.runtime.RuntimeSource;
import wandb.auth.dist.runtime.TargetModules;
import wandb.auth.dist.runtime.UnavailableRuntimeException;

/** Builds the images of other systems on this one, of the same modules as this system's and with the same options. */
public final class BuildOtherImages {

    private final Path project;
    private final Path images;
    private final Path staging;
    private final RuntimeSource runtimes;

    private BuildOtherImages(Path project, Path images, RuntimeSource runtimes) throws IOException {
        this.project = project;
        this.images = images;
        this.staging = Directory.empty(images.resolveSibling(images.getFileName() + ".staging"));
        this.runtimes = runtimes;
    }

    /**
     * Builds.
     *
     * @param args the project's folder, this system's image, the folder for the images (a folder each), the folder that keeps
     *     what is downloaded, and the names of the systems, with commas between them
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path project = Path.of(args[0]);
        Path pinned = project.resolve("dist/src/main/runtimes.txt");
        RuntimeSource runtimes = new RuntimeSource(given(), pinned, Path.of(args[3]));
        List<Platform> platforms = new ArrayList<>();
        for (String name : args[4].split(",", -1)) {
            platforms.add(Platform.named(name));
        }
        try {
            new BuildOtherImages(project, Path.of(args[2]), runtimes).build(platforms, Path.of(args[1]));
        } catch (UnavailableRuntimeException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The folders that the properties {@code runtime.SYSTEM} name. */
    private static Map<Platform, Path> given() {
        Map<Platform, Path> folders = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            String folder = System.getProperty("runtime." + platform, "");
            if (!folder.isEmpty()) {
                folders.put(platform, Path.of(folder));
            }
        }
        return folders;
    }

    private void build(List<Platform> platforms, Path image)
            throws IOException, InterruptedException, UnavailableRuntimeException {
        Directory.empty(images);
        ProgramModules modules = ProgramModules.write(Files.createDirectory(staging.resolve("program")));
        modules.add(new ReferenceTexts(BuildImage.reference(image)));
        for (Platform platform : platforms) {
            Path scratch = Files.createDirectory(staging.resolve(platform.toString()));
            TargetModules jdk = runtimes.modules(platform, scratch);
            LinkedImage linked = JdkImage.of(jdk).link(modules.path(), ofItsSystem(jdk), scratch.resolve("image"));
            makeCaches(jdk, modules, linked, scratch);
            ImageFiles.complete(linked, project, modules.jars());
            Files.move(linked.folder(), images.resolve(platform.toString()));
            Directory.delete(scratch);
        }
        Directory.delete(staging);
    }

    /** What reads the certificates of Windows, where the runtime has it. */
    private static List<String> ofItsSystem(TargetModules jdk) {
        return jdk.has("jdk.crypto.mscapi") ? List.of("jdk.crypto.mscapi") : List.of();
    }

    /**
     * By what its own runs load, where its JVM runs here. Where not, {@code install.sh} makes them; the image starts without them
     * all the same, only slower.
     */
    private void makeCaches(TargetModules jdk, ProgramModules modules, LinkedImage linked, Path scratch)
            throws IOException, InterruptedException {
        Path log = images.resolveSibling("emulated-" + jdk.platform() + ".log");
        Files.deleteIfExists(log);
        Optional<Emulator> emulator = Emulator.of(jdk.platform(), scratch, log);
        if (emulator.isEmpty()) {
            System.err.println("The image of " + jdk.platform() + " gets no class caches: its Java does not run here.");
            return;
        }
        List<String> others = new ArrayList<>(ofItsSystem(jdk));
        others.add("wandb.auth.dist");
        LinkedImage tools = JdkImage.of(jdk).link(modules.pathWithBuild(), others, scratch.resolve("tools"));
        ClassLists classes = new ClassLists(scratch.resolve("class-lists"));
        try {
            classes.makeCaches(tools, linked, emulator.get(), scratch);
        } catch (ProgramFailedException e) {
            System.err.println(
                    "The image of " + jdk.platform() + " lacks a class cache (see " + log + "): " + e.getMessage());
        } finally {
            emulator.get().stop();
        }
    }
}
