package wandb.auth.packages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/**
 * The root of a machine with the .deb, a shell, the C library, {@code /proc} and {@code /dev/null}: no other program, no
 * JDK, no account. To make one root look like the whole machine takes the rights of root.
 */
final class FreshRoot {

    private static final String ENTER = """
            set -e
            mount --bind /proc "$1/proc"
            mount --bind /dev/null "$1/dev/null"
            exec chroot "$@"
            """;

    private final Machine machine;
    private final Path root;

    FreshRoot(Machine machine) throws IOException, InterruptedException {
        Machine.needRoot();
        this.machine = machine;
        this.root = Packages.unpackedDeb(machine);
        for (String folder : List.of("proc", "dev", "bin", "home", "sdk")) {
            Files.createDirectory(root.resolve(folder));
        }
        Files.createFile(root.resolve("dev/null"));
        Files.copy(Path.of("/bin/dash"), root.resolve("bin/sh"));
        copyLibraries();
        Run trial = run(Map.of(), "/bin/sh", "-c", "true");
        assumeTrue(trial.exitCode() == 0, "this machine lets nobody change the root: " + trial.err());
    }

    /** What the loader finds for the shell and for every program and library of the image, outside of it. */
    private void copyLibraries() throws IOException, InterruptedException {
        String image = root + "/usr/lib/wandb-auth/";
        Run run = machine.run(
                Map.of(),
                "sh",
                "-c",
                "ldd /bin/dash " + image + "bin/java " + image + "lib/*.so " + image + "lib/server/*.so");
        for (String word : run.ends(0).out().split("\\s+", -1)) {
            boolean isLibrary = word.startsWith("/") && !word.endsWith(":") && !word.startsWith(image);
            if (isLibrary) {
                Path copy = root.resolve(word.substring(1));
                Files.createDirectories(copy.getParent());
                Files.copy(Path.of(word), copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    Path path() {
        return root;
    }

    /** The libraries that are not the package's, by their file names. */
    List<String> libraries() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.walk(root)) {
            files.filter(file -> file.getFileName().toString().contains(".so"))
                    .filter(file -> !file.startsWith(root.resolve("usr")))
                    .forEach(file -> names.add(file.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }

    /** Runs a program as if there were nothing but this root, with an empty home. */
    Run run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        List<String> entering =
                new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", ENTER, "sh", root.toString()));
        entering.addAll(List.of("/bin/sh", "-c"));
        StringBuilder line = new StringBuilder("HOME=/home PATH=/usr/bin:/bin:/sdk");
        variables.forEach(
                (name, value) -> line.append(' ').append(name).append('=').append(value));
        entering.addAll(List.of(line + " exec \"$@\"", "sh"));
        entering.addAll(Arrays.asList(command));
        return machine.run(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"), entering.toArray(String[]::new));
    }
}
