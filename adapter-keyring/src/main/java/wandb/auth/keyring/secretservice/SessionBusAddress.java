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
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/**
 * Where the session bus listens: {@code DBUS_SESSION_BUS_ADDRESS}, else the socket {@code bus} in
 * {@code XDG_RUNTIME_DIR}. Addresses are written as the D-Bus Specification says ("Server Addresses").
 */
final class SessionBusAddress {

    private static final String UNIX = "unix:";
    private static final String PATH = "path=";
    private static final String ABSTRACT = "abstract=";

    private SessionBusAddress() {}

    /**
     * The sockets at which the bus may listen, in the order to try.
     *
     * @throws KeychainException if there is none
     */
    static List<BusSocket> sockets(Environment environment) throws KeychainException {
        Optional<String> address = environment.variable("DBUS_SESSION_BUS_ADDRESS");
        if (address.isPresent()) {
            return socketsOf(address.get());
        }
        Optional<Path> usual = environment
                .variable("XDG_RUNTIME_DIR")
                .map(directory ->
                        environment.workingDirectory().resolve(directory).resolve("bus"));
        if (usual.isPresent() && Files.exists(usual.get())) {
            return List.of(new BusSocket(usual.get().toString(), false));
        }
        throw new KeychainException(Messages.noBus());
    }

    private static List<BusSocket> socketsOf(String address) throws KeychainException {
        List<BusSocket> sockets = new ArrayList<>();
        for (String one : address.split(";", -1)) {
            socketOf(one).ifPresent(sockets::add);
        }
        if (sockets.isEmpty()) {
            throw new KeychainException(Messages.busAddressNotSupported(address));
        }
        return sockets;
    }

    private static Optional<BusSocket> socketOf(String address) {
        if (!address.startsWith(UNIX)) {
            return Optional.empty();
        }
        for (String setting : address.substring(UNIX.length()).split(",", -1)) {
            if (setting.startsWith(PATH)) {
                return named(setting.substring(PATH.length()), false);
            }
            if (setting.startsWith(ABSTRACT)) {
                return named(setting.substring(ABSTRACT.length()), true);
            }
        }
        return Optional.empty();
    }

    private static Optional<BusSocket> named(String escaped, boolean isAbstract) {
        try {
            String name = unescaped(escaped);
            return Optional.of(new BusSocket(isAbstract ? name : Path.of(name).toString(), isAbstract));
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
