package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;

/** The packages that the build has made. */
final class Packages {

    static final Path FOLDER = Checkout.PACKAGES;

    private Packages() {}

    static Path deb() throws IOException {
        return only(".deb");
    }

    static Path archive() throws IOException {
        return only(".tar.gz");
    }

    static Path wheel() throws IOException {
        return only(".whl");
    }

    static Path bill() throws IOException {
        return only(".cdx.json");
    }

    private static Path only(String ending) throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no packages were built: Maven was offline");
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertEquals(1, found.size(), found::toString);
            return found.getFirst();
        }
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
