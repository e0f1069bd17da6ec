package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.keyring.message.Messages;

/** What there is instead of a keychain is told apart; none of it is taken for "no key". */
class MissingKeychainTest {

    private static final String NO_SESSION = Messages.noBus().problem();

    @TempDir
    Path home;

    private void assertAllFail(String problem, Map<String, String> variables) {
        Environment environment = Desktop.environment(variables, home);
        Given.assertAllFail(problem, Given.store(environment));
    }

    @Test
    void noBusAtAll() {
        assertAllFail(NO_SESSION, Map.of());
    }

    @Test
    void aRuntimeDirectoryWithoutABus() {
        assertAllFail(NO_SESSION, Map.of("XDG_RUNTIME_DIR", home.toString()));
    }

    @Test
    void aBusOfTheRuntimeDirectoryThatIsDead() throws IOException {
        Path socket = Files.createFile(home.resolve("bus"));
        assertAllFail(Messages.busUnreachable(socket.toString()).problem(), Map.of("XDG_RUNTIME_DIR", home.toString()));
    }

    @Test
    void anAddressWhereNothingIs() {
        Path socket = home.resolve("nothing");
        assertAllFail(
                Messages.busUnreachable(socket.toString()).problem(),
                Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket));
    }

    @Test
    void anAbstractSocketThatNobodyListensAt() {
        assertAllFail(
                Messages.busUnreachable("unix:abstract=" + home).problem(),
                Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=" + home + ",guid=0123"));
    }

    /** Which the library would take for an address of its own, with an option to listen at it. */
    @Test
    void anAbstractSocketWhoseNameLooksLikeAnAddress() {
        assertAllFail(
                Messages.busUnreachable("unix:abstract=" + home + ",listen=true")
                        .problem(),
                Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=" + home + "%2clisten=true"));
    }

    @Test
    void anAddressOfAnotherKind() {
        assertAllFail(
                Messages.busAddressNotSupported("tcp:host=localhost,port=1").problem(),
                Map.of("DBUS_SESSION_BUS_ADDRESS", "tcp:host=localhost,port=1"));
    }

    @Test
    void whatIsNoAddressAtAllMayBeAKeyAndIsNotShown() {
        assertAllFail(
                "The D-Bus session of DBUS_SESSION_BUS_ADDRESS cannot be reached: only addresses of the forms"
                        + " unix:path=... and unix:abstract=... can.",
                Map.of("DBUS_SESSION_BUS_ADDRESS", "0123456789abcdef0123456789abcdef01234567"));
    }

    @Test
    @Timeout(600)
    void aSocketThatAcceptsAndNeverAnswers() throws IOException {
        Path socket = home.resolve("deaf");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Environment environment =
                    Desktop.environment(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket), home);
            Finding finding = Given.impatientStore(environment).find(Given.query(Given.CLOUD));
            assertEquals(Messages.noAnswer().problem(), Given.problem(finding.outcome()));
        }
    }
}
