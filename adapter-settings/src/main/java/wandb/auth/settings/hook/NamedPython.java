package wandb.auth.settings.hook;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.SearchPath;

/** A Python as a person names it: the folder of an environment, the program, or the program's name on PATH. */
record NamedPython(String text, Environment environment) {

    private static final List<String> PROGRAMS =
            List.of("bin/python", "bin/python3", "Scripts/python.exe", "python.exe");

    /** The program; empty if nothing that can be run is there. */
    Optional<Path> program() {
        try {
            Path path = environment.workingDirectory().resolve(text);
            if (Files.isDirectory(path)) {
                return PROGRAMS.stream()
                        .map(path::resolve)
                        .filter(NamedPython::isProgram)
                        .findFirst();
            }
            return path.getParent() == null || Path.of(text).getNameCount() > 1
                    ? Optional.of(path).filter(NamedPython::isProgram)
                    : onPath();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> onPath() {
        return new SearchPath(environment)
                .files(text).stream().filter(NamedPython::isProgram).findFirst();
    }

    private static boolean isProgram(Path path) {
        return Files.isExecutable(path) && !Files.isDirectory(path);
    }
}
