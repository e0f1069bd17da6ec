package wandb.auth.keyring.secretservice;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import wandb.auth.domain.Environment;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/**
 * A connection to the session bus, used by one thread, which reads the answers itself. The library's own connection would
 * start several threads and make proxies by reflection, which takes longer than all that is said here, and would hide
 * the names of errors.
 */
final class SessionBus implements AutoCloseable {

    private static final byte NO_FLAGS = 0;

    private final AbstractTransport transport;
    private final Deque<DBusSignal> signals = new ArrayDeque<>();

    private SessionBus(AbstractTransport transport) {
        this.transport = transport;
    }

    static SessionBus connect(Environment environment) throws KeychainException {
        List<BusSocket> sockets = SessionBusAddress.sockets(environment);
        for (BusSocket socket : sockets) { // one after the other, as the D-Bus Specification says
            Optional<AbstractTransport> transport = connected(socket);
            if (transport.isPresent()) {
                SessionBus bus = new SessionBus(transport.get());
                bus.call(BusCall.ofBus("Hello", "s", ""));
                return bus;
            }
        }
        throw new KeychainException(Messages.busUnreachable(sockets.getLast().text()));
    }

    private static Optional<AbstractTransport> connected(BusSocket socket) throws KeychainException {
        try {
            AbstractTransport transport =
                    socket.isAbstract() ? new AbstractSocketTransport(socket.name()) : transportTo(socket.name());
            BusOwner.check(transport.connect(), socket);
            return Optional.of(transport);
        } catch (IOException | DBusException e) {
            return Optional.empty();
        }
    }

    private static AbstractTransport transportTo(String path) throws IOException, DBusException {
        BusAddress address = BusAddress.of("unix:path=").addParameter("path", path);
        TransportBuilder builder = TransportBuilder.create(address);
        builder.configure().withAutoConnect(false); // which would try again for seconds
        return builder.build();
    }

    /** The program that has the name on the bus; empty if none has it. */
    String ownerOf(String name) throws KeychainException {
        boolean isOwned = (Boolean) call(BusCall.ofBus("NameHasOwner", "b", "s", name))[0];
        return isOwned ? (String) call(BusCall.ofBus("GetNameOwner", "s", "s", name))[0] : "";
    }

    /** Calls a method and waits for its answer. */
    Object[] call(BusCall call) throws KeychainException {
        long serial = send(call);
        try {
            return parameters(answerTo(serial), call.answerTypes());
        } catch (IOException | DBusException e) {
            throw new KeychainException(Messages.busDisconnected());
        }
    }

    /** Calls a method; another thread may be waiting for something else in the meantime. */
    synchronized long send(BusCall call) throws KeychainException {
        try {
            MethodCall message = transport
                    .getMessageFactory()
                    .createMethodCall(
                            call.destination(),
                            call.path(),
                            call.type(),
                            call.method(),
                            NO_FLAGS,
                            call.argumentTypes(),
                            call.arguments().toArray());
            transport.writeMessage(message);
            return message.getSerial();
        } catch (IOException | DBusException e) {
            throw new KeychainException(Messages.busDisconnected());
        }
    }

    private Message answerTo(long serial) throws IOException, DBusException {
        while (true) {
            Message message = transport.readMessage();
            if (message instanceof DBusSignal signal) {
                signals.add(signal);
            } else if (message != null && message.getReplySerial() == serial) {
                return message;
            }
        }
    }

    /** Waits for a signal of an object; whoever asks has told the bus before that it wants it. */
    Object[] signal(String path, String name, String types) throws KeychainException {
        try {
            while (true) {
                DBusSignal signal = nextSignal();
                if (path.equals(signal.getPath()) && name.equals(signal.getName())) {
                    return parameters(signal, types);
                }
            }
        } catch (IOException | DBusException e) {
            throw new KeychainException(Messages.busDisconnected());
        }
    }

    private DBusSignal nextSignal() throws IOException, DBusException {
        while (signals.isEmpty()) {
            if (transport.readMessage() instanceof DBusSignal signal) {
                signals.add(signal);
            }
        }
        return signals.remove();
    }

    private static Object[] parameters(Message message, String types) throws DBusException, KeychainException {
        if (message instanceof Error error) {
            throw BusProblems.named(error.getName());
        }
        String sent = message.getSig() == null ? "" : message.getSig();
        if (!sent.equals(types)) {
            throw new KeychainException(Messages.serviceMisunderstood());
        }
        return message.getParameters();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            return; // nothing more is wanted of it
        }
    }
}
