package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.http.HttpCredentialVerifier;
import wandb.auth.http.HttpTokenExchange;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** Identity tokens against a server that checks them, and the access tokens that we and real SDKs keep for each other. */
class FederationIT {

    private static final String FILE = ".config/wandb/credentials.json";

    @TempDir
    Path folder;

    private Machine machine;

    /** The SDK that these tests are beside. */
    Sdk sdk() {
        return Sdk.PINNED;
    }

    @BeforeEach
    void startWithTheSettingsFolder() throws IOException {
        machine = new Machine(folder);
        Files.createDirectories(machine.home().resolve(".config/wandb"));
    }

    @Test
    void theSdkUsesTheTokenThatWeKeep() throws Exception {
        try (FederatedServer server = new FederatedServer(3600)) {
            String token = granted(exchange(server, server.identityToken()));
            assertEquals("wb_at_1", token);
            assertEquals("alice", userOfTheSdk(server));
            assertEquals(List.of(token), server.given());
        }
    }

    @Test
    void weUseTheTokenThatTheSdkKeeps() throws Exception {
        try (FederatedServer server = new FederatedServer(3600)) {
            assertEquals("alice", userOfTheSdk(server));
            assertEquals("wb_at_1", granted(exchange(server, server.identityToken())));
            assertEquals(List.of("wb_at_1"), server.given());
        }
    }

    @Test
    void aTokenThatEndsSoonIsRenewedAndTheSdkUsesTheNewOne() throws Exception {
        try (FederatedServer server = new FederatedServer(3600)) {
            machine.write(FILE, """
                    {"credentials": {"%s": {"access_token": "old", "expires_at": "2020-01-01 00:00:00"},
                      "https://other.example.com": {"access_token": "x", "expires_at": "2099-01-01 00:00:00"}}}""".formatted(server.url()));
            assertEquals("wb_at_1", granted(exchange(server, server.identityToken())));
            assertEquals("alice", userOfTheSdk(server));
            assertEquals(List.of("wb_at_1"), server.given());
            assertTrue(machine.read(FILE).contains("https://other.example.com"));
        }
    }

    @Test
    void theFileOfBothIsForItsOwnerOnly() throws Exception {
        try (FederatedServer server = new FederatedServer(3600)) {
            granted(exchange(server, server.identityToken()));
            Path file = machine.home().resolve(FILE);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aForgedTokenIsRejectedInTheServersWords() throws Exception {
        try (FederatedServer server = new FederatedServer(3600)) {
            TokenExchange.Exchanged exchanged = exchange(server, FederatedServer.forgedToken());
            assertEquals(
                    "invalid_grant: the signature is wrong",
                    assertInstanceOf(Verdict.Rejected.class, exchanged).said());
            assertEquals(List.of(), server.given());
        }
    }

    @Test
    void aVerificationTellsWhoseTheIdentityTokenIs() throws Exception {
        try (FederatedServer server = new FederatedServer(3600)) {
            IdentityToken token = IdentityToken.parse(server.identityToken()).orElseThrow();
            Verdict verdict = new HttpCredentialVerifier().verify(environment(), request(server), token);
            Verdict.Confirmed confirmed = assertInstanceOf(Verdict.Confirmed.class, verdict);
            assertEquals("alice", confirmed.identity().userName());
            assertEquals(Optional.of("vision"), confirmed.identity().defaultTeam());
            assertEquals(List.of("vision", "speech"), confirmed.identity().teams());
        }
    }

    private TokenExchange.Exchanged exchange(FederatedServer server, String token) {
        IdentityToken identity = IdentityToken.parse(token).orElseThrow();
        return new HttpTokenExchange().exchange(environment(), request(server), identity);
    }

    private static String granted(TokenExchange.Exchanged exchanged) {
        return assertInstanceOf(TokenExchange.Granted.class, exchanged).token().reveal();
    }

    private Environment environment() {
        return new Environment(
                Map.of("WANDB_HTTP_TIMEOUT", "600"), // however busy the machine is
                Optional.of(machine.home()),
                machine.workingDirectory(),
                OperatingSystem.LINUX,
                Terminal.NONE);
    }

    private static ServerRequest request(FederatedServer server) {
        return new ServerRequest(Host.parse(server.url()), Deadline.after(Duration.ofMinutes(10), System.nanoTime()));
    }

    /** Whom a real SDK says that it is logged in as, by an identity token that is in a file. */
    private String userOfTheSdk(FederatedServer server) throws Exception {
        Path token = machine.write("identity.jwt", server.identityToken() + "\n");
        Map<String, String> variables =
                Map.of("WANDB_BASE_URL", server.url(), "WANDB_IDENTITY_TOKEN_FILE", token.toString());
        Run run = machine.run(variables, sdk().bin() + "/wandb", "login", "--verify");
        String said = run.ends(0).err();
        String before = "logged in as: ";
        int start = said.indexOf(before) + before.length();
        assertTrue(start > before.length(), said);
        return said.substring(start, said.indexOf(' ', start));
    }
}
