package wandb.auth.keyring.secretservice;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/** A key is given to the user's own session only. */
class BusOwnerTest {

    private static final UserPrincipal ALICE = () -> "alice";
    private static final UserPrincipal MALLORY = () -> "mallory";
    private static final UserPrincipal ROOT = () -> "root";
    private static final BusSocket SOCKET = new BusSocket("/tmp/dbus-1", false);

    @TempDir
    Path folder;

    @Test
    void aBusOfAnotherUserIsToldNothing() {
        KeychainException e = assertThrows(KeychainException.class, () -> BusOwner.check(MALLORY, ALICE, ROOT, SOCKET));
        assertEquals(Messages.busOfAnotherUser("/tmp/dbus-1", "mallory", "alice"), e.reason());
    }

    @Test
    void ourOwnBusAndRootsAreTrusted() {
        assertDoesNotThrow(() -> BusOwner.check(ALICE, ALICE, ROOT, SOCKET));
        assertDoesNotThrow(() -> BusOwner.check(ROOT, ALICE, ROOT, SOCKET));
        assertThrows(KeychainException.class, () -> BusOwner.check(ALICE, ROOT, ROOT, SOCKET));
    }

    @Test
    void theKernelTellsWhoListens() throws Exception {
        Path socket = folder.resolve("bus");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                assertDoesNotThrow(() -> BusOwner.check(channel, new BusSocket(socket.toString(), false)));
            }
        }
    }
}
