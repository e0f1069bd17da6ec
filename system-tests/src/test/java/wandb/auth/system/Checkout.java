package wandb.auth.system;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The folders of the project that these tests are of, wherever they are started. */
public final class Checkout {

    /** The root of the project. */
    public static final Path ROOT = root();

    /** The image that the build has made. */
    public static final Path IMAGE = ROOT.resolve("dist/target/image");

    /** The packages that the build has made. */
    public static final Path PACKAGES = ROOT.resolve("dist/target/packages");

    private Checkout() {}

    private static Path root() {
        Path classes = path(Checkout.class.getProtectionDomain().getCodeSource().getLocation());
        for (Path folder = classes; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException(classes + " is not in a checkout");
    }

    /** A file among the resources of these tests. */
    public static Path resource(String name) {
        return path(Objects.requireNonNull(Checkout.class.getResource("/" + name), name));
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code ./verify} brings: the folder that a variable names, and else that one of the checkout. */
    public static Path brought(String variable, String name) {
        String folder = System.getenv(variable);
        return folder == null || folder.isEmpty() ? ROOT.resolve(".verify").resolve(name) : Path.of(folder);
    }
}
