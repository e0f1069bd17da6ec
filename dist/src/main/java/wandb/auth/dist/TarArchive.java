package wandb.auth.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A tar archive, compressed by gzip, that comes out the same on each machine: of one time and owner, and of two modes only.
 * Names of one file on disk are one file in the archive too.
 */
final class TarArchive {

    private static final int OPEN = 0755;
    private static final int PLAIN = 0644;
    private static final int LINK = 0777;

    private final String prefix;
    private final Instant time;

    /**
     * An archive.
     *
     * @param prefix what each name begins with, a folder's name with a slash
     * @param time when everything in it was changed, in whole seconds
     */
    TarArchive(String prefix, Instant time) {
        this.prefix = prefix;
        this.time = time;
    }

    /** The bytes of the archive. */
    byte[] bytes(FileTree tree) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Gzip.stream(bytes), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            write(tar, new TarArchiveEntry(prefix, true), OPEN);
            tar.closeArchiveEntry();
            Map<Object, String> written = new HashMap<>();
            for (Map.Entry<String, FileTree.Node> node : tree.nodes().entrySet()) {
                write(tar, prefix + node.getKey(), node.getValue(), written);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void write(TarArchiveOutputStream tar, String name, FileTree.Node node, Map<Object, String> written)
            throws IOException {
        switch (node) {
            case FileTree.Node.Folder folder -> write(tar, new TarArchiveEntry(name + "/", true), OPEN);
            case FileTree.Node.Link link -> writeLink(tar, name, TarConstants.LF_SYMLINK, link.target(), LINK);
            case FileTree.Node.Written file -> {
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setSize(file.content().length);
                write(tar, entry, PLAIN);
                tar.write(file.content());
            }
            case FileTree.Node.Present file -> {
                int mode = Files.isExecutable(file.file()) ? OPEN : PLAIN;
                String first = first(file.file(), name, written);
                if (first.equals(name)) {
                    copy(tar, name, file.file(), mode);
                } else {
                    writeLink(tar, name, TarConstants.LF_LINK, first, mode);
                }
            }
        }
    }

    /** The name under which the file was written before, or this one. */
    private static String first(Path file, String name, Map<Object, String> written) throws IOException {
        Object identity = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        String first = identity == null ? null : written.putIfAbsent(identity, name);
        return first == null ? name : first;
    }

    private void copy(TarArchiveOutputStream tar, String name, Path file, int mode) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(Files.size(file));
        write(tar, entry, mode);
        Files.copy(file, (OutputStream) tar);
    }

    private void writeLink(TarArchiveOutputStream tar, String name, byte type, String target, int mode)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        write(tar, entry, mode);
    }

    private void write(TarArchiveOutputStream tar, TarArchiveEntry entry, int mode) throws IOException {
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        entry.setLastModifiedTime(FileTime.from(time));
        tar.putArchiveEntry(entry);
    }
}
