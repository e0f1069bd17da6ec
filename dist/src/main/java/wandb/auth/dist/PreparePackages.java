package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import wandb.auth.dist.runtime.Platform;

/**
 * Makes ready what the packages are packed of, a folder for each system, which Maven's plugins do; writes the wheels and the
 * bills of materials. Offline, Maven writes no bill of the dependencies, and there are no packages.
 */
public final class PreparePackages {

    private PreparePackages() {}

    /**
     * Lays out the files, and empties the folder of the packages.
     *
     * @param args the project's folder, the image's folder, the folder for the files, the packages' folder, the version, the
     *     time of the release (ISO 8601), the file with the bill of the dependencies, the maintainer and the homepage, the
     *     folder with the images of other systems, and the names of these with commas between them or {@code none}
     */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        Path image = Path.of(args[1]);
        Path files = Directory.empty(Path.of(args[2]));
        Path packages = Path.of(args[3]);
        Path dependencies = Path.of(args[6]);
        if (Files.notExists(dependencies)) {
            System.err.println("No packages are built: Maven writes " + dependencies + " only when online.");
            Directory.delete(packages);
            return;
        }
        Release release = new Release(args[4], Instant.parse(args[5]));
        Publisher publisher = new Publisher(args[7], args[8]);
        ReferenceTexts texts = new ReferenceTexts(BuildImage.reference(image));
        Directory.empty(packages);
        for (Map.Entry<Platform, Path> each :
                images(image, Path.of(args[9]), args[10]).entrySet()) {
            LinkedImage linked = new LinkedImage(each.getValue(), each.getKey());
            BillOfMaterials bill = new BillOfMaterials(dependencies, linked);
            new PackageFiles(project, linked, release, publisher, bill, texts, ClassLists.beside(image))
                    .write(files.resolve(each.getKey().toString()), packages);
        }
        Files.delete(dependencies); // so that a later build that is offline does not take it for its own
    }

    private static Map<Platform, Path> images(Path image, Path others, String names) {
        Map<Platform, Path> images = new LinkedHashMap<>();
        images.put(Platform.current(), image);
        if (!names.equals("none")) {
            for (String name : names.split(",", -1)) {
                images.put(Platform.named(name), others.resolve(name));
            }
        }
        return images;
    }
}
