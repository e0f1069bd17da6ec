package wandb.auth.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that a package brings, by their paths without a leading slash, in an order that is the same on each machine. */
final class FileTree {

    /** What is at a path. */
    sealed interface Node {
        /** A folder. */
        record Folder() implements Node {}

        /** A file that is there already. Of two paths of one file, an archive holds the content once. */
        record Present(Path file) implements Node {}

        /** A file that is written into the package only. */
        final class Written implements Node {
            private final byte[] content;

            Written(byte... content) {
                this.content = content.clone();
            }

            byte[] content() {
                return content.clone();
            }
        }

        /** A symbolic link. */
        record Link(String target) implements Node {}
    }

    private final SortedMap<String, Node> nodes = new TreeMap<>();

    /** Everything, each folder before what is in it. */
    SortedMap<String, Node> nodes() {
        return nodes;
    }

    /**
     * Adds all that is in a folder.
     *
     * @param place what the names get in front: nothing, or a folder's name with a slash; links are kept as they are
     */
    FileTree folder(String place, Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.skip(1).toList()) {
                add(place + folder.relativize(path), node(path));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return this;
    }

    private static Node node(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return new Node.Link(Files.readSymbolicLink(path).toString());
        }
        return Files.isDirectory(path) ? new Node.Folder() : new Node.Present(path);
    }

    FileTree file(String place, Path file) {
        return add(place, new Node.Present(file));
    }

    FileTree content(String place, byte... content) {
        return add(place, new Node.Written(content));
    }

    FileTree text(String place, String text) {
        return content(place, text.getBytes(StandardCharsets.UTF_8));
    }

    FileTree link(String place, String target) {
        return add(place, new Node.Link(target));
    }

    /** Leaves something out that was added. */
    FileTree without(String place) {
        nodes.remove(place);
        return this;
    }

    private FileTree add(String place, Node node) {
        for (int slash = place.indexOf('/'); slash > 0; slash = place.indexOf('/', slash + 1)) {
            nodes.putIfAbsent(place.substring(0, slash), new Node.Folder());
        }
        nodes.put(place, node);
        return this;
    }
}
