package wandb.auth.http.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent unencrypted because it stays on this machine stays there. */
class LoopbackNamesTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress HERE_TOO = InetAddress.ofLiteral("::1");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.1");

    @Test
    void aNameThatLeadsToAnotherMachineIsNotConnectedTo() {
        LoopbackNames names = new LoopbackNames(name -> List.of(ELSEWHERE));
        assertThrows(LoopbackNames.ElsewhereException.class, () -> names.lookup("evil.localhost"));
    }

    @Test
    void ofSeveralAddressesOnlyThoseOfThisMachineCount() throws Exception {
        LoopbackNames names = new LoopbackNames(name -> List.of(ELSEWHERE, HERE_TOO, HERE));
        assertEquals(List.of(HERE_TOO, HERE), names.lookup("evil.localhost"));
    }

    @Test
    void aNameThatTheNameServiceDoesNotKnowIsThisMachine() throws Exception {
        LoopbackNames names = new LoopbackNames(name -> {
            throw new UnknownHostException(name);
        });
        assertEquals(List.of(HERE, HERE_TOO), names.lookup("wandb.localhost"));
    }
}
