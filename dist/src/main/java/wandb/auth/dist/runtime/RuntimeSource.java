package wandb.auth.dist.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Where the JDKs and runtimes of other systems come from: from a folder that was given, else from a wheel that is pinned.
 *
 * @param given folders of systems that hold a JDK or a runtime
 * @param pinned the list of the wheels
 */
public record RuntimeSource(Map<Platform, Path> given, Path pinned, Path downloads) {

    /**
     * The modules of a system's JDK, to link images of.
     *
     * @param scratch an empty folder that may be filled
     * @throws UnavailableRuntimeException if there is no runtime of that system
     */
    public TargetModules modules(Platform platform, Path scratch)
            throws IOException, InterruptedException, UnavailableRuntimeException {
        Path runtime = given.get(platform);
        if (runtime != null) {
            runtime = checked(platform, runtime);
        } else {
            runtime = Files.createDirectory(scratch.resolve("runtime"));
            PinnedWheel.read(pinned, platform).unpack(downloads, runtime);
        }
        Path jmods = runtime.resolve("jmods");
        if (Files.isRegularFile(jmods.resolve("java.base.jmod"))) {
            return new TargetModules(platform, jmods);
        }
        Path made = Files.createDirectory(scratch.resolve("jmods"));
        new RuntimeModules(platform, runtime).write(Files.createDirectory(scratch.resolve("modules")), made);
        return new TargetModules(platform, made);
    }

    private static Path checked(Platform platform, Path given) throws IOException, UnavailableRuntimeException {
        Path home = given.resolve("Contents/Home"); // as archives for macOS have it
        Path folder = Files.isDirectory(home) ? home : given;
        if (!Files.isRegularFile(folder.resolve("release")) || !Files.isRegularFile(folder.resolve("lib/modules"))) {
            throw new UnavailableRuntimeException(platform, folder + " holds neither a JDK nor a runtime");
        }
        checkSystem(platform, folder);
        return folder;
    }

    private static void checkSystem(Platform platform, Path folder) throws IOException, UnavailableRuntimeException {
        String library =
                switch (platform.system()) {
                    case WINDOWS -> "bin/server/jvm.dll";
                    case MACOS -> "lib/server/libjvm.dylib";
                    default -> "lib/server/libjvm.so";
                };
        if (!Files.isRegularFile(folder.resolve(library)) || !isProcessor(platform, folder.resolve("release"))) {
            throw new UnavailableRuntimeException(platform, folder + " is that of another system");
        }
    }

    /** As far as the runtime says which one it is for: an image that jlink made does not. */
    private static boolean isProcessor(Platform platform, Path release) throws IOException {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(release)) {
            properties.load(text);
        }
        String processor =
                properties.getProperty("OS_ARCH", "").replace("\"", "").replace("x86_64", "amd64");
        return processor.isEmpty() || platform.target().endsWith("-" + processor);
    }
}
