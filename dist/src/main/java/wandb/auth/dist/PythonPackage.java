package wandb.auth.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The wheel that brings the program into a Python environment: the launcher among its programs, as {@code wandb-auth} only,
 * since {@code wandb} is the SDK's there; the image in its folder {@code lib}; a module that becomes the launcher.
 */
record PythonPackage(Path project, LinkedImage image, Release release, Publisher publisher) {

    private static final String NAME = Release.NAME.replace('-', '_');

    /** Where the image has the module, for environments that the wheel is not installed in. */
    private static final String PACKAGES = "lib/python/";

    /**
     * Writes the wheel.
     *
     * @param manual the manual pages by the names of their files
     */
    void write(Path folder, Map<String, String> manual, String bill) throws IOException {
        String stem = NAME + "-" + version();
        String metadata = stem + ".dist-info";
        Path file = folder.resolve(stem + "-" + tag() + ".whl");
        try (Wheel wheel = new Wheel(file, metadata, release.time())) {
            addModule(wheel);
            wheel.addProgram(stem + ".data/scripts/" + scriptName(), Files.readAllBytes(launcher()));
            addImage(wheel, stem + ".data/data/lib/" + Release.NAME);
            for (Map.Entry<String, String> page : new TreeMap<>(manual).entrySet()) {
                if (page.getKey().startsWith(Release.NAME)) {
                    wheel.add(stem + ".data/data/share/man/man1/" + page.getKey(), utf8(page.getValue()));
                }
            }
            wheel.add(metadata + "/licenses/LICENSE", Files.readAllBytes(project.resolve("LICENSE")));
            wheel.add(metadata + "/sboms/" + Release.NAME + ".cdx.json", utf8(bill));
            wheel.add(metadata + "/WHEEL", utf8(format()));
            wheel.add(metadata + "/METADATA", utf8(metadata()));
        }
    }

    /** Puts the module into the image. */
    static void copySources(Path project, Path image) throws IOException {
        Path module = Files.createDirectories(image.resolve(PACKAGES).resolve(NAME));
        for (Map.Entry<String, Path> source : sources(project).entrySet()) {
            Files.copy(source.getValue(), module.resolve(source.getKey()));
        }
    }

    private void addModule(Wheel wheel) throws IOException {
        for (Map.Entry<String, Path> source : sources(project).entrySet()) {
            wheel.add(NAME + "/" + source.getKey(), Files.readAllBytes(source.getValue()));
        }
    }

    private static SortedMap<String, Path> sources(Path project) throws IOException {
        SortedMap<String, Path> sources = files(project.resolve("python").resolve(NAME));
        sources.keySet().removeIf(name -> !name.endsWith(".py"));
        return sources;
    }

    /** Without what the wheel has elsewhere. */
    private void addImage(Wheel wheel, String place) throws IOException {
        SortedMap<String, Path> files = files(image.folder());
        files.keySet().removeIf(name -> name.startsWith(PACKAGES) || name.startsWith("bin/wandb"));
        files.keySet().removeAll(List.of(BuildImage.STAMP, "LICENSE"));
        for (Map.Entry<String, Path> file : files.entrySet()) {
            byte[] content = Files.readAllBytes(file.getValue());
            if (Files.isExecutable(file.getValue())) {
                wheel.addProgram(place + "/" + file.getKey(), content);
            } else {
                wheel.add(place + "/" + file.getKey(), content);
            }
        }
    }

    private Path launcher() {
        return Launchers.file(image, Release.NAME);
    }

    /** On Windows its ending tells that it is a program. */
    private String scriptName() {
        return image.platform().isWindows() ? launcher().getFileName().toString() : Release.NAME;
    }

    /** All files of a folder by their paths in it, in an order that is always the same. */
    private static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(Files::isRegularFile)
                    .forEach(file -> files.put(folder.relativize(file).toString(), file));
        }
        return files;
    }

    /** The version as Python's rules have it. */
    private String version() {
        return release.version().replace("-SNAPSHOT", ".dev0");
    }

    /** Which Pythons and systems it is for. */
    private String tag() {
        return image.platform().pythonTag();
    }

    private String classifier() {
        return switch (image.platform().system()) {
            case MACOS -> "MacOS :: MacOS X";
            case WINDOWS -> "Microsoft :: Windows";
            default -> "POSIX :: Linux";
        };
    }

    private String format() {
        return """
                Wheel-Version: 1.0
                Generator: %s (%s)
                Root-Is-Purelib: false
                Tag: %s
                """.formatted(Release.NAME, release.version(), tag());
    }

    private String metadata() throws IOException {
        return """
                Metadata-Version: 2.4
                Name: %s
                Version: %s
                Summary: %s
                Maintainer-email: %s
                License-Expression: Apache-2.0 AND MIT AND GPL-2.0-only WITH Classpath-exception-2.0
                License-File: LICENSE
                Keywords: wandb,weights and biases,login,credentials,api key,keychain
                Classifier: Environment :: Console
                Classifier: Intended Audience :: Developers
                Classifier: Intended Audience :: Science/Research
                Classifier: Operating System :: %s
                Classifier: Programming Language :: Python :: 3
                Classifier: Topic :: Security
                Requires-Python: >=3.8
                Project-URL: Homepage, %s
                Description-Content-Type: text/markdown

                """.formatted(
                                Release.NAME,
                                version(),
                                Release.SUMMARY,
                                publisher.maintainer(),
                                classifier(),
                                publisher.homepage())
                + Files.readString(project.resolve("python/README.md"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
