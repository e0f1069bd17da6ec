package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The real {@code pass} on a machine, with a password store and an encryption key of its own. */
final class PasswordStore {

    private static final String KEY_PARAMETERS = """
            %no-protection
            Key-Type: eddsa
            Key-Curve: ed25519
            Subkey-Type: ecdh
            Subkey-Curve: cv25519
            Name-Email: tests@example.com
            Expire-Date: 0
            %commit
            """;

    private final Workbench bench;

    /** Where its programs are missing, the test is skipped. */
    PasswordStore(Workbench bench) throws IOException {
        for (String program : List.of("docker-credential-pass", "pass", "gpg")) {
            assumeTrue(
                    Files.isExecutable(Path.of("/usr/bin", program)),
                    program + " is missing (Debian: golang-docker-credential-helpers pass gnupg)");
        }
        this.bench = bench;
        Path keys = Files.createDirectory(bench.home().resolve("gnupg"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
        bench.with("GNUPGHOME", keys.toString())
                .with("PASSWORD_STORE_DIR", bench.home().resolve("store").toString());
    }

    Workbench bench() {
        return bench;
    }

    void initialise() throws IOException, InterruptedException {
        Path parameters = Files.writeString(bench.home().resolve("parameters"), KEY_PARAMETERS);
        run("gpg", "--batch", "--quiet", "--gen-key", parameters.toString());
        run("pass", "init", "tests@example.com");
    }

    /** With an encryption key that expired long ago. */
    void initialiseExpired() throws IOException, InterruptedException {
        String expired = KEY_PARAMETERS.replace("Expire-Date: 0", "Expire-Date: 1d");
        Path parameters = Files.writeString(bench.home().resolve("parameters"), expired);
        String then = "--faked-system-time=20200101T000000";
        run("gpg", "--batch", "--quiet", then, "--gen-key", parameters.toString());
        run("pass", "init", "tests@example.com");
    }

    /** Makes the encryption key good again, for ever. */
    void renew() throws IOException, InterruptedException {
        run("gpg", "--batch", "--list-keys", "--with-colons", "tests@example.com");
        List<String> fingerprints = new ArrayList<>();
        for (String line : Files.readAllLines(bench.home().resolve("log"))) {
            if (line.startsWith("fpr:")) {
                fingerprints.add(line.split(":", -1)[9]);
            }
        }
        String key = fingerprints.getFirst();
        run("gpg", "--batch", "--quiet", "--quick-set-expire", key, "0");
        run("gpg", "--batch", "--quiet", "--quick-set-expire", key, "0", fingerprints.getLast());
    }

    void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(bench.home().resolve("log").toFile());
        builder.environment().putAll(bench.environment().variables());
        assertEquals(0, builder.start().waitFor(), () -> String.join(" ", command));
    }

    /** Ends what gpg has started. */
    void close() throws IOException, InterruptedException {
        run("gpgconf", "--kill", "all");
    }
}
