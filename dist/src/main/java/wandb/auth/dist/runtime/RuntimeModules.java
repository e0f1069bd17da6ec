package wandb.auth.dist.runtime;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleHashesAttribute;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes modules that jlink reads of a runtime, which has them as one image. Which module a native library belongs to, a
 * runtime does not tell: java.base gets all but those of modules that no image has.
 */
record RuntimeModules(Platform platform, Path runtime) {

    private static final String BASE = "java.base";

    /** Everything that an image of the program may hold, or the one that the build trains it with. */
    private static final List<String> MODULES = List.of(
            BASE,
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.security.jgss",
            "java.security.sasl",
            "java.xml",
            "jdk.crypto.mscapi",
            "jdk.httpserver",
            "jdk.net",
            "jdk.security.auth",
            "jdk.unsupported");

    /** What an earlier jlink has generated for its own java.base. */
    private static final Pattern GENERATED = Pattern.compile(
            "/java/lang/invoke/BoundMethodHandle\\$Species_[DFIJL]+\\.class|/jdk/internal/module/SystemModules\\$.*\\.class");

    /** The native libraries of java.desktop, of debuggers and of other modules that are in no image; headers and tables of theirs. */
    private static final Pattern UNUSED = Pattern.compile(
            "(lib)?(attach|awt|awt_.*|dt_socket|fontmanager|freetype|instrument|javajpeg|jawt|jdwp|jsound|lcms|"
                    + "management_agent|management_ext|mlib_image|osx|osxapp|osxui|prefs|rmi|splashscreen)\\.(dll|dylib|so)"
                    + "|.*\\.lib|fontconfig\\..*|psfont.*\\.properties.*|shaders\\.metallib|.*\\.jfc");

    /**
     * Writes a file for each module.
     *
     * @param scratch an empty folder that may be filled
     */
    void write(Path scratch, Path folder) throws IOException {
        Path commands = Files.createDirectory(scratch.resolve("bin"));
        Path libraries = Files.createDirectory(scratch.resolve("lib"));
        sortFiles(commands, libraries);
        try (FileSystem image =
                FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", runtime.toString()))) {
            for (String module : MODULES) {
                Path classes = image.getPath("/modules", module);
                if (Files.isDirectory(classes)) {
                    Path extracted = scratch.resolve(module);
                    extract(classes, extracted);
                    List<String> options = module.equals(BASE)
                            ? List.of(
                                    "--cmds=" + commands, "--libs=" + libraries, "--config=" + runtime.resolve("conf"))
                            : List.of();
                    jmod(module, extracted, options, folder.resolve(module + ".jmod"));
                }
            }
        }
    }

    /** A runtime for Windows has its libraries beside its programs. */
    private void sortFiles(Path commands, Path libraries) throws IOException {
        for (String from : List.of("bin", "lib")) {
            Path folder = runtime.resolve(from);
            for (Path file : filesOf(folder)) {
                String name = file.getFileName().toString();
                boolean program = from.equals("bin") && !name.endsWith(".dll");
                if (program && !name.equals("java") && !name.equals("java.exe")) {
                    continue;
                }
                if (name.equals("modules") || UNUSED.matcher(name).matches()) {
                    continue;
                }
                Path place = (program ? commands : libraries).resolve(folder.relativize(file));
                Files.createDirectories(place.getParent());
                Files.copy(file, place);
            }
        }
    }

    private static void extract(Path module, Path folder) throws IOException {
        for (Path file : filesOf(module)) {
            String name = "/" + module.relativize(file);
            if (GENERATED.matcher(name).matches()) {
                continue;
            }
            Path place = folder.resolve(name.substring(1));
            Files.createDirectories(place.getParent());
            byte[] content = Files.readAllBytes(file);
            Files.write(place, name.equals("/module-info.class") ? withoutHashes(content) : content);
        }
    }

    /** They are those of the modules that the runtime was linked from. */
    private static byte[] withoutHashes(byte... descriptor) {
        ClassFile format = ClassFile.of();
        return format.transformClass(
                format.parse(descriptor), ClassTransform.dropping(element -> element instanceof ModuleHashesAttribute));
    }

    private void jmod(String module, Path classes, List<String> files, Path file) {
        List<String> arguments = new ArrayList<>(List.of("create", "--class-path=" + classes));
        arguments.addAll(files);
        arguments.add("--target-platform=" + platform.target());
        Path licences = runtime.resolve("legal").resolve(module);
        if (Files.isDirectory(licences)) {
            arguments.add("--legal-notices=" + licences);
        }
        arguments.add(file.toString());
        ToolProvider jmod = ToolProvider.findFirst("jmod")
                .orElseThrow(() -> new IllegalStateException("this Java has no jmod: a JDK is needed, not a runtime"));
        int exitCode = jmod.run(System.err, System.err, arguments.toArray(String[]::new));
        if (exitCode != 0) {
            throw new IllegalStateException("jmod failed with exit code " + exitCode + " on " + module);
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
