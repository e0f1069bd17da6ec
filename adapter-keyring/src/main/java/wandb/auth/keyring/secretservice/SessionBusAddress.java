package wandb.auth.keyring.secretservice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.keyring.keychain.KeychainException;

/**
 * Where the session bus listens: {@code DBUS_SESSION_BUS_ADDRESS}, else the socket {@code bus} in
 * {@code XDG_RUNTIME_DIR}. Addresses are written as the D-Bus Specification says ("Server Addresses").
 */
final class SessionBusAddress {

    private static final String UNIX = "unix:";
    private static final String PATH = "path=";

    private SessionBusAddress() {}

    /**
     * The sockets at which the bus may listen, in the order to try.
     *
     * @throws KeychainException if there is none
     */
    static List<Path> sockets(Environment environment) throws KeychainException {
        Optional<String> address = environment.variable("DBUS_SESSION_BUS_ADDRESS");
        if (address.isPresent()) {
            return socketsOf(address.get());
        }
        Optional<Path> usual = environment
                .variable("XDG_RUNTIME_DIR")
                .map(directory ->
                        environment.workingDirectory().resolve(directory).resolve("bus"));
        if (usual.isPresent() && Files.exists(usual.get())) {
            return List.of(usual.get());
        }
        throw new KeychainException(
                "There is no keychain here, because there is no D-Bus session: DBUS_SESSION_BUS_ADDRESS is not set, and"
                        + " $XDG_RUNTIME_DIR/bus does not exist.",
                "Log in to a desktop, or run the command within 'dbus-run-session', with a Secret Service such as"
                        + " gnome-keyring; or choose another store.");
    }

    private static List<Path> socketsOf(String address) throws KeychainException {
        List<Path> sockets = new ArrayList<>();
        int start = 0;
        while (start <= address.length()) {
            int end = address.indexOf(';', start);
            int stop = end < 0 ? address.length() : end;
            socketOf(address.substring(start, stop)).ifPresent(sockets::add);
            start = stop + 1;
        }
        if (sockets.isEmpty()) {
            throw new KeychainException(
                    "The D-Bus session of DBUS_SESSION_BUS_ADDRESS=" + TerminalSafe.of(address)
                            + " cannot be reached: only addresses of the form unix:path=... can.",
                    "Start the session bus with such an address, or choose another store.");
        }
        return sockets;
    }

    private static Optional<Path> socketOf(String address) {
        if (!address.startsWith(UNIX)) {
            return Optional.empty();
        }
        int start = UNIX.length();
        while (start <= address.length()) {
            int end = address.indexOf(',', start);
            int stop = end < 0 ? address.length() : end;
            if (address.startsWith(PATH, start)) {
                return path(address.substring(start + PATH.length(), stop));
            }
            start = stop + 1;
        }
        return Optional.empty();
    }

    private static Optional<Path> path(String escaped) {
        try {
            return Optional.of(Path.of(unescaped(escaped)));
        } catch (InvalidPathException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** With {@code %2f} and the like resolved; each stands for one byte. */
    private static String unescaped(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] written = escaped.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < written.length; i++) {
            if (written[i] == '%' && i + 2 < written.length) {
                bytes.write(Integer.parseInt(new String(written, i + 1, 2, StandardCharsets.US_ASCII), 16));
                i += 2;
            } else {
                bytes.write(written[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
