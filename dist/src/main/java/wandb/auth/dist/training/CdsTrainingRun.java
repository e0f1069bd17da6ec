package wandb.auth.dist.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.cli.Main;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/**
 * Runs the commands once in a folder of its own, in an image that has this program too, so that the JVM records which
 * classes they need and the class caches of the image that people get hold them. A command that is left out works all the
 * same, only slower.
 */
public final class CdsTrainingRun {

    private static final String OLD_KEY = "0".repeat(40);
    private static final String NEW_KEY = "wandb_v1_" + "0".repeat(77);

    /** Its parts say: {"alg":"RS256","typ":"JWT"}, {"sub":"training","aud":"training"}, and no signature of anybody. */
    private static final String IDENTITY_TOKEN =
            "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ0cmFpbmluZyIsImF1ZCI6InRyYWluaW5nIn0.c2lnbmF0dXJl";

    /** Keeps one item beside itself, with builtins of the shell alone. */
    private static final String HELPER = """
            #!/bin/sh
            IFS= read -r line
            case $1 in
                store) printf '%s' "$line" >"$0.item" ;;
                erase) : >"$0.item" ;;
                get)
                    [ -s "$0.item" ] || { echo 'credentials not found in native keychain'; exit 1; }
                    IFS= read -r line <"$0.item"
                    printf '%s' "$line"
                    ;;
                list) printf '{}' ;;
            esac
            """;

    private final Path home;
    private final OperatingSystem system =
            Main.environment().operatingSystem(); // which reads it all, as every run does
    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    private CdsTrainingRun(Path home) {
        this.home = home;
    }

    /**
     * Runs in the folder that the first argument names, which must exist and be empty: what is run often; where servers are
     * named too, everything.
     *
     * @param args the folder; then, or none of them, the address of a server without TLS, that of one with TLS, the file
     *     of its certificate, and the address of a session bus with a keychain
     */
    public static void main(String[] args) throws IOException {
        CdsTrainingRun training = new CdsTrainingRun(Path.of(args[0]));
        training.runCommon();
        if (args.length > 1) {
            training.runWithServers(args[1], args[2], args[3]);
            training.runWithKeychain(args[4]);
            training.runWithHelper();
            training.runTheRest();
        }
    }

    private void runCommon() throws IOException {
        Main.obstacle("status")
                .ifPresent(
                        obstacle -> { // asked by every run
                            throw new IllegalStateException(obstacle);
                        });
        Path bin = Files.createDirectories(home.resolve("bin"));
        Map<String, String> plain = Map.of("PATH", bin.toString());
        Map<String, String> withKey = Map.of("WANDB_API_KEY", OLD_KEY, "WANDB_BASE_URL", "https://wandb.example.com");
        run(plain, "login");
        run(plain, "login", OLD_KEY);
        run(plain, "login", NEW_KEY);
        run(plain, "login", "--cloud", NEW_KEY);
        run(plain, "login", "--host", "http://localhost:8080", OLD_KEY);
        run(withKey, "login", NEW_KEY);
        run(withKey, "login", "--key-stdin");
        for (Map<String, String> variables : List.of(plain, withKey)) {
            run(variables, "login");
            run(variables, "status");
            run(variables, "status", "--json");
            run(variables, "auth", "token");
            run(variables, "auth", "exec-environment");
        }
        runWithProfiles(plain, withKey);
        Map<String, String> governed = Map.of("WANDB_AUTH_POLICY", policy().toString());
        run(governed, "login", OLD_KEY);
        run(governed, "login");
        run(plain, "--help");
        run(plain, "--version");
    }

    private void runWithServers(String server, String encryptedServer, String certificate) throws IOException {
        Map<String, String> trusting = Map.of("SSL_CERT_FILE", certificate);
        run(trusting, "login", "--verify", "--host", server, OLD_KEY);
        run(trusting, "login", "--verify", "--host", encryptedServer, OLD_KEY);
        run(trusting, "login", "--verify", "--host", encryptedServer);
        Path token = Files.writeString(home.resolve("token"), IDENTITY_TOKEN);
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> federated = Map.of("WANDB_BASE_URL", server, "WANDB_IDENTITY_TOKEN_FILE", token.toString());
        run(federated, "auth", "token"); // exchanged
        run(federated, "auth", "token"); // kept
    }

