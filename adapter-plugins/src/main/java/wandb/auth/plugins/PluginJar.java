package wandb.auth.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A jar, read once: what was hashed is what is loaded, whatever becomes of the file. Of a multi-release jar, the files for
 * this version of Java stand in the place of the others.
 */
final class PluginJar {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String VERSIONS = "META-INF/versions/";

    private final Path file;
    private final String sha256;
    private final Manifest manifest;
    private final Map<String, byte[]> entries;

    private PluginJar(Path file, String sha256, Manifest manifest, Map<String, byte[]> entries) {
        this.file = file;
        this.sha256 = sha256;
        this.manifest = manifest;
        this.entries = entries;
    }

    /** Takes the content of the file apart. */
    static PluginJar of(Path file, byte[] content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.putIfAbsent(entry.getName(), zip.readAllBytes());
                }
            }
        }
        if (entries.isEmpty()) {
            throw new ZipException("no entries");
        }
        byte[] written = entries.get(MANIFEST);
        Manifest manifest = written == null ? new Manifest() : new Manifest(new ByteArrayInputStream(written));
        if (Boolean.parseBoolean(manifest.getMainAttributes().getValue("Multi-Release"))) {
            entries.putAll(ofThisVersion(entries));
        }
        return new PluginJar(file, digest(content), manifest, entries);
    }

    private static Map<String, byte[]> ofThisVersion(Map<String, byte[]> entries) {
        Map<String, byte[]> chosen = new LinkedHashMap<>();
        Map<String, Integer> versions = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            int slash = entry.getKey().startsWith(VERSIONS) ? entry.getKey().indexOf('/', VERSIONS.length()) : -1;
            if (slash > 0) {
                int version = version(entry.getKey().substring(VERSIONS.length(), slash));
                String name = entry.getKey().substring(slash + 1);
                if (version <= Runtime.version().feature() && version > versions.getOrDefault(name, 0)) {
                    versions.put(name, version);
                    chosen.put(name, entry.getValue());
                }
            }
        }
        return chosen;
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE; // for no version of Java
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Path file() {
        return file;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /** The SHA-256 digest of the whole file, in lower-case hexadecimal digits. */
    String sha256() {
        return sha256;
    }

    /** A main attribute of the manifest. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(name));
    }

    /** The files in it by name, in its order. */
    Map<String, byte[]> entries() {
        return entries;
    }
}
