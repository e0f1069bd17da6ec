package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What people start: a script of the shell; on Windows a program in C or, where the build has no compiler for it, a batch file.
 */
final class Launchers {

    private static final List<String> COMPILER = List.of(
            "x86_64-w64-mingw32-gcc",
            "-municode",
            "-Os",
            "-s",
            "-static",
            "-Wall",
            "-Werror",
            "-Wl,--no-insert-timestamp");

    private Launchers() {}

    /** Puts them among the programs of the image: on Windows under both names, for a file cannot be a link to another there. */
    static void install(LinkedImage image, Path project) throws IOException, InterruptedException {
        Path sources = project.resolve("dist/src/main/launcher");
        Path programs = image.folder().resolve("bin");
        if (!image.platform().isWindows()) {
            Path launcher = Files.copy(sources.resolve("wandb"), programs.resolve("wandb"));
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
            return;
        }
        Path launcher = compile(sources.resolve("windows"), programs)
                ? programs.resolve("wandb.exe")
                : batch(sources.resolve("windows"), programs);
        String other = launcher.getFileName().toString().replace("wandb", Release.NAME);
        Files.copy(launcher, programs.resolve(other));
    }

    private static Path batch(Path sources, Path programs) throws IOException {
        System.err.println("The launcher for Windows is a batch file, for there is no " + COMPILER.getFirst()
                + " to make a program of it.");
        return Files.copy(sources.resolve("wandb.cmd"), programs.resolve("wandb.cmd"));
    }

    private static boolean compile(Path sources, Path programs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(COMPILER);
        command.addAll(
                List.of("-o", programs.resolve("wandb.exe").toAbsolutePath().toString(), "wandb.c"));
        ProcessBuilder compiler = new ProcessBuilder(command).inheritIO().directory(sources.toFile());
        int exitCode;
        try {
            exitCode = compiler.start().waitFor();
        } catch (IOException e) {
            return false; // it is not installed
        }
        if (exitCode != 0) {
            throw new IllegalStateException(command + " failed with exit code " + exitCode);
        }
        return true;
    }

    /** The file of an image that is started under a name. */
    static Path file(LinkedImage image, String name) {
        Path programs = image.folder().resolve("bin");
        if (!image.platform().isWindows()) {
            return programs.resolve("wandb");
        }
        Path program = programs.resolve(name + ".exe");
        return Files.exists(program) ? program : programs.resolve(name + ".cmd");
    }

    /** Puts a launcher into another folder, under a name that people type. */
    static void copy(LinkedImage image, String name, Path folder) throws IOException {
        Path launcher = file(image, name);
        Files.copy(launcher, folder.resolve(launcher.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
}
