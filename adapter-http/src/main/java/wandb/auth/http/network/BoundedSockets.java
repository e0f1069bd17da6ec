package wandb.auth.http.network;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Connections on which a peer can send so much and no more, before anything is made of it: okhttp bounds the headers of an
 * answer, and not what stands beside the size of a chunk or in the header of packed data.
 */
public final class BoundedSockets extends SocketFactory {

    public static final class OverlongException extends IOException {

        private static final long serialVersionUID = 1L;

        OverlongException() {
            super("more was sent than is read");
        }
    }

    private final int most;

    /** With so many bytes that are read from each connection. */
    public BoundedSockets(int most) {
        this.most = most;
    }

    @Override
    public Socket createSocket() {
        return new BoundedSocket(most);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("okhttp connects a socket itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("okhttp connects a socket itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("okhttp connects a socket itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("okhttp connects a socket itself");
    }

    private static final class BoundedSocket extends Socket {

        private int left;

        BoundedSocket(int most) {
            this.left = most;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    take(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] bytes, int start, int length) throws IOException {
                    int count = super.read(bytes, start, length);
                    take(count);
                    return count;
                }
            };
        }

        private void take(int count) throws OverlongException {
            left -= Math.max(0, count);
            if (left < 0) {
                throw new OverlongException();
            }
        }
    }
}
