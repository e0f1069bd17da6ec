package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static wandb.auth.http.Given.ALICE;
import static wandb.auth.http.Given.answer;
import static wandb.auth.http.Given.confirmed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.port.server.TokenExchange.CacheFailed;
import wandb.auth.domain.port.server.TokenExchange.Exchanged;
import wandb.auth.domain.port.server.TokenExchange.Granted;
import wandb.auth.domain.port.server.TokenExchange.Rejected;
import wandb.auth.domain.port.server.TokenExchange.Unreachable;
import wandb.auth.domain.port.server.Verdict;

/** The exchange of an identity token, and when it is made. */
class IdentityExchangeTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String JWT = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
    private static final IdentityToken IDENTITY = IdentityToken.parse(JWT).orElseThrow();
    private static final String GRANT = """
            {"access_token": "wb_at_new", "token_type": "Bearer", "expires_in": 3600}""";

    @TempDir
    Path home;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Environment environment() {
        return Given.environment(home, Map.of());
    }

    private Path file() {
        return home.resolve(".config/wandb/credentials.json");
    }

    private Exchanged exchange() {
        return new IdentityExchange(
                        environment(), Given.request(Given.address(server)), Clock.fixed(NOON, ZoneOffset.UTC))
                .exchange(IDENTITY);
    }

    private String granted() {
        Granted granted = assertInstanceOf(Granted.class, exchange());
        assertEquals(file().toString(), granted.cache().text());
        return granted.token().reveal();
    }

    private void cache(String token, String expiresAt) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), """
                {"credentials": {"%s": {"access_token": "%s", "expires_at": "%s"}}}""".formatted(Given.address(server), token, expiresAt));
    }

    @Test
    void theTokenGoesToTheServerAsTheSdkSendsIt() throws Exception {
        server.enqueue(answer(200, GRANT));
        assertEquals("wb_at_new", granted());
        RecordedRequest request = server.takeRequest();
        assertEquals("POST /oidc/token HTTP/1.1", request.getRequestLine());
        assertEquals("application/x-www-form-urlencoded", request.getHeaders().get("Content-Type"));
        assertEquals(null, request.getHeaders().get("Authorization"));
        assertEquals(
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + JWT,
                Objects.requireNonNull(request.getBody()).string(StandardCharsets.UTF_8));
    }

    @Test
    void anAccessTokenIsKeptUntilItsEnd() throws IOException {
        server.enqueue(answer(200, GRANT));
        Granted granted = assertInstanceOf(Granted.class, exchange());
        assertEquals(Instant.parse("2026-11-21T13:00:00Z"), granted.token().expiresAt());
        assertEquals("wb_at_new", granted());
        assertEquals(1, server.getRequestCount());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21 12:05:01, 0, wb_at_kept",
        "2026-11-21 12:05:00, 1, wb_at_new",
        "2026-11-21 11:00:00, 1, wb_at_new",
        "2099-01-01 00:00:00, 0, wb_at_kept",
        "2026-11-21T13:00:00Z, 1, wb_at_new",
        "'', 1, wb_at_new",
    })
    void itIsRenewedFiveMinutesBeforeItsEnd(String expiresAt, int requests, String token) throws IOException {
        cache("wb_at_kept", expiresAt);
        server.enqueue(answer(200, GRANT));
        assertEquals(token, granted());
        assertEquals(requests, server.getRequestCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\\nend", "\\u00e9"})
    void aKeptTextThatIsNoTokenIsReplaced(String token) throws IOException {
        cache(token, "2099-01-01 00:00:00");
        server.enqueue(answer(200, GRANT));
        assertEquals("wb_at_new", granted());
    }

    @Test
    void aTokenOfAnotherServerIsNotUsed() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), """
                {"credentials": {"http://localhost:1": {"access_token": "x", "expires_at": "2099-01-01 00:00:00"}}}""");
        server.enqueue(answer(200, GRANT));
        assertEquals("wb_at_new", granted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_grant\",\"error_description\":\"expired\"} | invalid_grant: expired",
                "401 | {\"error\":\"invalid_grant\"} | invalid_grant",
                "403 | unknown audience | unknown audience",
                "422 | {\"detail\":[]} | status 422",
            })
    void aRefusalIsToldInTheServersOwnWords(int status, String body, String said) {
        server.enqueue(answer(status, body));
        assertEquals(said, assertInstanceOf(Rejected.class, exchange()).said());
        assertFalse(Files.exists(file()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "",
                "{\"access_token\":\"wb_at_new\"}",
                "{\"access_token\":\"wb_at_new\",\"expires_in\":0}",
                "{\"access_token\":\"wb_at_new\",\"expires_in\":-5}",
                "{\"access_token\":\"wb_at_new\",\"expires_in\":1e99}",
                "{\"access_token\":\"wb_at_new\",\"expires_in\":\"soon\"}",
                "{\"access_token\":\"\",\"expires_in\":60}",
                "{\"access_token\":\"a\\r\\nb\",\"expires_in\":60}",
                "{\"access_token\":{},\"expires_in\":60}",
            })
    void anAnswerWithoutATokenAndItsTimeIsNotTheApi(String body) {
        server.enqueue(answer(200, body));
        assertEquals(
                "localhost:" + server.getPort() + " answered without an access token, not as a W&B server does.",
                assertInstanceOf(Unreachable.class, exchange()).reason().problem());
        assertFalse(Files.exists(file()));
    }

    @Test
    void aServerThatExchangesNothingIsSaidToHaveNothingThere() {
        server.enqueue(answer(404, "404 page not found"));
        String machine = "localhost:" + server.getPort();
        assertEquals(
                machine + " has nothing at http://" + machine + "/oidc/token (404).",
                assertInstanceOf(Unreachable.class, exchange()).reason().problem());
    }

    @Test
    void aRedirectGetsNoToken() {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", server.url("/other").toString())
                .build());
        assertInstanceOf(Unreachable.class, exchange());
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void nothingIsAskedForThatCouldNotBeKept() throws IOException {
        Files.createDirectories(file());
        CacheFailed failed = assertInstanceOf(CacheFailed.class, exchange());
        assertEquals(file().toString(), failed.location().text());
        assertEquals(
                "It is a directory, not a file. Move it away, or name another file."
                        + " WANDB_CREDENTIALS_FILE can name another file.",
                failed.reason().toString());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void aVerificationAsksWithTheAccessToken() throws Exception {
        server.enqueue(answer(200, GRANT));
        server.enqueue(answer(200, ALICE));
        assertEquals("alice", confirmed(verify()).userName());
        server.takeRequest();
        assertEquals("Bearer wb_at_new", server.takeRequest().getHeaders().get("Authorization"));
    }

    @Test
    void aVerificationTellsWhatKeptTheExchange() throws IOException {
        server.enqueue(answer(400, "{\"error\":\"invalid_grant\"}"));
        assertEquals("invalid_grant", Given.rejected(verify()));
        server.enqueue(answer(404, ""));
        assertInstanceOf(Verdict.Unreachable.class, verify());
        Files.createDirectories(file());
        assertEquals(
                file() + ": It is a directory, not a file.",
                Given.unreachable(verify()).problem());
    }

    private Verdict verify() {
        return new HttpCredentialVerifier().verify(environment(), Given.request(Given.address(server)), IDENTITY);
    }
}
