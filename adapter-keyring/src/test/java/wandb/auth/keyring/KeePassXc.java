package wandb.auth.keyring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real KeePassXC on a display of its own, as the Secret Service of a session. */
final class KeePassXc {

    static final String PASSWORD = "of the database";

    /** A group that is exposed to the Secret Service, as a person does in the settings of the database. */
    private static String database(String name) {
        return """
            <KeePassFile>
              <Meta>
                <DatabaseName>%s</DatabaseName>
                <CustomData>
                  <Item>
                    <Key>FDO_SECRETS_EXPOSED_GROUP</Key>
                    <Value>{00112233-4455-6677-8899-aabbccddeeff}</Value>
                  </Item>
                </CustomData>
              </Meta>
              <Root><Group><UUID>ABEiM0RVZneImaq7zN3u/w==</UUID><Name>Root</Name></Group></Root>
            </KeePassFile>
            """.formatted(name);
    }

    private KeePassXc() {}

    /** Waits until a window of that name has the focus. */
    static void awaitWindow(Desktop desktop, String window) throws IOException, InterruptedException {
        Desktop.await(() ->
                desktop.run("", "xdotool", "getactivewindow", "getwindowname").contains(window));
    }

    /** A person at the keyboard: waits for a window of that name and types. */
    static void personTypes(Desktop desktop, String window, String... keys) throws IOException, InterruptedException {
        awaitWindow(desktop, window);
        for (String key : keys) {
            String action = key.length() > 1 && Character.isUpperCase(key.charAt(0)) ? "key" : "type";
            desktop.run("", "xdotool", action, key);
        }
    }

    /**
     * Starts it.
     *
     * @param settings further lines of its settings for the Secret Service; empty for the default ones
     * @param locked for each database whether it is locked
     */
    static void start(Desktop desktop, String settings, boolean... locked) throws IOException, InterruptedException {
        Desktop.need("keepassxc xvfb openbox xdotool", "keepassxc", "keepassxc-cli", "Xvfb", "openbox", "xdotool");
        Path home = desktop.environment().home().orElseThrow();
        Path folder = Files.createDirectories(home.resolve(".config/keepassxc"));
        Files.writeString(
                folder.resolve("keepassxc.ini"),
                "[General]\nConfigVersion=2\n[FdoSecrets]\nEnabled=true\n" + settings + "\n");
        List<String> command = new ArrayList<>(List.of("keepassxc", "--pw-stdin"));
        StringBuilder passwords = new StringBuilder();
        for (int i = 0; i < locked.length; i++) {
            String name = "database" + i;
            Path xml = Files.writeString(home.resolve(name + ".xml"), database(name));
            String file = home.resolve(name + ".kdbx").toString();
            String answer = PASSWORD + "\n" + PASSWORD + "\n";
            desktop.run(answer, "keepassxc-cli", "import", "-t", "100", "-p", xml.toString(), file);
            command.add(file);
            passwords.append(locked[i] ? "" : PASSWORD).append('\n');
        }
        desktop.startDisplay();
        desktop.startReading("", "openbox"); // a window of a person's needs one who gives it the focus
        desktop.startReading(passwords.toString(), command.toArray(String[]::new));
        desktop.awaitOwner();
        for (int i = 0; i < locked.length; i++) {
            if (!locked[i]) {
                desktop.awaitOpen("database" + i);
            }
        }
    }
}
