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
import java.util.concurrent.TimeUnit;
import wandb.auth.dist.runtime.Emulator;
import wandb.auth.dist.runtime.Platform;

/** An image that was linked. */
record LinkedImage(Path folder, Platform platform) {

    private static final long PATIENCE = 15; // minutes: an emulator can hang

    /** The names of the modules in it. */
    Set<String> modules() throws IOException {
        return Set.of(property("MODULES").split(" ", -1));
    }

    /** What the runtime says of itself. */
    String property(String name) throws IOException {
        Properties release = new Properties();
        try (Reader text = Files.newBufferedReader(folder.resolve("release"))) {
            release.load(text);
        }
        return release.getProperty(name).replace("\"", "");
    }

    /** Those of the jars whose modules are in it. */
    List<Path> among(List<Path> jars) throws IOException {
        Set<String> modules = modules();
        List<Path> linked = new ArrayList<>(jars);
        linked.removeIf(jar -> ModuleFinder.of(jar).findAll().stream()
                .noneMatch(module -> modules.contains(module.descriptor().name())));
        return linked;
    }

    /**
     * Runs its Java in a folder that is home too, with nothing else from the environment, and waits for its success.
     */
    void java(Emulator emulator, Path home, List<String> arguments)
            throws IOException, InterruptedException, ProgramFailedException {
        List<String> command = emulator.running(program("java"), arguments);
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().clear();
        java.environment().putAll(Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8"));
        java.environment().putAll(emulator.variables());
        Process process = emulator.send(java.directory(home.toFile())).start();
        if (!process.waitFor(PATIENCE, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new ProgramFailedException(command + " did not end in " + PATIENCE + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new ProgramFailedException(command + " failed with exit code " + process.exitValue());
        }
    }

    /** The file of a program of it. */
    Path program(String name) {
        return folder.resolve("bin").resolve(platform.isWindows() ? name + ".exe" : name);
    }

    /** The folder of the JVM's library, where it looks for its class cache. */
    Path server() {
        return folder.resolve(platform.isWindows() ? "bin/server" : "lib/server");
    }
}
