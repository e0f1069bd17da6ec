package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wandb.auth.domain.port.AuditEvent;
import wandb.auth.files.ownership.ProcessUser;

/**
 * Starts {@link AuditWriter} as a process of its own, from a copy of its classes that every user can read.
 *
 * @param java the home of the Java that runs it
 * @param classes the copy
 * @param prefix what starts it
 */
record WriterProcess(Path java, Path classes, List<String> prefix) {

    private static final Path OUR_JAVA = Path.of(System.getProperty("java.home"));

    static WriterProcess in(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<Path> needed = List.of(
                Path.of("target/classes"),
                Path.of("target/test-classes"),
                placeOf(AuditEvent.class),
                placeOf(ProcessUser.class));
        for (Path from : needed) {
            copy(from, classes);
        }
        return new WriterProcess(OUR_JAVA, classes, List.of());
    }

    private static Path placeOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** Copies what is on a class path: a folder of classes, or a jar. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.write(to.resolve(from.getFileName()), Files.readAllBytes(from));
            return;
        }
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(path));
            }
        }
    }

    /** As a user without any rights; where the tests' own user is not root, that one is such a user already. */
    WriterProcess asNobody() throws IOException {
        return ProcessUser.id() == 0
                ? new WriterProcess(
                        javaForAll(), classes, List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"))
                : this;
    }

    /** Root's Java may be in a home that nobody else can enter, as in {@code .jdk} of a checkout there. */
    private Path javaForAll() throws IOException {
        for (Path folder = OUR_JAVA.toRealPath(); folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                Path copy = classes.resolveSibling("java");
                Process jlink = new ProcessBuilder(
                                OUR_JAVA.resolve("bin/jlink").toString(),
                                "--add-modules",
                                "java.base",
                                "--output",
                                copy.toString())
                        .redirectErrorStream(true)
                        .start();
                assertEquals("", saidBy(jlink));
                return copy;
            }
        }
        return OUR_JAVA;
    }

    WriterProcess withFilesOfAtMost512Bytes() {
        return new WriterProcess(java, classes, List.of("sh", "-c", "ulimit -f 1 && exec \"$@\"", "sh"));
    }

    Process start(Path file, String name, int events) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                java.resolve("bin/java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + ":" + classes + "/*",
                "wandb.auth.config.AuditWriter",
                file.toString(),
                name,
                Integer.toString(events)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C"); // in whose language the system tells what is wrong
        return builder.start();
    }

    /** What it printed, once it has ended. */
    static String saidBy(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
