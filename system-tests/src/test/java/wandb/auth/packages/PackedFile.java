package wandb.auth.packages;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A file or a link in a package, which is read without being installed. */
final class PackedFile {

    private static final int RUN_BITS = 0111;
    private static final int RIGHTS = 0777;

    private final int mode;
    private final String link;
    private final byte[] content;

    private PackedFile(int mode, String link, byte[] content) {
        this.mode = mode;
        this.link = link;
        this.content = content;
    }

    /** Where a link leads to; empty for a file. */
    String link() {
        return link;
    }

    /** What is in a file. */
    byte[] content() {
        return content.clone();
    }

    /** Whether it may be run. */
    boolean isProgram() {
        return link.isEmpty() && (mode & RUN_BITS) != 0;
    }

    /** What is in it, as text. */
    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** All that are in a {@code .tar.gz}, a {@code .deb}, a {@code .zip} or a wheel, by their names. */
    static SortedMap<String, PackedFile> in(Path file) throws IOException {
        String name = file.getFileName().toString();
        SortedMap<String, PackedFile> files = new TreeMap<>();
        if (name.endsWith(".deb")) {
            addDebian(file, files);
        } else if (name.endsWith(".tar.gz")) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                addTar(in, files);
            }
        } else {
            addZip(file, files);
        }
        return Collections.unmodifiableSortedMap(files);
    }

    private static void addDebian(Path file, SortedMap<String, PackedFile> files) throws IOException {
        try (ArArchiveInputStream parts =
                new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ArArchiveEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().startsWith("data.tar")) {
                    addTar(parts, files);
                }
            }
        }
    }

    private static void addTar(InputStream compressed, SortedMap<String, PackedFile> files) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(compressed));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (!entry.isDirectory()) {
                String link = entry.isSymbolicLink() ? entry.getLinkName() : "";
                files.put(
                        entry.getName().replaceFirst("^\\./", ""),
                        new PackedFile(entry.getMode() & RIGHTS, link, tar.readAllBytes()));
            }
        }
    }

    private static void addZip(Path file, SortedMap<String, PackedFile> files) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!entry.isDirectory()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        files.put(
                                entry.getName(),
                                new PackedFile(entry.getUnixMode() & RIGHTS, "", content.readAllBytes()));
                    }
                }
            }
        }
    }

    /** Its rights, its target and its size, not what is in it. */
    @Override
    public String toString() {
        return Integer.toOctalString(mode) + (link.isEmpty() ? " " + content.length : " -> " + link);
    }
}
