package wandb.auth.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real password store of {@code pass} on a machine, with an encryption key of its own that needs no passphrase. */
public final class PasswordStore implements AutoCloseable {

    private static final List<String> PROGRAMS = List.of("docker-credential-pass", "pass", "gpg", "gpgconf");
    private static final String OWNER = "tests@example.com";

    private final Machine machine;
    private final Path folder;
    private final Map<String, String> variables;

    private PasswordStore(Machine machine, Path folder) {
        this.machine = machine;
        this.folder = folder;
        this.variables = Map.of(
                "GNUPGHOME",
                folder.toString(),
                "PASSWORD_STORE_DIR",
                folder.resolve("store").toString(),
                "WANDB_AUTH_TIMEOUT", // however busy the machine is
                "3600");
    }

    /** A new store; what it writes is beside the machine's home, not in it. */
    public static PasswordStore on(Machine machine) throws IOException, InterruptedException {
        for (String program : PROGRAMS) {
            machine.need(program, "golang-docker-credential-helpers pass gnupg");
        }
        // A short path: the agent's socket has one of its own in it.
        Path folder = Files.createTempDirectory("pass");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        PasswordStore store = new PasswordStore(machine, folder);
        store.initialise();
        return store;
    }

    private void initialise() throws IOException, InterruptedException {
        run("""
                %no-protection
                Key-Type: eddsa
                Key-Curve: ed25519
                Subkey-Type: ecdh
                Subkey-Curve: cv25519
                Name-Email: tests@example.com
                Expire-Date: 0
                %commit
                """, "gpg", "--batch", "--quiet", "--gen-key");
        run("", "pass", "init", OWNER);
    }

    /** The variables of a program that uses the store. */
    public Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return all;
    }

    /** Runs a program that uses the store. */
    Run run(String input, String... command) throws IOException, InterruptedException {
        return machine.runReading(input, variables, command).ends(0);
    }

    /** What the helper says to a lookup. */
    String lookedUp(String server) throws IOException, InterruptedException {
        return run(server, "docker-credential-pass", "get").out();
    }

    /** Runs the built program. */
    Run wandb(String... arguments) throws IOException, InterruptedException {
        return machine.wandbWith(variables, arguments);
    }

    /** Writes an encrypted file under the home. */
    Path encrypted(String name, String text) throws IOException, InterruptedException {
        Path file = machine.home().resolve(name);
        run(text, "gpg", "--batch", "--quiet", "--trust-model", "always", "-e", "-r", OWNER, "-o", file.toString());
        return file;
    }

    @Override
    public void close() throws IOException {
        try {
            run("", "gpgconf", "--kill", "all");
            machine.run(Map.of(), "rm", "-rf", folder.toString()).ends(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
