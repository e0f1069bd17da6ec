package wandb.auth.keyring.secretservice;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;

/** An {@link AbstractSocket} as the library for D-Bus wants one: it reads, writes and closes. */
final class AbstractSocketChannel extends SocketChannel {

    private final AbstractSocket socket;

    AbstractSocketChannel(AbstractSocket socket) {
        super(SelectorProvider.provider());
        this.socket = socket;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        return socket.read(buffer);
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        return socket.write(buffer);
    }

    @Override
    protected void implCloseSelectableChannel() {
        socket.close();
    }

    @Override
    public boolean isConnected() {
        return isOpen();
    }

    /** Knows only whose program listens; by its number, which no list of users is needed for. */
    @Override
    public <T> T getOption(SocketOption<T> option) throws IOException {
        if (!option.equals(ExtendedSocketOptions.SO_PEERCRED)) {
            throw new UnsupportedOperationException();
        }
        String user = String.valueOf(socket.peer());
        UserPrincipalLookupService users = FileSystems.getDefault().getUserPrincipalLookupService();
        return option.type()
                .cast(new UnixDomainPrincipal(
                        users.lookupPrincipalByName(user), users.lookupPrincipalByGroupName(user)));
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of(ExtendedSocketOptions.SO_PEERCRED);
    }

    @Override
    protected void implConfigureBlocking(boolean isBlocking) {
        if (!isBlocking) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public SocketChannel bind(SocketAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> option, T value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketChannel shutdownInput() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketChannel shutdownOutput() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket socket() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isConnectionPending() {
        return false;
    }

    @Override
    public boolean connect(SocketAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean finishConnect() {
        return true;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketAddress getLocalAddress() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] buffers, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] buffers, int offset, int length) {
        throw new UnsupportedOperationException();
    }
}
