package wandb.auth.domain.port;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;

/**
 * Where a program is looked for: in the absolute folders of PATH, in their order. A relative folder would be one of the working
 * directory, which may be anybody's. On Windows a program's file has one of the endings in PATHEXT.
 *
 * @param environment what is taken from the process
 */
public record SearchPath(Environment environment) {

    private static final String USUAL_ENDINGS = ".COM;.EXE;.BAT;.CMD";

    /** The files that a program of this name can be, the first one that is there first. */
    public List<Path> files(String name) {
        List<Path> files = new ArrayList<>();
        List<String> names = fileNames(name);
        for (String folder : parts(environment.variable("PATH").orElse(""))) {
            for (String each : names) {
                Optional<Path> file = absolute(folder, each);
                if (file.isPresent()) { // on the path of every run, where a lambda is a class more
                    files.add(file.get());
                }
            }
        }
        return files;
    }

    /** The names that a program's file can have: on Windows with each ending, and as it stands where it has one. */
    public List<String> fileNames(String program) {
        if (environment.operatingSystem() != OperatingSystem.WINDOWS) {
            return List.of(program);
        }
        String lowerCase = program.toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        for (String ending : parts(environment.variable("PATHEXT").orElse(USUAL_ENDINGS))) {
            if (ending.startsWith(".") && lowerCase.endsWith(ending.toLowerCase(Locale.ROOT))) {
                return List.of(program);
            }
            names.add(program + ending.toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        char separator = environment.operatingSystem().pathSeparator();
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            if (i == list.length() || list.charAt(i) == separator) {
                parts.add(list.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }

    private Optional<Path> absolute(String folder, String name) {
        try {
            Path file = environment.workingDirectory().getFileSystem().getPath(folder, name);
            return file.isAbsolute() ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // it names no folder, and shells pass over it
        }
    }
}
