package wandb.auth.keyring.secretservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/** A real session bus of another user. */
class BusOwnerIT {

    @TempDir
    Path folder;

    /** As where an old address leads into a folder that everybody may write. */
    @Test
    @Timeout(600)
    void aBusThatAnotherUserHasStartedIsRefused() throws Exception {
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "only root can be two users");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is missing (Debian: util-linux)");
        Path shared = Files.createTempDirectory("wandb-bus-");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path socket = shared.resolve("bus");
        Path configuration = Files.writeString(shared.resolve("bus.conf"), """
                <busconfig><type>session</type><listen>unix:path=%1$s</listen>
                  <listen>unix:abstract=%1$s</listen><auth>EXTERNAL</auth>
                  <policy context="default"><allow user="*"/><allow send_destination="*"/><allow own="*"/></policy>
                </busconfig>
                """.formatted(socket));
        Files.setPosixFilePermissions(configuration, PosixFilePermissions.fromString("rw-r--r--"));
        Process bus = new ProcessBuilder(
                        "/usr/bin/setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        "dbus-daemon",
                        "--nofork",
                        "--print-address",
                        "--config-file=" + configuration)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assumeTrue(bus.inputReader().readLine() != null, "no dbus-daemon (Debian: dbus)");
            assertRefused("unix:path=" + socket, socket.toString(), "nobody");
            assertRefused("unix:abstract=" + socket, "unix:abstract=" + socket, "65534");
        } finally {
            bus.destroyForcibly().waitFor();
            delete(shared);
        }
    }

    private void assertRefused(String address, String place, String user) {
        KeychainException e = assertThrows(KeychainException.class, () -> SessionBus.connect(session(address)));
        assertEquals(Messages.busOfAnotherUser(place, user, "root"), e.reason());
    }

    private Environment session(String address) {
        return new Environment(
                Map.of("DBUS_SESSION_BUS_ADDRESS", address),
                Optional.of(folder),
                folder,
                OperatingSystem.LINUX,
                Terminal.NONE);
    }

    private static void delete(Path shared) throws IOException {
        for (String name : new String[] {"bus", "bus.conf", ""}) {
            Files.deleteIfExists(shared.resolve(name));
        }
    }
}
