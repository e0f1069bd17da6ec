package wandb.auth.dist.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.OperatingSystem;

/**
 * What runs the programs of a system on this one.
 *
 * @param log the file that gets what its programs and it say; none where that goes to the output of the build
 * @param canEncrypt whether TLS works on it: on Wine the JVM crashes where it gathers random numbers from the network's devices
 */
public record Emulator(List<String> command, Map<String, String> variables, Optional<Path> log, boolean canEncrypt) {

    private static final String WINE_FOLDER = "WINEPREFIX";

    private static final String ARM_LOADER = "lib/ld-linux-aarch64.so.1";

    /** Nothing, for this system's own programs. */
    public static final Emulator NONE = new Emulator(List.of(), Map.of(), Optional.empty(), true);

    /**
     * The one for a system, if it is installed here: Wine for Windows; for Linux on ARM, QEMU with the root of the libraries
     * that the variable {@code QEMU_LD_PREFIX} names.
     *
     * @param scratch a folder for what Wine keeps
     * @param log the file that gets what is said
     */
    public static Optional<Emulator> of(Platform platform, Path scratch, Path log) {
        if (platform == Platform.current()) {
            return Optional.of(NONE);
        }
        if (Platform.current().system() != OperatingSystem.LINUX) {
            return Optional.empty();
        }
        return switch (platform) {
            case WINDOWS_X64 ->
                onPath("wine").map(wine -> new Emulator(List.of(wine), wine(scratch), Optional.of(log), false));
            case LINUX_ARM64 -> qemu(log);
            case LINUX_X64, MACOS_ARM64 -> Optional.empty();
        };
    }

    /** Silent, with no window, and without what it would offer to install for programs of .NET and for web pages. */
    private static Map<String, String> wine(Path scratch) {
        Map<String, String> variables = new HashMap<>();
        variables.put(WINE_FOLDER, scratch.resolve("wine").toAbsolutePath().toString());
        variables.put("WINEDEBUG", "-all");
        variables.put("WINEDLLOVERRIDES", "mscoree,mshtml=");
        variables.put("PATH", System.getenv().getOrDefault("PATH", ""));
        return Map.copyOf(variables);
    }

    private static Optional<Emulator> qemu(Path log) {
        String root = System.getenv().getOrDefault("QEMU_LD_PREFIX", "/");
        if (!Files.exists(Path.of(root, ARM_LOADER))) {
            return Optional.empty();
        }
        return onPath("qemu-aarch64-static")
                .map(qemu -> new Emulator(List.of(qemu, "-L", root), Map.of(), Optional.of(log), true));
    }

    /** Ends what it keeps running between two programs, so that its files can be deleted. */
    public void stop() throws IOException, InterruptedException {
        if (variables.containsKey(WINE_FOLDER)) {
            ProcessBuilder server = new ProcessBuilder(command.getFirst() + "server", "--kill", "--wait");
            server.environment().putAll(variables);
            send(server).start().waitFor();
        }
    }

    private static Optional<String> onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path file = Path.of(folder, program);
            if (file.isAbsolute() && Files.isExecutable(file)) {
                return Optional.of(file.toString());
            }
        }
        return Optional.empty();
    }

    /** Sends what a program says where it belongs. */
    public ProcessBuilder send(ProcessBuilder program) {
        ProcessBuilder.Redirect output = log.map(file -> ProcessBuilder.Redirect.appendTo(file.toFile()))
                .orElse(ProcessBuilder.Redirect.INHERIT);
        return program.redirectOutput(output).redirectError(output);
    }

    /** The command line that runs a program. */
    public List<String> running(Path program, List<String> arguments) {
        List<String> line = new ArrayList<>(command);
        line.add(program.toString());
        line.addAll(arguments);
        return line;
    }
}
