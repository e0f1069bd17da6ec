package wandb.auth.http.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Dns;

/**
 * The addresses of names that stand for this machine ({@code localhost} and all below it, RFC 6761). What is sent to them
 * may go unencrypted because it leaves no machine; so an address of another machine is not one of them, whatever a name
 * service says, and a name that it does not know is this machine.
 */
public record LoopbackNames(Dns names) implements Dns {

    /** As the system has the names. */
    public LoopbackNames() {
        this(Dns.SYSTEM);
    }

    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        List<InetAddress> here = new ArrayList<>();
        for (InetAddress address : addresses(name)) {
            if (address.isLoopbackAddress()) {
                here.add(address);
            }
        }
        if (here.isEmpty()) {
            throw new ElsewhereException(name);
        }
        return here;
    }

    private List<InetAddress> addresses(String name) {
        try {
            return names.lookup(name);
        } catch (UnknownHostException e) {
            return List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
        }
    }

    /** The name leads to another machine. */
    public static final class ElsewhereException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        ElsewhereException(String name) {
            super(name);
        }
    }
}
