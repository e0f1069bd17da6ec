package wandb.auth.system;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wandb.auth.system.Machine.Condition;

/** The session of somebody's desktop on a machine: a D-Bus of its own, and a GNOME Keyring where one was started. */
public final class Desktop implements AutoCloseable {

    private static final List<String> PROGRAMS =
            List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool");
    private static final String DEFAULT_COLLECTION = "/org/freedesktop/secrets/aliases/default";

    /** A line of its own among the warnings of a display. */
    private static final Pattern DISPLAY_NUMBER = Pattern.compile("^(\\d+)\\n", Pattern.MULTILINE);

    private final Machine machine;
    private final Path folder;
    private final Map<String, String> variables;
    private final List<Process> started = new ArrayList<>();

    private Desktop(Machine machine, Path folder) {
        this.machine = machine;
        this.folder = folder;
        this.variables = new HashMap<>(Map.of(
                "LC_ALL",
                "C.UTF-8",
                "XDG_RUNTIME_DIR",
                folder.toString(),
                "XDG_DATA_HOME",
                folder.resolve("data").toString(),
                "DBUS_SESSION_BUS_ADDRESS",
                "unix:path=" + folder.resolve("bus"),
                "WANDB_AUTH_TIMEOUT", // however busy the machine is
                "3600"));
    }

    /** A session in which nothing offers a keychain; what it writes is beside the machine's home, not in it. */
    public static Desktop withoutKeychain(Machine machine) throws IOException, InterruptedException {
        for (String program : PROGRAMS) {
            machine.need(program, "dbus gnome-keyring libsecret-tools");
        }
        Path folder = Files.createTempDirectory(machine.home().getParent(), "session");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Desktop desktop = new Desktop(machine, folder);
        desktop.startBus();
        return desktop;
    }

    /** A session with an unlocked keychain. */
    public static Desktop withKeychain(Machine machine) throws IOException, InterruptedException {
        Desktop desktop = withoutKeychain(machine);
        desktop.startKeychain();
        return desktop;
    }

    /** Where the session keeps its files, those of the keychain too. */
    public Path folder() {
        return folder;
    }

    private void startBus() throws IOException, InterruptedException {
        Path socket = folder.resolve("bus");
        Path configuration = Files.writeString(folder.resolve("bus.conf"), """
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
        start("dbus-daemon", "--nofork", "--config-file=" + configuration)
                .getOutputStream()
                .close();
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

    /** Starts a keychain whose default collection is open. */
    public void startKeychain() throws IOException, InterruptedException {
        Process keychain = start("gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock");
        try (OutputStream in = keychain.getOutputStream()) {
            in.write("password of the login keyring".getBytes(StandardCharsets.UTF_8));
        }
        awaitKeychain();
        await(this::isOpen);
    }

    /** Whether the default collection is there and open: a keychain has its name on the bus a moment before. */
    private boolean isOpen() throws IOException, InterruptedException {
        return isOpen(DEFAULT_COLLECTION);
    }

    /** Whether the collection of this D-Bus path is there and open. */
    boolean isOpen(String collection) throws IOException, InterruptedException {
        Run run = sent(
                "org.freedesktop.secrets",
                collection,
                "org.freedesktop.DBus.Properties.Get",
                "string:org.freedesktop.Secret.Collection",
                "string:Locked");
        return run.exitCode() == 0 && run.out().contains("false");
    }

    /** Starts a keychain in which nobody has made a collection. */
    public void startEmptyKeychain() throws IOException, InterruptedException {
        start("gnome-keyring-daemon", "--foreground", "--components=secrets")
                .getOutputStream()
                .close();
        awaitKeychain();
    }

    /** Starts a display that nobody sees, and what gives its windows the focus. */
    void startDisplay() throws IOException, InterruptedException {
        start("Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp");
        Path log = folder.resolve("Xvfb.log");
        Matcher number = DISPLAY_NUMBER.matcher("");
        await(() -> number.reset(Files.readString(log)).find());
        variables.put("DISPLAY", ":" + number.group(1));
        start("openbox");
    }

    void awaitKeychain() throws IOException, InterruptedException {
        await(this::isOnTheBus);
    }

    private boolean isOnTheBus() throws IOException, InterruptedException {
        return send(
                        "org.freedesktop.DBus",
                        "/org/freedesktop/DBus",
                        "org.freedesktop.DBus.NameHasOwner",
                        "string:org.freedesktop.secrets")
                .contains("true");
    }

    /** Kills the keychain, and waits until the bus has noticed. */
    public void killKeychain() throws IOException, InterruptedException {
        started.removeLast().destroyForcibly().onExit().join();
        await(() -> !isOnTheBus());
    }

    /** Stops the keychain, which keeps its name on the bus and answers no call from now on. */
    public void silenceKeychain() throws IOException, InterruptedException {
        long keychain = started.getLast().pid();
        machine.run(Map.of(), "kill", "-STOP", String.valueOf(keychain)).ends(0);
        Path status = Path.of("/proc", String.valueOf(keychain), "status");
        await(() -> Files.readString(status).contains("\nState:\tT "));
    }

    /** Locks the default collection, as a person does in Seahorse. */
    public void lockKeychain() throws IOException, InterruptedException {
        send(
                "org.freedesktop.secrets",
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
                "array:objpath:" + DEFAULT_COLLECTION);
    }

    /** The items of the default collection, each by its D-Bus path. */
    public List<String> items() throws IOException, InterruptedException {
        String answer = send(
                "org.freedesktop.secrets",
                DEFAULT_COLLECTION,
                "org.freedesktop.DBus.Properties.Get",
                "string:org.freedesktop.Secret.Collection",
                "string:Items");
        List<String> items = new ArrayList<>();
        for (String word : answer.split("\\s+", -1)) {
            if (word.startsWith("/")) {
                items.add(word);
            }
        }
        return items;
    }

    /** The secret that {@code secret-tool} reads for a server; empty where there is none. */
    public String secret(String server) throws IOException, InterruptedException {
        return machine.run(variables, "secret-tool", "lookup", "service", "wandb:" + server, "account", "default")
                .out();
    }

    private String send(String destination, String path, String method, String... arguments)
            throws IOException, InterruptedException {
        return sent(destination, path, method, arguments).ends(0).out();
    }

    private Run sent(String destination, String path, String method, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("dbus-send", "--session", "--print-reply=literal", "--dest=" + destination, path, method));
        command.addAll(List.of(arguments));
        return machine.run(variables, command.toArray(String[]::new));
    }

    /** Runs the built program in this session. */
    public Run wandb(String... arguments) throws IOException, InterruptedException {
        return machine.wandbWith(variables, arguments);
    }

    /** Runs the built program in this session with more variables. */
    public Run wandbWith(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        return machine.wandbWith(with(more), arguments);
    }

    /** The variables of a program in this session, and more. */
    public Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return all;
    }

    /** Starts a program that ends with the session. */
    Process start(String... command) throws IOException {
        Process process = machine.prepared(variables, command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                .start();
        started.add(process);
        return process;
    }

    /** Runs a program in this session to its end. */
    Run run(String input, String... command) throws IOException, InterruptedException {
        return machine.runReading(input, variables, command);
    }

    /** Waits while what was started last runs. */
    void await(Condition condition) throws IOException, InterruptedException {
        Machine.await(() -> {
            if (!started.getLast().isAlive()) {
                throw new IllegalStateException("a program of the session ended: " + started.getLast());
            }
            return condition.holds();
        });
    }

    @Override
    public void close() {
        for (Process process : started.reversed()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
