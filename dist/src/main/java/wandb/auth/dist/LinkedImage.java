package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An image that was linked, whose programs the build runs.
 *
 * @param folder its folder
 */
record LinkedImage(Path folder) {

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
