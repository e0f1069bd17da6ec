package wandb.auth.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** An address of this machine at which every connection is refused: its port is taken, and nobody listens there. */
public final class RefusingPort implements AutoCloseable {

    private final Socket socket = new Socket();

    /** Takes a port that is free. */
    public RefusingPort() {
        try {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The host name and port. */
    public String netloc() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The address as a server's. */
    public String url() {
        return "http://" + netloc();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
