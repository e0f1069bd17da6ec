package wandb.auth.dist;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wandb.auth.dist.rewrite.RewrittenModules;

/**
 * The program's modules as they are linked, for every system: rewritten for the class cache, with the completion scripts that
 * the program prints.
 *
 * <p>Every jar on the class path of the build's program is one of them; the folder on it is that program itself.
 */
final class ProgramModules {

    private final List<Path> jars = new ArrayList<>();
    private final List<Path> ofTheBuild = new ArrayList<>();
    private final Path folder;

    private ProgramModules(Path folder) {
        this.folder = folder;
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(element);
            (Files.isDirectory(path) ? ofTheBuild : jars).add(path);
        }
    }

    /** Writes them into an empty folder, without the scripts. */
    static ProgramModules write(Path folder) throws IOException {
        ProgramModules modules = new ProgramModules(folder);
        RewrittenModules.write(modules.jars, folder);
        return modules;
    }

    /** The jars as they were before. */
    List<Path> jars() {
        return jars;
    }

    /** Where jlink finds them. */
    List<Path> path() {
        return List.of(folder);
    }

    /** Where jlink finds them and the module of the build's program. */
    List<Path> pathWithBuild() {
        List<Path> path = new ArrayList<>(ofTheBuild);
        path.add(folder);
        return path;
    }

    /** Gives the program the completion scripts. */
    void add(ReferenceTexts texts) throws IOException {
        String program = "wandb.auth.cli";
        Path jar = Path.of(ModuleFinder.of(folder)
                .find(program)
                .flatMap(ModuleReference::location)
                .orElseThrow());
        try (FileSystem contents = FileSystems.newFileSystem(jar)) {
            Path place = contents.getPath(program.replace('.', '/'));
            for (Map.Entry<String, String> script : texts.completionScripts().entrySet()) {
                Files.writeString(place.resolve(script.getKey()), script.getValue());
            }
        }
    }
}
