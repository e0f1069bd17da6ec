package wandb.auth.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;

/** A Windows of its own, by Wine, and the image for it that the build has made. Its files are those of a folder here. */
final class Wine {

    /** The image; another one by a property of this JVM. */
    static final Path IMAGE = Path.of(System.getProperty(
            "wandb.image.windows",
            Checkout.ROOT.resolve("dist/target/images/windows-x64").toString()));

    /** What each start of a JVM writes here, since Wine does not know process groups. */
    private static final String WINES_OWN = "process group affinity";

    private final Path prefix;
    private final Path profile;

    private Wine(Path prefix, Path profile) {
        this.prefix = prefix;
        this.profile = profile;
    }

    /** Starts one in the folder; the test is skipped where there is no Wine or no image. */
    static Wine in(Path folder) throws Exception {
        assumeTrue(Files.isRegularFile(IMAGE.resolve("bin/java.exe")), "there is no image for Windows at " + IMAGE);
        assumeTrue(isOnPath("wine"), "there is no wine on PATH: ./verify --all brings it");
        Wine wine = new Wine(folder.resolve("prefix"), folder);
        wine.run(folder, Map.of(), "", "wineboot", "--init");
        String named = wine.run(folder, Map.of(), "", "wine", "cmd", "/c", "echo %USERPROFILE%")
                .out()
                .strip();
        return new Wine(wine.prefix, wine.here(named));
    }

    /** Makes a program of a source among the resources, and gives it; the test is skipped where no compiler is. */
    static Path compile(String source, Path program) throws InterruptedException {
        ProcessBuilder compiler = new ProcessBuilder(
                "x86_64-w64-mingw32-gcc",
                "-municode",
                "-s",
                "-static",
                "-o",
                program.toString(),
                Checkout.resource("windows/" + source).toString());
        try {
            assertEquals(0, Machine.exitCode(compiler.inheritIO().start()));
        } catch (IOException e) {
            assumeTrue(false, "there is no x86_64-w64-mingw32-gcc: ./verify --all brings it");
        }
        return program;
    }

    private static boolean isOnPath(String program) {
        for (String element : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(element, program))) {
                return true;
            }
        }
        return false;
    }

    /** What a run gave. */
    record Result(int exitCode, String out, String err) {}

    /** The user's folder. */
    Path profile() {
        return profile;
    }

    /** Drive C. */
    Path driveC() {
        return prefix.resolve("drive_c");
    }

    /** Where a path of drive C is here. */
    private Path here(String windows) {
        return driveC().resolve(windows.substring("C:\\".length()).replace('\\', '/'));
    }

    /** How Windows calls a file from here. */
    String there(Path file) {
        boolean isOfC = file.startsWith(driveC());
        Path path = isOfC ? driveC().relativize(file) : file;
        return (isOfC ? "C:\\" : "Z:") + path.toString().replace('/', '\\');
    }

    /** Empties the user's folder of what this program keeps there. */
    void forgetAll() throws IOException {
        for (String name : List.of("_netrc", ".netrc", ".config", "work", "other")) {
            delete(profile.resolve(name));
        }
        Files.createDirectory(profile.resolve("work"));
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Runs the launcher of that name (wandb or wandb-auth) in the user's working folder. */
    Result launcher(String name, Map<String, String> variables, String input, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("wine", IMAGE.resolve("bin/" + name + ".exe").toString()));
        command.addAll(List.of(arguments));
        return run(profile.resolve("work"), variables, input, command.toArray(String[]::new));
    }

    Result run(Path folder, Map<String, String> variables, String input, String... command) throws Exception {
        Path in = Files.writeString(Files.createTempFile("stdin", null), input);
        Path out = Files.createTempFile("stdout", null);
        Path err = Files.createTempFile("stderr", null);
        try {
            Process process = start(folder, variables, command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            int exitCode = Machine.exitCode(process);
            return new Result(exitCode, text(out), text(err));
        } finally {
            for (Path file : List.of(in, out, err)) {
                Files.delete(file);
            }
        }
    }

    /** A process of this Windows that is yet to be started. */
    ProcessBuilder start(Path folder, Map<String, String> variables, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.putAll(new HashMap<>(Map.of(
                "PATH",
                path,
                "HOME",
                prefix.getParent().toString(),
                "LC_ALL",
                "C.UTF-8",
                "WINEPREFIX",
                prefix.toString(),
                "WINEDEBUG",
                "-all",
                "WINEDLLOVERRIDES",
                "mscoree,mshtml=")));
        environment.putAll(variables);
        return builder;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, UTF_8)
                .lines()
                .filter(line -> !line.contains(WINES_OWN))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Ends what Wine leaves running. */
    void end() {
        try {
            run(prefix, Map.of(), "", "wineserver", "-k");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
