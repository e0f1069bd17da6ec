package wandb.auth.plugins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars of sources, as an author's build would. */
final class Workshop {

    private final Path folder;
    private int jars;

    Workshop(Path folder) {
        this.folder = folder;
    }

    /** A jar of the sources, compiled against the contract and the other jars; other files go in as they are. */
    Path jar(String name, Map<String, String> files, Path... libraries) throws IOException {
        Path work = Files.createDirectories(folder.resolve("jar" + jars++));
        Path classes = Files.createDirectory(work.resolve("classes"));
        List<String> sources = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            boolean isSource = file.getKey().endsWith(".java");
            Path path = (isSource ? work.resolve("sources") : classes).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            if (isSource) {
                sources.add(path.toString());
            }
        }
        if (!sources.isEmpty()) {
            compile(sources, classes, libraries);
        }
        return Files.write(work.resolve(name), zip(classes));
    }

    private static void compile(List<String> sources, Path classes, Path... libraries) {
        List<String> path = new ArrayList<>();
        path.add(System.getProperty("jdk.module.path"));
        for (Path library : libraries) {
            path.add(library.toString());
        }
        String joined = String.join(System.getProperty("path.separator"), path);
        boolean isModule = sources.stream().anyMatch(source -> source.endsWith("module-info.java"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", classes.toString(), isModule ? "--module-path" : "--class-path", joined));
        arguments.addAll(sources);
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(messages, true, StandardCharsets.UTF_8);
        if (compiler.run(out, out, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException(messages.toString(StandardCharsets.UTF_8));
        }
    }

    private static byte[] zip(Path classes) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    entries.put(classes.relativize(file).toString(), Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
