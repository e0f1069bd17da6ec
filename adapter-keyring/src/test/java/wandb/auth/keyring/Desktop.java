package wandb.auth.keyring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/** A session of a desktop with a D-Bus of its own, and where wanted a GNOME Keyring: real programs in a home of their own. */
final class Desktop implements AutoCloseable {

    private static final List<String> PROGRAMS =
            List.of("dbus-daemon", "gnome-keyring-daemon", "secret-tool", "dbus-send");

    /** A line of its own among the warnings of a display. */
    private static final Pattern DISPLAY_NUMBER = Pattern.compile("^(\\d+)\\n", Pattern.MULTILINE);

    private final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private final List<Process> started = new ArrayList<>();

    private Desktop(Path home) {
        this.home = home;
    }

    /** A session with a bus on which nothing offers a Secret Service. */
    static Desktop withoutKeychain(Path home) throws IOException, InterruptedException {
        need("dbus gnome-keyring libsecret-tools", PROGRAMS.toArray(String[]::new));
        Desktop desktop = new Desktop(home);
        desktop.startBus();
        return desktop;
    }

    /** A session with an unlocked keychain. */
    static Desktop withKeychain(Path home) throws IOException, InterruptedException {
        Desktop desktop = withoutKeychain(home);
        desktop.startKeychain();
        return desktop;
    }

    /** Skips the test where one of the programs is missing, which these packages of Debian have. */
    static void need(String packages, String... programs) {
        for (String program : programs) {
            assumeTrue(isInstalled(program), program + " is missing (Debian: " + packages + ")");
        }
    }

    private static boolean isInstalled(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private void startBus() throws IOException, InterruptedException {
        Path runtime = Files.createDirectories(home.resolve("run"));
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
        Path socket = home.resolve("bus");
        Path configuration = Files.writeString(home.resolve("bus.conf"), """
                <busconfig>
                  <type>session</type>
                  <listen>unix:path=%1$s</listen>
                  <listen>unix:abstract=%1$s</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """.formatted(socket));
        variables.put("PATH", System.getenv("PATH"));
        variables.put("LC_ALL", "C.UTF-8");
        variables.put("HOME", home.toString());
        variables.put("XDG_RUNTIME_DIR", runtime.toString());
        variables.put("TMPDIR", runtime.toString()); // where KeePassXC looks whether the same user runs another one
        variables.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
        start("dbus-daemon", "--nofork", "--config-file=" + configuration);
        await(() -> isListening(socket));
    }

    /** The file of a socket is there a moment before anybody listens. */
    private static boolean isListening(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts a GNOME Keyring; one with a login keyring has a default collection, which is open. */
    void startKeychain() throws IOException, InterruptedException {
        Process keychain = start("gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock");
        try (OutputStream in = keychain.getOutputStream()) {
            in.write("password of the login keyring".getBytes(StandardCharsets.UTF_8));
        }
        awaitOwner();
    }

    /** Starts a GNOME Keyring in which nobody has made a keyring. */
    void startEmptyKeychain() throws IOException, InterruptedException {
        start("gnome-keyring-daemon", "--foreground", "--components=secrets")
                .getOutputStream()
                .close();
        awaitOwner();
    }

    /** Starts a display that nobody sees. */
    void startDisplay() throws IOException, InterruptedException {
        start("Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp");
        Path log = home.resolve("Xvfb.log");
        Matcher number = DISPLAY_NUMBER.matcher("");
        await(() -> number.reset(Files.readString(log)).find());
        variables.put("DISPLAY", ":" + number.group(1));
    }

    /** Starts a program that reads this from its standard input. */
    void startReading(String input, String... command) throws IOException {
        try (OutputStream in = start(command).getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Waits until a collection is open. */
    void awaitOpen(String collection) throws IOException, InterruptedException {
        await(() -> run(
                        "",
                        "dbus-send",
                        "--session",
                        "--print-reply=literal",
                        "--dest=org.freedesktop.secrets",
                        "/org/freedesktop/secrets/collection/" + collection,
                        "org.freedesktop.DBus.Properties.Get",
                        "string:org.freedesktop.Secret.Collection",
                        "string:Locked")
                .contains("boolean false"));
    }

    void awaitOwner() throws IOException, InterruptedException {
        await(() -> run(
                        "",
                        "dbus-send",
                        "--session",
                        "--print-reply=literal",
                        "--dest=org.freedesktop.DBus",
                        "/org/freedesktop/DBus",
                        "org.freedesktop.DBus.NameHasOwner",
                        "string:org.freedesktop.secrets")
                .contains("true"));
    }

    /** Kills what was started last. */
    void killKeychain() {
        started.removeLast().destroyForcibly().onExit().join();
    }

    /** Programs of the session believe that it has a display. */
    void hasDisplay() {
        variables.put("DISPLAY", ":none");
    }

    /** Locks the default collection, as a person does in Seahorse. */
    void lock() throws IOException, InterruptedException {
        run(
                "",
                "dbus-send",
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.secrets",
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
                "array:objpath:/org/freedesktop/secrets/aliases/default");
    }

    /** Runs a program in this session to its end and gives what it wrote. */
    String run(String input, String... command) throws IOException, InterruptedException {
        Process process = builder(command).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    Process start(String... command) throws IOException {
        Process process = builder(command)
                .redirectOutput(home.resolve(command[0] + ".log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        return builder;
    }

    /** The environment of a program that runs in this session. */
    Environment environment() {
        return environment(variables, home);
    }

    static Environment environment(Map<String, String> variables, Path home) {
        return new Environment(
                variables, Optional.of(home), home, OperatingSystem.LINUX, new Terminal(false, false, false));
    }

    /** Something that comes true after a while. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static void await(Condition condition) throws IOException, InterruptedException {
        for (int tries = 0; !condition.holds(); tries++) {
            if (tries == 30_000) {
                throw new IllegalStateException("a program of the session did not start");
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        for (Process process : started.reversed()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
