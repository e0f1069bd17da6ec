package wandb.auth.dist;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wandb.auth.dist.runtime.Platform;
import wandb.auth.dist.runtime.TargetModules;
import wandb.auth.domain.OperatingSystem;

/** The runtime image that jlink makes of our modules and the part of the JDK that they need. */
final class JdkImage {

    /** What is bound by {@code uses} must be named: jlink adds nothing by itself. */
    private static final List<String> MODULES = List.of(
            "wandb.auth.cli",
            "wandb.auth.config",
            "wandb.auth.helper",
            "wandb.auth.http",
            "wandb.auth.keyring",
            "wandb.auth.netrc",
            "wandb.auth.plugins",
            "wandb.auth.settings");

    /**
     * For a program that lives a few hundredths of a second: the smallest collector and compiler, no files for monitoring
     * tools. For one that holds secrets: no debugger, dump or crash report. What the JVM itself has to say goes to standard
     * error, for standard output is for keys. Heap, classes and code are bounded so that every command starts in 600 MB of
     * address space, and references stay compressed on every machine: the class cache holds only for those. It is mapped
     * where it was made for, which saves moving every pointer in it; libraries, heap and stacks stay where chance puts them.
     * Compiling starts late, since most methods run a few times only, but soon in a loop that goes on and on: it reads a
     * large file. What is called once by reflection need not be compiled. The table of interned texts, which is cleared at every
     * start and grows, begins with a sixteenth of its usual size.
     */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx256m",
            "-Xms8m",
            "-XX:CompressedClassSpaceSize=16m",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=20",
            "-XX:Tier3BackEdgeThreshold=500",
            "-XX:StringTableSize=4096",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-PrintWarnings", // in a folder with a file .hotspotrc, for one
            "-Xlog:disable");

    /** What of the JDK no command uses: its tools, what other programs read an image by, templates, a list for a cache. */
    private static final List<String> UNUSED = List.of(
            "/java.base/bin/keytool",
            "/java.base/bin/*w.exe",
            "/java.base/bin/keytool.exe",
            "/java.security.jgss/bin/*",
            "/java.base/lib/jexec",
            "/java.base/lib/jrt-fs.jar",
            "/java.base/lib/classlist",
            "**/libjsig.dylib",
            "**/libjsig.so",
            "**/*.lib",
            "/java.base/conf/management/**", // this and the next are of modules that are not linked: RuntimeModules
            "/java.base/conf/sound.properties",
            "/java.base/conf/security/policy/limited/**",
            "**/sdp.conf.template",
            "**/jaxp-strict.properties.template");

    private static final String NATIVE_LIBRARY = "com/sun/jna/win32-x86-64/jnidispatch.dll";

    private final Platform platform;
    private final List<Path> jdk;

    private JdkImage(Platform platform, List<Path> jdk) {
        this.platform = platform;
        this.jdk = jdk;
    }

    /** One of the JDK that runs the build. */
    static JdkImage ofThisJdk() {
        return new JdkImage(Platform.current(), List.of());
    }

    /** One of the JDK of another system. */
    static JdkImage of(TargetModules modules) {
        return new JdkImage(modules.platform(), List.of(modules.folder()));
    }

    /** The libraries of the keychain that only this operating system needs. */
    private static List<String> keychainLibraries(Platform platform) {
        return platform.isWindows() ? List.of("com.sun.jna", "java.keyring") : List.of();
    }

    /**
     * Those of every system, and what its keychain needs. A library that is not required but optional must be named; who calls
     * native code is told, which is our own module except on Windows. They are in the image before its class cache is made,
     * which would not be used with others.
     */
    static List<String> jvmOptions(Platform platform) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.add("-XX:ErrorFile=" + (platform.isWindows() ? "NUL" : "/dev/null"));
        if (platform.isWindows()) {
            String libraries = String.join(",", keychainLibraries(platform));
            options.add("--add-modules=" + libraries);
            options.add("--enable-native-access=" + libraries);
            options.add("-Djna.nosys=false"); // where the runtime's own are, so that no start unpacks it
            options.add("-Djna.nounpack=true");
        } else {
            options.add("--enable-native-access=wandb.auth.cli,wandb.auth.keyring");
        }
        if (platform.system() == OperatingSystem.LINUX) {
            options.add("-XX:-UseContainerSupport"); // a control group would be read for limits that are all set above
        }
        return options;
    }

    /**
     * Makes an image of the program's modules.
     *
     * @param modulePath folders of jars, and folders of classes
     * @param others what is to be in it besides
     * @param image a directory that does not exist yet
     */
    LinkedImage link(List<Path> modulePath, List<String> others, Path image) throws IOException {
        List<String> modules = new ArrayList<>(MODULES);
        modules.addAll(keychainLibraries(platform));
        modules.addAll(others);
        List<String> arguments = new ArrayList<>(List.of(
                "--module-path",
                Stream.concat(modulePath.stream(), jdk.stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                "--add-modules",
                String.join(",", modules),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--exclude-files",
                String.join(",", UNUSED),
                "--add-options",
                String.join(" ", jvmOptions(platform)),
                "--output",
                image.toString()));
        if (!jdk.isEmpty()) {
            arguments.addAll(List.of("--disable-plugin", "generate-jli-classes")); // it writes what this JDK would need
        }
        jlink(arguments);
        if (platform.isWindows()) {
            addNativeLibrary(modulePath, image);
        }
        return new LinkedImage(image, platform);
    }

    /** Puts the library that JNA would unpack at every start beside those of the runtime. */
    private static void addNativeLibrary(List<Path> modulePath, Path image) throws IOException {
        Path jna = Path.of(ModuleFinder.of(modulePath.toArray(Path[]::new))
                .find("com.sun.jna")
                .flatMap(ModuleReference::location)
                .orElseThrow());
        try (FileSystem contents = FileSystems.newFileSystem(jna)) {
            Files.copy(contents.getPath(NATIVE_LIBRARY), image.resolve("bin/jnidispatch.dll"));
        }
    }

    private static void jlink(List<String> arguments) {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException(
                        "this Java has no jlink: a JDK is needed, not a runtime: " + System.getProperty("java.home")));
        int exitCode = jlink.run(System.err, System.err, arguments.toArray(String[]::new));
        if (exitCode != 0) {
            throw new IllegalStateException("jlink failed with exit code " + exitCode);
        }
    }
}
