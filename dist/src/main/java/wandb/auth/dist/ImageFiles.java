package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an image has besides what jlink puts into it: launchers, licence texts, the Python module. */
final class ImageFiles {

    private final Path project;
    private final ProgramModules modules;

    ImageFiles(Path project, ProgramModules modules) {
        this.project = project;
        this.modules = modules;
    }

    /** Adds them. */
    void complete(LinkedImage image) throws IOException, InterruptedException {
        LicenceTexts.complete(image.folder().resolve("legal"), project.resolve("LICENSE"), image.among(modules.jars()));
        new Launchers(project, image.platform()).install(image);
        Files.copy(project.resolve("LICENSE"), image.folder().resolve("LICENSE"));
        PythonPackage.copySources(project, image.folder());
    }
}
