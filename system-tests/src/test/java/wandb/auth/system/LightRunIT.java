package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that uses neither the keychain nor a server leaves them alone: their classes, their libraries, D-Bus, the network; one
 * without a trace leaves the trace alone.
 */
class LightRunIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private static final List<String> HEAVY = List.of(
            "wandb.auth.keyring.",
            "org.freedesktop.",
            "org.slf4j.",
            "com.github.javakeyring.",
            "com.sun.jna.",
            "wandb.auth.helper.",
            "wandb.auth.http.",
            "okhttp3.",
            "okio.",
            "kotlin.",
            "com.fasterxml.",
            "wandb.auth.cli.terminal.Trace",
            "wandb.auth.cli.context.Trace");

    private static final Set<String> PROVIDERS = Set.of(
            "wandb.auth.keyring.KeyringStoreProvider",
            "wandb.auth.http.HttpCredentialVerifier",
            "wandb.auth.http.HttpTokenExchange");

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startLoggedIn() throws Exception {
        machine = new Machine(folder);
        machine.wandb("login", KEY).ends(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login " + KEY, "login", "status", "auth token"})
    void nothingOfTheKeychainAndOfHttpIsLoadedButTheirProviders(String command) throws Exception {
        Path log = machine.home().resolve("classes.log");
        List<String> java = new ArrayList<>(List.of(
                Machine.IMAGE + "/bin/java",
                "-Xlog:class+load:file=" + log,
                "-m",
                "wandb.auth.cli/wandb.auth.cli.Main"));
        java.addAll(List.of(command.split(" ")));
        machine.run(withBus(machine.home()), java.toArray(String[]::new)).ends(0);
        Set<String> loaded = loadedHeavyOnes(log);
        assertTrue(loaded.contains("wandb.auth.keyring.KeyringStoreProvider"), loaded::toString);
        loaded.removeAll(PROVIDERS);
        assertEquals(Set.of(), loaded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login " + KEY, "login", "status", "auth token"})
    void neitherTheNetworkNorABusIsConnectedTo(String command) throws Exception {
        machine.need("strace", "strace");
        Path log = machine.home().resolve("calls.log");
        List<String> traced = new ArrayList<>(List.of(
                "strace",
                "-f",
                "-qq",
                "-e",
                "trace=connect,execve",
                "-o",
                log.toString(),
                Machine.LAUNCHER.toString()));
        traced.addAll(List.of(command.split(" ")));
        machine.run(withBus(machine.home()), traced.toArray(String[]::new)).ends(0);
        String calls = Files.readString(log);
        assertTrue(calls.contains("execve("), "nothing was traced");
        List<String> connected = calls.lines()
                .filter(line -> line.contains("connect(") && isOfTheNetworkOrABus(line))
                .toList();
        assertEquals(List.of(), connected);
    }

    /** The C library may ask its name services for the user, by sockets of theirs. */
    private static boolean isOfTheNetworkOrABus(String line) {
        return !line.contains("sa_family=AF_UNIX") || line.contains("bus") || line.contains("keyring");
    }

    /** As if there were a bus to connect to. */
    private static Map<String, String> withBus(Path home) {
        return Map.of(
                "LC_ALL",
                "C.UTF-8",
                "XDG_RUNTIME_DIR",
                home.toString(),
                "DBUS_SESSION_BUS_ADDRESS",
                "unix:path=" + home.resolve("bus"));
    }

    private static Set<String> loadedHeavyOnes(Path log) throws IOException {
        Set<String> loaded = new TreeSet<>();
        for (String line : Files.readAllLines(log)) {
            for (String word : line.split(" ", -1)) {
                if (HEAVY.stream().anyMatch(word::startsWith)) {
                    loaded.add(word);
                }
            }
        }
        return loaded;
    }
}
