package wandb.auth.keyring;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.UInt32;

/** A program that owns the name of the Secret Service on a real bus and answers as a test says. */
final class ScriptedService implements AutoCloseable {

    private static final String BUS = "org.freedesktop.DBus";

    /** What it does with a call. */
    sealed interface Reply {

        /** Never answers. */
        record Silence() implements Reply {}

        /** Answers with an error of that name. */
        record Failure(String name) implements Reply {}

        /** Answers with nothing, and then says what came of asking a person. */
        record Asked(boolean dismissed) implements Reply {}

        /** Answers with nothing, and says that the person declined only when the question is taken back. */
        record Pending() implements Reply {}

        /** Answers with values of those types. */
        record Values(String types, List<Object> values) implements Reply {
            static Values of(String types, Object... values) {
                return new Values(types, List.of(values));
            }
        }
    }

    private final AbstractTransport transport;
    private final Function<String, Reply> script;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /**
     * Takes the name and answers from now on.
     *
     * @param script the reply to a method, by its name; to the question for a property, by {@code Get} and its name
     */
    ScriptedService(Desktop desktop, Function<String, Reply> script)
            throws IOException, DBusException, InterruptedException {
        this.script = script;
        TransportBuilder builder = TransportBuilder.create(BusAddress.of(
                desktop.environment().variable("DBUS_SESSION_BUS_ADDRESS").orElseThrow()));
        builder.configure().withAutoConnect(false);
        transport = builder.build();
        transport.connect();
        callBus("Hello", "");
        callBus("RequestName", "su", "org.freedesktop.secrets", new UInt32(0));
        Thread.ofPlatform().daemon().start(this::serve);
        desktop.awaitOwner();
    }

    /** The methods that were called, in their order. */
    List<String> calls() {
        return calls;
    }

    private MessageFactory messages() {
        return transport.getMessageFactory();
    }

    private void callBus(String method, String types, Object... arguments) throws IOException, DBusException {
        transport.writeMessage(
                messages().createMethodCall(BUS, "/org/freedesktop/DBus", BUS, method, (byte) 0, types, arguments));
    }

    private void serve() {
        try {
            while (true) {
                Message message = transport.readMessage();
                if (message instanceof MethodCall call) {
                    String question = call.getName().equals("Get") ? "Get " + call.getParameters()[1] : call.getName();
                    calls.add(question);
                    answer(call, script.apply(question));
                }
            }
        } catch (IOException | DBusException e) {
            calls.add("end");
        }
    }

    private void answer(MethodCall call, Reply reply) throws IOException, DBusException {
        switch (reply) {
            case Reply.Silence silence -> {}
            case Reply.Failure failure ->
                transport.writeMessage(messages()
                        .createError(call.getSource(), failure.name(), call.getSerial(), "s", "what a person reads"));
            case Reply.Asked asked -> {
                transport.writeMessage(messages().createMethodReturn(call, ""));
                transport.writeMessage(completed(call.getPath(), asked.dismissed()));
            }
            case Reply.Pending pending -> transport.writeMessage(messages().createMethodReturn(call, ""));
            case Reply.Values values ->
                transport.writeMessage(messages()
                        .createMethodReturn(
                                call, values.types(), values.values().toArray()));
        }
    }

    private Message completed(String prompt, boolean dismissed) throws DBusException {
        return messages()
                .createSignal(
                        null, prompt, "org.freedesktop.Secret.Prompt", "Completed", "bv", dismissed, new Object[] {
                            "s", ""
                        });
    }

    @Override
    public void close() throws IOException {
        transport.getTransportConnection().getChannel().close();
    }
}
