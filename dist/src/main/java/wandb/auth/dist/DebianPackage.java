package wandb.auth.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;

/** A package for Debian and its relatives, in the format that deb(5) describes; made without their tools. */
final class DebianPackage {

    private static final String HERE = "./";
    private static final int PLAIN = 0100644;
    private static final int KIBIBYTE = 1024;

    private final Release release;
    private final FileTree files;

    DebianPackage(Release release, FileTree files) {
        this.release = release;
        this.files = files;
    }

    /** Writes it into the folder. */
    Path write(Path folder) throws IOException {
        String name = Release.NAME + "_" + release.version() + "_" + Release.debianArchitecture() + ".deb";
        Path file = folder.resolve(name);
        FileTree control = new FileTree().text("control", control()).text("md5sums", checksums());
        TarArchive tar = new TarArchive(HERE, release.time());
        try (OutputStream out = Files.newOutputStream(file);
                ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
            add(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
            add(ar, "control.tar.gz", tar.bytes(control));
            add(ar, "data.tar.gz", tar.bytes(files));
        }
        return file;
    }

    private void add(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
        ar.putArchiveEntry(new ArArchiveEntry(
                name, content.length, 0, 0, PLAIN, release.time().getEpochSecond()));
        ar.write(content);
        ar.closeArchiveEntry();
    }

    private String control() throws IOException {
        return """
                Package: %s
                Version: %s
                Architecture: %s
                Maintainer: %s
                Installed-Size: %d
                Depends: libc6 (>= 2.17)
                Suggests: bash-completion, gnome-keyring
                Section: utils
                Priority: optional
                Description: log in to a Weights & Biases server
                 Saves, shows, erases and hands out the API key of a Weights & Biases server,
                 in the files of the Python SDK or in the keychain of the desktop. Starts at
                 once and needs no Java and no Python.
                 .
                 Commands that it does not know go to the wandb of the Python SDK, where the
                 PATH has one.
                """.formatted(
                        Release.NAME,
                        release.version(),
                        Release.debianArchitecture(),
                        DebianDocuments.MAINTAINER,
                        installedSize());
    }

    /** As dpkg-gencontrol counts: whole KiB of each file, one for anything else; a file with several names counts once. */
    private long installedSize() throws IOException {
        long size = 0;
        Set<Object> counted = new HashSet<>();
        for (FileTree.Node node : files.nodes().values()) {
            size += switch (node) {
                case FileTree.Node.Folder folder -> 1;
                case FileTree.Node.Link link -> 1;
                case FileTree.Node.Written file -> kibibytes(file.content().length);
                case FileTree.Node.Present file -> {
                    BasicFileAttributes attributes = Files.readAttributes(file.file(), BasicFileAttributes.class);
                    Object identity = attributes.fileKey() == null ? file : attributes.fileKey();
                    yield counted.add(identity) ? kibibytes(attributes.size()) : 0;
                }
            };
        }
        return size;
    }

    private static long kibibytes(long bytes) {
        return (bytes + KIBIBYTE - 1) / KIBIBYTE;
    }

    private String checksums() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, FileTree.Node> node : files.nodes().entrySet()) {
            switch (node.getValue()) {
                case FileTree.Node.Present file ->
                    lines.append(Digest.line("MD5", Files.readAllBytes(file.file()), node.getKey()));
                case FileTree.Node.Written file -> lines.append(Digest.line("MD5", file.content(), node.getKey()));
                case FileTree.Node.Folder folder -> {}
                case FileTree.Node.Link link -> {}
            }
        }
        return lines.toString();
    }
}
