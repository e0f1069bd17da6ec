package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.dist.training.TrainingServer;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The image for Linux on 64-bit ARM with its own launcher, on QEMU: what it does is what it does everywhere. */
@Tag("slow")
class ArmIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    /** However slow the emulation is. */
    private static final Map<String, String> PATIENT = Map.of("WANDB_HTTP_TIMEOUT", "600");

    private static final Path LIBRARIES = Checkout.brought("QEMU_LD_PREFIX", "arm64-root");
    private static final Path IMAGE = Checkout.ROOT.resolve("dist/target/images/linux-arm64");

    @TempDir
    Path folder;

    private Machine machine;
    private Path image;

    @BeforeEach
    void copyImageWithAnEmulatedJava() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(IMAGE), "there is no image for ARM: build with -Pdistribution");
        assumeTrue(Files.exists(LIBRARIES.resolve("lib/ld-linux-aarch64.so.1")), () -> "no libraries in " + LIBRARIES);
        machine = new Machine(folder);
        machine.need("qemu-aarch64-static", "qemu-user-static");
        image = machine.home().resolveSibling("image");
        link(IMAGE, image);
        Path java = image.resolve("bin/java");
        Files.move(java, image.resolve("bin/emulated"));
        Files.writeString(java, """
                #!/bin/sh
                exec qemu-aarch64-static -L '%s' '%s' "$@"
                """.formatted(LIBRARIES, image.resolve("bin/emulated")));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void savesAKeyAndGivesIt() throws Exception {
        wandb("login", KEY).ends(0);
        wandb("auth", "token").leaves(0, KEY + "\n", "");
        Run status = wandb("status").ends(0);
        assertTrue(status.out().contains(".netrc"), status::toString);
        wandb("logout").ends(0);
        wandb("auth", "token").ends(4);
    }

    @Test
    void handsTheKeyToAProgram() throws Exception {
        wandb("login", KEY).ends(0);
        Run run = wandb("auth", "exec", "--", "sh", "-c", "echo $WANDB_API_KEY");
        run.leaves(0, KEY + "\n", "");
    }

    @Test
    void verifiesAKeyOverTls() throws Exception {
        try (TrainingServer server = TrainingServer.start(folder)) {
            List<String> addresses = server.addresses();
            Map<String, String> trusting = Map.of("SSL_CERT_FILE", addresses.get(2), "WANDB_HTTP_TIMEOUT", "600");
            String address = addresses.get(1);
            Run run =
                    wandb(trusting, "login", "--verify", "--host", address, KEY).ends(0);
            assertTrue(run.err().contains("Logged in to " + address + " as somebody"), run::toString);
            Run refused = wandb(PATIENT, "login", "--verify", "--host", address, KEY);
            assertTrue(refused.exitCode() != 0 && refused.err().contains("certificate"), refused::toString);
        }
    }

    @Test
    void itsClassCacheIsUsed() throws Exception {
        assumeTrue(Files.exists(image.resolve("lib/server/classes.jsa")), "none was made: the build had no QEMU");
        Run log = machine.run(
                Map.of(), image + "/bin/java", "-Xlog:aot", "-m", "wandb.auth.cli/wandb.auth.cli.Main", "--version");
        assertTrue(log.out().contains("Using AOT-linked classes: true"), log::toString);
    }

    private Run wandb(String... arguments) throws IOException, InterruptedException {
        return wandb(Map.of(), arguments);
    }

    private Run wandb(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of(image + "/bin/wandb"), Stream.of(arguments))
                .toArray(String[]::new);
        return machine.run(variables, command);
    }

    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path place = to.resolve(from.relativize(path));
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(place);
                } else {
                    Files.copy(path, place, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
