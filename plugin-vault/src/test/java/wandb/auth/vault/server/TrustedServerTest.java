package wandb.auth.vault.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Host;
import wandb.auth.vault.message.Messages;

/** Over plain http a token stays on this machine. */
class TrustedServerTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.1");

    @Test
    void aNameUnderLocalhostThatLeadsElsewhereIsRefused() {
        VaultStoreException e = assertThrows(
                VaultStoreException.class,
                () -> TrustedServer.checkLoopback(
                        Host.parse("http://evil.localhost:8200"), name -> new InetAddress[] {HERE, ELSEWHERE}));
        assertEquals(Messages.loopbackNameElsewhere(Host.parse("http://evil.localhost:8200")), e.reason());
    }

    @Test
    void othersAreNot() {
        Host plain = Host.parse("http://vault.localhost:8200");
        assertDoesNotThrow(() -> TrustedServer.checkLoopback(plain, name -> new InetAddress[] {HERE}));
        assertDoesNotThrow(() -> TrustedServer.checkLoopback(plain, name -> {
            throw new UnknownHostException(name);
        }));
        assertDoesNotThrow(() -> TrustedServer.checkLoopback(
                Host.parse("https://evil.localhost:8200"), name -> new InetAddress[] {ELSEWHERE}));
    }
}