    private void runWithKeychain(String bus) {
        Map<String, String> session = Map.of("DBUS_SESSION_BUS_ADDRESS", bus);
        if (run(session, "login", "--store", "keyring", OLD_KEY) != 0) {
            throw new IllegalStateException("the keychain of the training took no key");
        }
        run(session, "login", "--store", "keyring", NEW_KEY);
        run(session, "login", NEW_KEY);
        run(session, "auth", "token");
        run(session, "auth", "stores");
        run(session, "auth", "migrate", "--to", "netrc");
    }

    private void runWithHelper() throws IOException {
        Path helper = Files.writeString(home.resolve("bin").resolve("docker-credential-training"), HELPER);
        Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> withHelper = Map.of("PATH", String.valueOf(helper.getParent()));
        run(withHelper, "login", "--store", "helper:training", OLD_KEY);
        run(withHelper, "status");
        run(withHelper, "auth", "token");
        run(withHelper, "logout");
    }

    private void runTheRest() {
        Map<String, String> plain = Map.of();
        run(plain, "auth", "list");
        run(plain, "auth", "stores");
        run(plain, "auth", "policy");
        run(plain, "auth", "doctor");
        run(plain, "auth", "migrate", "--to", "netrc", "--all", "--dry-run");
        run(plain, "login", "--no-option");
        run(plain, "login", "--help");
        run(plain, "status", "--help");
        run(plain, "auth", "token", "--help");
        run(plain, "login", "too-short");
        run(plain, "login", "--host", "no-address");
        run(plain, "login", "--profile", "work", OLD_KEY);
        run(plain, "auth", "switch", "work");
        run(plain, "auth", "switch", "default");
        run(plain, "logout", "--all");
    }

    private void runWithProfiles(Map<String, String> plain, Map<String, String> withKey) throws IOException {
        run(plain, "login", "--cloud", NEW_KEY); // which has two names, as no other server
        run(plain, "login", "--profile", "work", OLD_KEY);
        run(plain, "login", "--profile=-");
        List<String[]> commands = List.of(
                new String[] {"login"},
                new String[] {"status"},
                new String[] {"status", "--json"},
                new String[] {"auth", "token"},
                new String[] {"auth", "exec-environment"});
        Path workspace = Files.createDirectory(home.resolve("wandb"));
        Path file = Files.writeString(workspace.resolve("auth.ini"), "[login]\nprofile = work\n");
        for (String[] command : commands) {
            run(plain, command);
            run(withKey, command);
        }
        runSwitched(plain, commands);
        Files.delete(file);
        Files.delete(workspace);
        Map<String, String> handedOut = new HashMap<>(withKey);
        handedOut.put("WANDB_PROFILE", "work");
        handedOut.put("_WANDB_LOGIN_KEY_PROFILE", "home");
        for (String[] command : commands) {
            run(handedOut, command);
        }
    }

    /** As after a switch, which is itself too rare for its classes to be there at every start. */
    private void runSwitched(Map<String, String> plain, List<String[]> commands) throws IOException {
        Path netrc = home.resolve(system == OperatingSystem.WINDOWS ? "_netrc" : ".netrc");
        byte[] before = Files.readAllBytes(netrc);
        Files.writeString(netrc, """
                machine api.wandb.ai account profile:work
                \tlogin user
                \tpassword %s
                machine  api.wandb.ai+default
                \tlogin user
                \tpassword %s
                """.formatted(OLD_KEY, NEW_KEY));
        for (String[] command : commands) {
            run(plain, command);
        }
        Files.write(netrc, before);
    }

    /** Rules of an administrator that forbid nothing of this. */
    private Path policy() throws IOException {
        Path folder = Files.createDirectory(home.resolve("policy"));
        Path file = Files.writeString(folder.resolve("auth.ini"), "[policy]\nstores = netrc\nkey_argument = allowed\n");
        if (system != OperatingSystem.WINDOWS) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    private int run(Map<String, String> variables, String... args) {
        Terminal terminal = new Terminal(false, false, true);
        Environment environment = new Environment(variables, Optional.of(home), home, system, terminal);
        boolean readsKey = List.of(args).contains("--key-stdin");
        InputStream in = readsKey
                ? new ByteArrayInputStream((OLD_KEY + "\n").getBytes(StandardCharsets.UTF_8))
                : InputStream.nullInputStream();
        return Main.run(args, environment, in, nowhere, nowhere);
    }
}
