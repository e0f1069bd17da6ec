package wandb.auth.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The licence texts in an image: each once, as a file. A package for Python cannot hold links. */
final class LicenceTexts {

    private final Path folder;
    private final Set<Integer> kept = new HashSet<>();

    private LicenceTexts(Path folder) {
        this.folder = folder;
    }

    /**
     * Completes those that the JDK brings.
     *
     * @param folder where the image has them, in a folder for each module
     * @param ours the text of this program's own licence, which is elsewhere in it
     * @param jars the libraries in it, whose texts are added to them
     */
    static void complete(Path folder, Path ours, List<Path> jars) throws IOException {
        LicenceTexts texts = new LicenceTexts(folder);
        texts.kept.add(Arrays.hashCode(Files.readAllBytes(ours)));
        texts.deleteLinks();
        for (Path jar : jars) {
            texts.add(jar);
        }
    }

    private void deleteLinks() throws IOException {
        for (Path module : list(folder)) {
            for (Path text : list(module)) {
                if (isLink(text)) {
                    Files.delete(text);
                }
            }
            if (list(module).isEmpty()) {
                Files.delete(module);
            }
        }
    }

    /** Whether it leads to the same text of java.base: a link or, for Windows, a file that says where that is. */
    private static boolean isLink(Path text) throws IOException {
        return Files.isSymbolicLink(text)
                || Files.readString(text, StandardCharsets.ISO_8859_1).startsWith("Please see ..");
    }

    private void add(Path jar) throws IOException {
        try (FileSystem contents = FileSystems.newFileSystem(jar)) {
            Path inside = contents.getPath("META-INF");
            for (Path text : Files.isDirectory(inside) ? list(inside) : List.<Path>of()) {
                String name = text.getFileName().toString();
                byte[] content = name.startsWith("LICENSE") || name.startsWith("NOTICE")
                        ? Files.readAllBytes(text)
                        : new byte[0];
                if (content.length > 0 && kept.add(Arrays.hashCode(content))) {
                    String library = jar.getFileName().toString().replaceFirst("\\.jar$", "");
                    Files.write(Files.createDirectories(folder.resolve(library)).resolve(name), content);
                }
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
