package wandb.auth.dist.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.connections.transports.TransportConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A session bus with a Secret Service on it, for the time of a training run: it keeps one secret, as it got it. What is told it
 * encrypted is given back the same way, so that it needs no cryptography of its own.
 */
public final class TrainingKeychain implements AutoCloseable {

    private static final DBusPath NO_PROMPT = new DBusPath("/");
    private static final DBusPath SESSION = new DBusPath("/org/freedesktop/secrets/session/s1");
    private static final DBusPath COLLECTION = new DBusPath("/org/freedesktop/secrets/collection/login");
    private static final DBusPath ITEM = new DBusPath("/org/freedesktop/secrets/collection/login/1");

    /** Two squared: a public key that any group takes. */
    private static final byte[] PUBLIC_KEY = {4};

    private final AbstractTransport transport;
    private final String address;
    private Object secret = "";
    private Map<?, ?> attributes = Map.of();

    private TrainingKeychain(AbstractTransport transport, String address) {
        this.transport = transport;
        this.address = address;
    }

    /** Starts it, with its socket in the folder. */
    public static TrainingKeychain start(Path folder) throws IOException {
        String address = "unix:path=" + folder.resolve("bus");
        TransportBuilder builder = TransportBuilder.create(BusAddress.of(address + ",listen=true"));
        try {
            TrainingKeychain keychain = new TrainingKeychain(
                    builder.configure().withAutoConnect(false).back().build(), address);
            Thread thread = new Thread(keychain::serve, "keychain");
            thread.setDaemon(true);
            thread.start();
            return keychain;
        } catch (DBusException e) {
            throw new IOException("there is no transport for " + address, e);
        }
    }

    public String address() {
        return address;
    }

    private void serve() {
        try {
            while (true) {
                try (TransportConnection connection = transport.listen()) {
                    serve(connection);
                }
            }
        } catch (IOException | DBusException e) {
            return; // it was closed
        }
    }

    private void serve(TransportConnection connection) throws DBusException {
        try {
            while (true) {
                Message message = connection.getReader().readMessage();
                if (message instanceof MethodCall call) {
                    Reply reply = reply(call.getName(), call.getPath(), call.getParameters());
                    connection
                            .getWriter()
                            .writeMessage(connection
                                    .getMessageFactory()
                                    .createMethodReturn(
                                            call, reply.types(), reply.values().toArray()));
                }
            }
        } catch (IOException e) {
            return; // the client has gone
        }
    }

    private Reply reply(String method, String path, Object[] arguments) {
        return switch (method) {
            case "Hello", "GetNameOwner" -> Reply.of("s", ":1.1");
            case "NameHasOwner" -> Reply.of("b", true);
            case "StartServiceByName", "GetConnectionUnixProcessID" -> Reply.of("u", new UInt32(1));
            case "OpenSession" -> Reply.of("vo", new Variant<>(PUBLIC_KEY, "ay"), SESSION);
            case "ReadAlias" -> Reply.of("o", COLLECTION);
            case "SearchItems" ->
                path.equals(COLLECTION.getPath()) ? Reply.of("ao", items()) : Reply.of("aoao", items(), List.of());
            case "Unlock" -> Reply.of("aoo", List.of(COLLECTION), NO_PROMPT);
            case "Get" -> Reply.of("v", property(String.valueOf(arguments[1])));
            case "CreateItem" -> {
                attributes = attributesOf((Map<?, ?>) arguments[0]);
                secret = arguments[1];
                yield Reply.of("oo", ITEM, NO_PROMPT);
            }
            case "SetSecret" -> {
                secret = arguments[0];
                yield Reply.nothing();
            }
            case "GetSecret" -> Reply.of("(oayays)", secret);
            case "Delete" -> {
                secret = "";
                yield Reply.of("o", NO_PROMPT);
            }
            default -> Reply.nothing();
        };
    }

    private List<DBusPath> items() {
        return secret.equals("") ? List.of() : List.of(ITEM);
    }

    private static Map<?, ?> attributesOf(Map<?, ?> properties) {
        Object attributes = properties.get("org.freedesktop.Secret.Item.Attributes");
        return attributes instanceof Variant<?> variant && variant.getValue() instanceof Map<?, ?> map ? map : Map.of();
    }

    private Variant<?> property(String name) {
        return switch (name) {
            case "Collections" -> new Variant<>(List.of(COLLECTION), "ao");
            case "Locked" -> new Variant<>(false, "b");
            case "Attributes" -> new Variant<>(attributes, "a{ss}");
            default -> new Variant<>("", "s");
        };
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }

    /** What a method gives back, by D-Bus types; nothing if there are none. */
    private record Reply(@Nullable String types, List<Object> values) {

        static Reply of(String types, Object... values) {
            return new Reply(types, List.of(values));
        }

        static Reply nothing() {
            return new Reply(null, List.of());
        }
    }
}
