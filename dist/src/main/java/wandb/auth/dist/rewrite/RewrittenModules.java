package wandb.auth.dist.rewrite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies of modules' jars with the descriptors that they are linked with and their classes rewritten for the class cache;
 * everything else in them stays as it is.
 */
public final class RewrittenModules {

    private static final String DESCRIPTORS = "META-INF/"; // a versioned module descriptor has no code

    private RewrittenModules() {}

    /** Writes a copy of every jar into the folder. */
    public static void write(List<Path> jars, Path folder) throws IOException {
        Map<Path, Map<String, byte[]>> contents = new LinkedHashMap<>();
        LibraryDescriptors descriptors = new LibraryDescriptors(jars);
        Map<String, byte[]> all = new HashMap<>();
        for (Path jar : jars) {
            Map<String, byte[]> entries = read(jar);
            descriptors.complete(jar, entries);
            contents.put(folder.resolve(jar.getFileName()), entries);
            all.putAll(entries);
        }
        CdsClassRewriter classes = new CdsClassRewriter(all);
        for (Map.Entry<Path, Map<String, byte[]>> copy : contents.entrySet()) {
            write(copy.getKey(), copy.getValue(), classes);
        }
    }

    private static Map<String, byte[]> read(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static void write(Path copy, Map<String, byte[]> entries, CdsClassRewriter classes) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(isClass(entry.getKey()) ? classes.rewrite(entry.getValue()) : entry.getValue());
                out.closeEntry();
            }
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith(DESCRIPTORS);
    }
}
