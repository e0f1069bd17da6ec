package wandb.auth.keyring.secretservice;

import java.util.List;

/**
 * A method of an object on the bus, called with arguments. Types are written as signatures of D-Bus.
 *
 * @param destination the name of the program on the bus
 * @param path the object
 * @param type the interface
 * @param answerTypes the types of the answer; any other answer is a problem
 */
record BusCall(
        String destination,
        String path,
        String type,
        String method,
        String answerTypes,
        String argumentTypes,
        List<Object> arguments) {

    private static final String SECRETS = "org.freedesktop.secrets";
    private static final String BUS = "org.freedesktop.DBus";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

    /** A call of the Secret Service. */
    static BusCall ofSecrets(
            String path, String type, String method, String answerTypes, String argumentTypes, Object... arguments) {
        return new BusCall(
                SECRETS,
                path,
                "org.freedesktop.Secret." + type,
                method,
                answerTypes,
                argumentTypes,
                List.of(arguments));
    }

    /** The question for a property of one of the Secret Service's objects. */
    static BusCall ofProperty(String path, String type, String property) {
        return new BusCall(
                SECRETS, path, PROPERTIES, "Get", "v", "ss", List.of("org.freedesktop.Secret." + type, property));
    }

    /** The change of such a property. */
    static BusCall ofChange(String path, String type, String property, Object value) {
        return new BusCall(
                SECRETS,
                path,
                PROPERTIES,
                "Set",
                "",
                "ssv",
                List.of("org.freedesktop.Secret." + type, property, value));
    }

    /** A call of the bus itself. */
    static BusCall ofBus(String method, String answerTypes, String argumentTypes, Object... arguments) {
        return new BusCall(BUS, "/org/freedesktop/DBus", BUS, method, answerTypes, argumentTypes, List.of(arguments));
    }
}
