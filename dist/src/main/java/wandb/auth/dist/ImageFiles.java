package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an image has besides what jlink puts into it: launchers, licence texts, the Python module. */
final class ImageFiles {

    private ImageFiles() {}

    /**
     * Adds them.
     *
     * @param jars the libraries that the image may hold
     */
    static void complete(LinkedImage image, Path project, List<Path> jars) throws IOException, InterruptedException {
        LicenceTexts.complete(image.folder().resolve("legal"), project.resolve("LICENSE"), image.among(jars));
        Launchers.install(image, project);
        Files.copy(project.resolve("LICENSE"), image.folder().resolve("LICENSE"));
        PythonPackage.copySources(project, image.folder());
    }
}
