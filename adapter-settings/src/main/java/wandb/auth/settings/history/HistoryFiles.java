package wandb.auth.settings.history;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wandb.auth.domain.Environment;

/** Where shells, and Python's, keep what was typed: the file that a variable names, and their own files. */
final class HistoryFiles {

    /** Below the home directory: bash, ksh, ash, zsh and its common set-ups, Python before 3.13 and since. */
    private static final List<String> IN_HOME = List.of(
            ".bash_history",
            ".sh_history",
            ".ash_history",
            ".zsh_history",
            ".zhistory",
            ".histfile",
            ".python_history");

    /** Below the folder of a user's data (XDG Base Directory Specification): fish and PowerShell. */
    private static final List<String> IN_DATA =
            List.of("fish/fish_history", "powershell/PSReadLine/ConsoleHost_history.txt");

    /** Below the folder of a user's data on Windows. */
    private static final List<String> IN_APPLICATION_DATA =
            List.of("Microsoft/Windows/PowerShell/PSReadLine/ConsoleHost_history.txt");

    private final Environment environment;
    private final Optional<Path> home;
    private final Set<Path> files = new TreeSet<>();

    private HistoryFiles(Environment environment) {
        this.environment = environment;
        this.home = environment.home().map(environment.workingDirectory()::resolve);
    }

    /** The files, which need not exist, each once. */
    static List<Path> of(Environment environment) {
        HistoryFiles files = new HistoryFiles(environment);
        files.collect();
        return new ArrayList<>(files.files);
    }

    private void collect() {
        named("HISTFILE").ifPresent(files::add);
        named("PYTHON_HISTORY").ifPresent(files::add);
        named("ZDOTDIR").ifPresent(folder -> files.add(folder.resolve(".zsh_history")));
        named("APPDATA").ifPresent(folder -> addAll(folder, IN_APPLICATION_DATA));
        home.ifPresent(folder -> addAll(folder, IN_HOME));
        named("XDG_DATA_HOME")
                .or(() -> home.map(folder -> folder.resolve(".local").resolve("share")))
                .ifPresent(folder -> addAll(folder, IN_DATA));
    }

    private void addAll(Path folder, List<String> names) {
        for (String name : names) {
            files.add(folder.resolve(name).normalize());
        }
    }

    private Optional<Path> named(String variable) {
        try {
            return environment
                    .variable(variable)
                    .map(environment.workingDirectory()::resolve)
                    .map(Path::normalize);
        } catch (InvalidPathException e) {
            return Optional.empty(); // a shell writes to no such file either
        }
    }
}
