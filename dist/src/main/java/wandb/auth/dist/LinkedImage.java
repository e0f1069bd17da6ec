package wandb.auth.dist;

import java.io.IOException;
import java.io.Reader;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * An image that was linked, whose programs the build runs.
 *
 * @param folder its folder
 */
record LinkedImage(Path folder) {

    /** The names of the modules in it. */
    Set<String> modules() throws IOException {
        Properties release = new Properties();
        try (Reader text = Files.newBufferedReader(folder.resolve("release"))) {
            release.load(text);
        }
        return Set.of(release.getProperty("MODULES").replace("\"", "").split(" ", -1));
    }

    /** Those of the jars whose modules are in it. */
    List<Path> among(List<Path> jars) throws IOException {
        Set<String> modules = modules();
        List<Path> linked = new ArrayList<>(jars);
        linked.removeIf(jar -> ModuleFinder.of(jar).findAll().stream()
                .noneMatch(module -> modules.contains(module.descriptor().name())));
        return linked;
    }

    /** Runs its Java in a folder that is home too, with nothing else from the environment, and waits for its success. */
    void java(Path home, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("bin/java").toString()));
        command.addAll(arguments);
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().clear();
        java.environment().putAll(Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8"));
        int exitCode = java.directory(home.toFile()).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(command + " failed with exit code " + exitCode);
        }
    }
}
