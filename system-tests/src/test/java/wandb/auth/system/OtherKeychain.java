package wandb.auth.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A keychain of a desktop that is not GNOME's: a real program on a display that nobody sees, open, with somebody at the keyboard
 * where it will not be without.
 */
public enum OtherKeychain {
    /** With one database, which it has no questions about. */
    KEEPASSXC {
        @Override
        void startIn(Desktop desktop, Machine machine) throws IOException, InterruptedException {
            startKeePassXc(desktop, machine, "ConfirmAccessItem=false\nConfirmDeleteItem=false\n");
        }
    },

    /** With a wallet that somebody has just made, because a program wanted to keep something. */
    KWALLET {
        @Override
        void startIn(Desktop desktop, Machine machine) throws IOException, InterruptedException {
            need(machine, "libkf5wallet-bin libqca-qt5-2-plugins xvfb openbox xdotool", "kwalletd5");
            machine.write(".config/kwalletrc", "[Wallet]\nFirst Use=false\nDefault Wallet=kdewallet\n");
            desktop.startDisplay();
            desktop.start("kwalletd5");
            desktop.awaitKeychain();
            type(
                    desktop.start("secret-tool", "store", "--label=first", "service", "first", "account", "one"),
                    "secret");
            makeAWallet(desktop);
            Machine.await(() -> desktop.isOpen("/org/freedesktop/secrets/aliases/default"));
        }

        // Takes the first kind of wallet that is offered, and gives it a password.
        private static void makeAWallet(Desktop desktop) throws IOException, InterruptedException {
            Machine.await(() -> desktop.run("", "xdotool", "getactivewindow", "getwindowname")
                    .out()
                    .contains("KDE Wallet Service"));
            String wizard = desktop.run("", "xdotool", "getactivewindow").out();
            desktop.run("", "xdotool", "mousemove", "249", "247", "click", "1", "key", "Return")
                    .ends(0);
            Machine.await(
                    () -> !desktop.run("", "xdotool", "getactivewindow").out().equals(wizard));
            desktop.run("", "xdotool", "type", "pw").ends(0);
            desktop.run("", "xdotool", "key", "Tab").ends(0);
            desktop.run("", "xdotool", "type", "pw").ends(0);
            desktop.run("", "xdotool", "key", "Return").ends(0);
        }
    };

    /** A group that is exposed to the Secret Service, as a person does in the settings of the database. */
    private static final String DATABASE = """
            <KeePassFile>
              <Meta>
                <DatabaseName>database</DatabaseName>
                <CustomData>
                  <Item>
                    <Key>FDO_SECRETS_EXPOSED_GROUP</Key>
                    <Value>{00112233-4455-6677-8899-aabbccddeeff}</Value>
                  </Item>
                </CustomData>
              </Meta>
              <Root><Group><UUID>ABEiM0RVZneImaq7zN3u/w==</UUID><Name>Root</Name></Group></Root>
            </KeePassFile>
            """;

    private static void startKeePassXc(Desktop desktop, Machine machine, String settings)
            throws IOException, InterruptedException {
        need(machine, "keepassxc xvfb openbox xdotool", "keepassxc", "keepassxc-cli");
        machine.write(
                ".config/keepassxc/keepassxc.ini",
                "[General]\nConfigVersion=2\n[FdoSecrets]\nEnabled=true\n" + settings);
        machine.write("database.xml", DATABASE);
        Path database = machine.home().resolve("database.kdbx");
        String xml = machine.home().resolve("database.xml").toString();
        desktop.run("password\npassword\n", "keepassxc-cli", "import", "-t", "100", "-p", xml, database.toString())
                .ends(0);
        desktop.startDisplay();
        type(desktop.start("keepassxc", "--pw-stdin", database.toString()), "password\n");
        desktop.awaitKeychain();
        desktop.await(() -> desktop.isOpen("/org/freedesktop/secrets/collection/database"));
    }

    abstract void startIn(Desktop desktop, Machine machine) throws IOException, InterruptedException;

    /** A session in which this one is open. */
    public Desktop onDesktopOf(Machine machine) throws IOException, InterruptedException {
        return started(machine, this::startIn);
    }

    /** A session in which KeePassXC is open with its default settings: it asks before a key is read or erased. */
    public static Desktop keePassXcThatAsks(Machine machine) throws IOException, InterruptedException {
        return started(machine, (desktop, its) -> startKeePassXc(desktop, its, ""));
    }

    private interface Start {
        void in(Desktop desktop, Machine machine) throws IOException, InterruptedException;
    }

    private static Desktop started(Machine machine, Start start) throws IOException, InterruptedException {
        Desktop desktop = Desktop.withoutKeychain(machine);
        try {
            start.in(desktop, machine);
            return desktop;
        } catch (IOException | InterruptedException | RuntimeException e) {
            desktop.close();
            throw e;
        }
    }

    private static void need(Machine machine, String packages, String... programs) {
        for (String program : programs) {
            machine.need(program, packages);
        }
        for (String program : new String[] {"Xvfb", "openbox", "xdotool"}) {
            machine.need(program, packages);
        }
    }

    private static void type(Process process, String text) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
