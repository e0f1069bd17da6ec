package wandb.auth.dist;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

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
            "-XX:ErrorFile=/dev/null",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-PrintWarnings", // in a folder with a file .hotspotrc, for one
            "-Xlog:disable");

    /** What of the JDK no command uses: its tools, what other programs read an image by, templates, a list for a cache. */
    private static final List<String> UNUSED = List.of(
            "/java.base/bin/keytool",
            "/java.base/lib/jexec",
            "/java.base/lib/jrt-fs.jar",
            "/java.base/lib/classlist",
            "**/libjsig.so",
            "/java.base/conf/security/policy/limited/**",
            "**/sdp.conf.template",
            "**/jaxp-strict.properties.template");

    private JdkImage() {}

    /** The libraries of the keychain that only this operating system needs. */
    private static List<String> keychainLibraries() {
        String system = System.getProperty("os.name");
        if (system.startsWith("Mac")) {
            return List.of("com.sun.jna", "jkeychain");
        }
        return system.startsWith("Windows") ? List.of("com.sun.jna", "java.keyring") : List.of();
    }

    /** The libraries are not required but optional, so that they must be named, and they call native code. */
    private static List<String> jvmOptions() {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        if (!keychainLibraries().isEmpty()) {
            String libraries = String.join(",", keychainLibraries());
            options.add("--add-modules=" + libraries);
            options.add("--enable-native-access=" + libraries);
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
    static LinkedImage link(List<Path> modulePath, List<String> others, Path image) {
        List<String> modules = new ArrayList<>(MODULES);
        modules.addAll(keychainLibraries());
        modules.addAll(others);
        List<String> folders = modulePath.stream().map(Path::toString).toList();
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException(
                        "this Java has no jlink: a JDK is needed, not a runtime: " + System.getProperty("java.home")));
        int exitCode = jlink.run(
                System.err,
                System.err,
                "--module-path",
                String.join(File.pathSeparator, folders),
                "--add-modules",
                String.join(",", modules),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--exclude-files",
                String.join(",", UNUSED),
                "--add-options",
                String.join(" ", jvmOptions()),
                "--output",
                image.toString());
        if (exitCode != 0) {
            throw new IllegalStateException("jlink failed with exit code " + exitCode);
        }
        return new LinkedImage(image);
    }
}
