package wandb.auth.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/**
 * A jar, taken apart from the bytes that were hashed. Of a multi-release jar, the files for this version of Java stand in the
 * place of the others.
 */
final class PluginJar {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String VERSIONS = "META-INF/versions/";

    private final ReadFile file;
    private final CentralDirectory directory;
    private final Manifest manifest;

    /** The name in the archive by the name that a class loader asks for. */
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Takes the file apart. */
    PluginJar(ReadFile file) throws IOException {
        this.file = file;
        this.directory = new CentralDirectory(file.content());
        directory.names().forEach(name -> names.put(name, name));
        if (names.isEmpty()) {
            throw new ZipException(Messages.NO_ENTRIES);
        }
        this.manifest = directory.has(MANIFEST)
                ? new Manifest(new ByteArrayInputStream(directory.content(MANIFEST)))
                : new Manifest();
        if (Boolean.parseBoolean(manifest.getMainAttributes().getValue("Multi-Release"))) {
            names.putAll(ofThisVersion());
        }
    }

    private Map<String, String> ofThisVersion() {
        Map<String, String> chosen = new LinkedHashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        for (String name : names.keySet()) {
            int slash = name.startsWith(VERSIONS) ? name.indexOf('/', VERSIONS.length()) : -1;
            if (slash > 0) {
                int version = version(name.substring(VERSIONS.length(), slash));
                String plain = name.substring(slash + 1);
                if (version <= Runtime.version().feature() && version > versions.getOrDefault(plain, 0)) {
                    versions.put(plain, version);
                    chosen.put(plain, name);
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

    String name() {
        return String.valueOf(file.path().getFileName());
    }

    /** The SHA-256 digest of the whole file, in lower-case hexadecimal digits. */
    String sha256() {
        return file.sha256();
    }

    /** A main attribute of the manifest. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(name));
    }

    /** The names of the files in it, in its order. */
    Set<String> names() {
        return names.keySet();
    }

    /** A file, unpacked again; empty if absent of that name. */
    Optional<byte[]> content(String name) throws ZipException {
        String stored = names.get(name);
        return stored == null ? Optional.empty() : Optional.of(directory.content(stored));
    }
}
