package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wandb.auth.dist.runtime.Platform;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;

/** The packages that the build has made. */
final class Packages {

    static final Path FOLDER = Checkout.PACKAGES;

    private Packages() {}

    static Path deb() throws IOException {
        return only("_" + Platform.current().debianArchitecture().orElse("amd64") + ".deb");
    }

    static Path archive() throws IOException {
        return archive(Platform.current());
    }

    static Path wheel() throws IOException {
        return wheel(Platform.current());
    }

    static Path bill() throws IOException {
        return bill(Platform.current());
    }

    /** The wheels that were built, of this system only or of every one. */
    static List<Path> wheels() throws IOException {
        return names().stream()
                .filter(name -> name.endsWith(".whl"))
                .map(FOLDER::resolve)
                .toList();
    }

    /** The wheel for a system. */
    static Path wheel(Platform platform) throws IOException {
        return only("-" + platform.pythonTag() + ".whl");
    }

    /** The bill of materials of a system's packages. */
    static Path bill(Platform platform) throws IOException {
        return only(
                platform == Platform.current()
                        ? "-auth-[^-]+(-SNAPSHOT)?-sbom.cdx.json"
                        : "-" + platform + "-sbom.cdx.json");
    }

    /** The archive for a system. */
    static Path archive(Platform platform) throws IOException {
        return only("-" + platform + (platform.isWindows() ? ".zip" : ".tar.gz"));
    }

    /** The names of all that were built. */
    static SortedSet<String> names() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no packages were built: Maven was offline");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path only(String ending) throws IOException {
        List<String> found =
                names().stream().filter(name -> name.matches(".*" + ending)).toList();
        assertEquals(1, found.size(), found::toString);
        return FOLDER.resolve(found.getFirst());
    }

    /** The files of the .deb, in a folder of the machine's. */
    static Path unpackedDeb(Machine machine) throws IOException, InterruptedException {
        machine.need("dpkg-deb", "dpkg");
        Path root = Files.createDirectory(machine.home().resolveSibling("root"));
        machine.run(Map.of(), "dpkg-deb", "-x", deb().toString(), root.toString())
                .ends(0);
        return root;
    }

    /** The one folder of the archive, in a folder of the machine's. */
    static Path unpackedArchive(Machine machine) throws IOException, InterruptedException {
        Path place = Files.createDirectory(machine.home().resolveSibling("a place"));
        machine.run(Map.of(), "tar", "-xzf", archive().toString(), "-C", place.toString())
                .ends(0);
        try (Stream<Path> folders = Files.list(place)) {
            List<Path> found = folders.toList();
            assertEquals(1, found.size(), found::toString);
            return found.getFirst();
        }
    }
}
