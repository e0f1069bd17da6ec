package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import java.util.Optional;
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
import wandb.auth.domain.port.server.TokenExchange.Exchanged;
import wandb.auth.domain.port.server.TokenExchange.Granted;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.domain.port.server.Verdict.Rejected;
import wandb.auth.domain.port.server.Verdict.Unreachable;
import wandb.auth.http.message.Messages;

/** The exchange of an identity token, and when it is made. */
class IdentityExchangeTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String JWT = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
    private static final IdentityToken IDENTITY = IdentityToken.parse(JWT).orElseThrow();
    private static final String GRANT = """
            {"access_token": "wb_at_new", "token_type": "Bearer", "expires_in": 3600}""";

    @TempDir
    Path home;

    private final MockWebServer server = Given.server();

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
        assertEquals(Optional.empty(), granted.unkept());
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
                "{\"access_token\":\"\",\"expires_in\":60}",
                "{\"access_token\":\"a\\r\\nb\",\"expires_in\":60}",
                "{\"access_token\":{},\"expires_in\":60}",
            })
    void anAnswerWithoutATokenIsNotTheApi(String body) {
        server.enqueue(answer(200, body));
        assertEquals(
                Messages.answeredWithoutAccessToken(Given.host(server)),
                assertInstanceOf(Unreachable.class, exchange()).reason());
        assertFalse(Files.exists(file()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"expires_in\":0", ",\"expires_in\":-5", ",\"expires_in\":1e99", ",\"expires_in\":\"soon\""
            })
    void aTokenThatDoesNotSayHowLongItIsGoodIsUsedOnce(String time) {
        for (int i = 1; i <= 2; i++) {
            server.enqueue(answer(200, "{\"access_token\":\"wb_at_new\"" + time + "}"));
            assertEquals("wb_at_new", granted());
            assertEquals(i, server.getRequestCount());
        }
        assertFalse(Files.exists(file()));
    }

    @Test
    void aServerThatExchangesNothingIsSaidToHaveNothingThere() {
        server.enqueue(answer(404, "404 page not found"));
        assertEquals(
                Messages.nothingAtPath(Given.host(server), "/oidc/token", 404),
                assertInstanceOf(Unreachable.class, exchange()).reason());
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

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "null", "{}", "{\"credentials\":null}"})
    void aFileThatHoldsNothingIsAsGoodAsNone(String content) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
        server.enqueue(answer(200, GRANT));
        assertEquals("wb_at_new", granted());
        assertEquals("wb_at_new", granted());
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void aTokenThatCannotBeKeptIsUsedAndThatIsSaid() throws IOException {
        Files.createDirectories(file());
        server.enqueue(answer(200, GRANT));
        Granted granted = assertInstanceOf(Granted.class, exchange());
        assertEquals("wb_at_new", granted.token().reveal());
        assertEquals(
                Optional.of(file() + ": It is a directory, not a file. Name another file, or move this one away."
                        + " Or let WANDB_CREDENTIALS_FILE name another file."),
                granted.unkept().map(Object::toString));
    }

    @Test
    void aBrokenFileIsLeftAsItIsAndKeepsNoTokenFromItsUse() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"credentials\": [");
        server.enqueue(answer(200, GRANT));
        Granted granted = assertInstanceOf(Granted.class, exchange());
        assertEquals("wb_at_new", granted.token().reveal());
        assertTrue(
                granted.unkept()
                        .orElseThrow()
                        .problem()
                        .endsWith(Messages.cacheNotJson().problem()),
                granted::toString);
        assertEquals("{\"credentials\": [", Files.readString(file()));
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
    }

    @Test
    void aVerificationWithATokenThatCannotBeKeptConfirmsAndTellsSo() throws IOException {
        Files.createDirectories(file());
        server.enqueue(answer(200, GRANT));
        server.enqueue(answer(200, ALICE));
        Verdict.Confirmed confirmed = assertInstanceOf(Verdict.Confirmed.class, verify());
        assertEquals(
                file() + ": It is a directory, not a file.",
                confirmed.unkept().orElseThrow().problem());
    }

    @Test
    void aKeptTokenThatWasRevokedIsRenewedOnce() throws Exception {
        cache("wb_at_kept", "2099-01-01 00:00:00");
        server.enqueue(answer(401, "revoked"));
        server.enqueue(answer(200, GRANT));
        server.enqueue(answer(200, ALICE));
        assertEquals("alice", confirmed(verify()).userName());
        assertEquals("Bearer wb_at_kept", server.takeRequest().getHeaders().get("Authorization"));
        assertEquals("POST /oidc/token HTTP/1.1", server.takeRequest().getRequestLine());
        assertEquals("Bearer wb_at_new", server.takeRequest().getHeaders().get("Authorization"));
        assertTrue(Files.readString(file()).contains("wb_at_new"));
    }

    @Test
    void aNewTokenThatIsNotAcceptedEndsTheQuestion() throws Exception {
        cache("wb_at_kept", "2099-01-01 00:00:00");
        server.enqueue(answer(401, "revoked"));
        server.enqueue(answer(200, GRANT));
        server.enqueue(answer(401, "no seat left"));
        assertEquals("no seat left", Given.rejected(verify()));
        assertEquals(3, server.getRequestCount());
    }

    private Verdict verify() {
        return new HttpCredentialVerifier().verify(environment(), Given.request(Given.address(server)), IDENTITY);
    }
}
