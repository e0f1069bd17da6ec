package wandb.auth.keyring.secretservice;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.SASL;
import org.freedesktop.dbus.connections.config.TransportConfig;
import org.freedesktop.dbus.connections.transports.AbstractTransport;

/** What the library for D-Bus lacks: a client of a bus at an abstract Unix socket. */
final class AbstractSocketTransport extends AbstractTransport {

    private final String name;

    AbstractSocketTransport(String name) {
        this(name, BusAddress.of("unix:abstract=").addParameter("abstract", name));
    }

    private AbstractSocketTransport(String name, BusAddress address) {
        super(address, new TransportConfig(address));
        this.name = name;
        getSaslConfig().setAuthMode(SASL.AUTH_EXTERNAL);
    }

    @Override
    protected SocketChannel connectImpl() throws IOException {
        return new AbstractSocketChannel(AbstractSocket.connect(name));
    }

    @Override
    protected boolean hasFileDescriptorSupport() {
        return false;
    }

    @Override
    protected SocketChannel acceptImpl() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void bindImpl() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected boolean isBound() {
        return false;
    }

    @Override
    protected void closeTransport() {
        // The connection is closed by the library itself.
    }
}
