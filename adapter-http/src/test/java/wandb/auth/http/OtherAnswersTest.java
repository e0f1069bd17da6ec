package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static wandb.auth.http.Given.ALICE;
import static wandb.auth.http.Given.answer;
import static wandb.auth.http.Given.confirmed;
import static wandb.auth.http.Given.unreachable;
import static wandb.auth.http.Given.verdict;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Host;
import wandb.auth.domain.Reason;
import wandb.auth.http.message.Messages;

/** Answers that tell nothing about a key: of something else than the API, and of a server that cannot answer now. */
class OtherAnswersTest {

    private final MockWebServer server = Given.server();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Host host() {
        return Given.host(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"hello\"",
                "{\"data\":{\"viewer\":{\"username\":\"alice\"}}",
                "{\"data\":{\"viewer\":{\"username\":\"alice\"}}} trailing",
                "{\"data\":{\"viewer\":{\"username\":\"alice\",\"username\":\"bob\"}}}",
                "{'data': 1}",
                "ok",
            })
    void whatIsNoJsonObjectIsNotTheApi(String body) {
        server.enqueue(answer(200, body));
        assertEquals(Messages.answeredWithoutJson(host(), 200), unreachable(verdict(server)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"data\":null}", "{\"data\":{\"viewer\":{\"id\":\"1\"}}}", "{\"data\":{\"viewer\":7}}"})
    void anAnswerWithoutAUserIsNotTheApi(String body) {
        server.enqueue(answer(200, body));
        assertEquals(Messages.answeredWithoutIdentity(host(), 200), unreachable(verdict(server)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 511})
    void aPageForPeopleIsNotTheApi(int status) {
        for (int i = 0; i < 3; i++) {
            server.enqueue(answer(status, "\n <!DOCTYPE html><title>Sign in to HotelNet</title>"));
        }
        Reason expected =
                status == 511 ? Messages.serverFailed(host(), 511) : Messages.answeredWithPage(host(), status);
        assertEquals(expected, unreachable(verdict(server)));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 410})
    void anAddressWithoutTheApiIsSaidToHaveNone(int status) {
        server.enqueue(answer(status, "{}"));
        assertEquals(Messages.nothingAtPath(host(), "/graphql", status), unreachable(verdict(server)));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aFailingServerIsAskedThreeTimes(int status) {
        for (int i = 0; i < 3; i++) {
            server.enqueue(answer(status, "<h1>broken</h1>"));
        }
        assertEquals(Messages.serverFailed(host(), status), unreachable(verdict(server)));
        assertEquals(3, server.getRequestCount());
    }

    @Test
    void aServerThatRecoversAnswersAllTheSame() {
        server.enqueue(answer(503, ""));
        server.enqueue(answer(200, ALICE));
        assertEquals("alice", confirmed(verdict(server)).userName());
    }

    @Test
    void aServerThatIsAskedTooOftenSaysSo() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(answer(429, "slow down"));
        }
        assertEquals(Messages.rateLimited(host()), unreachable(verdict(server)));
    }

    @Test
    void aServerThatWantsALongPauseIsNotAskedAgain() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "3600")
                .build());
        unreachable(verdict(server));
        assertEquals(1, server.getRequestCount());
    }

    @ParameterizedTest
    @CsvSource({"503, 0", "429, 0", "408, 0", "503, -1", "503, soon", "503, ''", "408, ''"})
    void noHeaderMakesItMoreThanThreeAttempts(int status, String retryAfter) {
        for (int i = 0; i < 8; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Retry-After", retryAfter)
                    .build());
        }
        unreachable(verdict(server));
        assertEquals(3, server.getRequestCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "2147483648", "9223372036854775808", "4000"})
    void aPauseBeyondAllTimeIsNotWaitedFor(String retryAfter) {
        for (int status : new int[] {408, 429, 503}) {
            server.enqueue(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Retry-After", retryAfter)
                    .build());
            unreachable(verdict(server));
        }
        assertEquals(3, server.getRequestCount());
    }

    @Test
    void aRequestThatTookTooLongIsSaidTo() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(answer(408, ""));
        }
        assertEquals(Messages.requestTooSlow(host()), unreachable(verdict(server)));
    }

    @Test
    void aDemandForAProxysPasswordWithoutAProxyIsSaidToBeOne() {
        server.enqueue(new MockResponse.Builder()
                .code(407)
                .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                .build());
        assertEquals(Messages.proxyUnasked(host()), unreachable(verdict(server)));
        assertEquals(1, server.getRequestCount());
    }

    /** Whatever a header holds, it is data: nothing fails over it, and the answer counts. */
    @ParameterizedTest
    @CsvSource({
        "Retry-After, 99999999999999999999",
        "Date, never",
        "Expires, 99999999999999999999",
        "Age, 99999999999999999999",
        "Cache-Control, max-age=99999999999999999999",
        "WWW-Authenticate, Basic realm=",
        "Proxy-Authenticate, =,=,=",
        "Set-Cookie, a=b; Max-Age=99999999999999999999",
        "Content-Type, /;;;charset=",
        "Connection, close; close",
        "Keep-Alive, timeout=99999999999999999999",
        "Link, <",
    })
    void anyHeaderIsData(String name, String value) {
        server.enqueue(answer(200, ALICE).newBuilder().addHeader(name, value).build());
        assertEquals("alice", confirmed(verdict(server)).userName());
    }

    @Test
    void aServerThatLacksTheMethodIsNotAskedAgain() {
        server.enqueue(answer(501, ""));
        unreachable(verdict(server));
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void anAnswerOfMoreThanAMebibyteIsNotRead() {
        server.enqueue(answer(200, "{\"data\":\"" + "x".repeat(1 << 20) + "\"}"));
        assertEquals(Messages.answeredTooMuch(host(), 1), unreachable(verdict(server)));
    }

    @Test
    void anAnswerOfAMebibyteIsRead() {
        server.enqueue(answer(200, ALICE + " ".repeat((1 << 20) - ALICE.length())));
        assertEquals("alice", confirmed(verdict(server)).userName());
    }

    @Test
    void aPackedAnswerIsUnpacked() throws Exception {
        server.enqueue(packed(ALICE));
        assertEquals("alice", confirmed(verdict(server)).userName());
        assertEquals("gzip", server.takeRequest().getHeaders().get("Accept-Encoding"));
    }

    @Test
    void aPackedAnswerIsBoundedByWhatItUnpacksTo() throws IOException {
        server.enqueue(packed(" ".repeat(1 << 24)));
        assertEquals(Messages.answeredTooMuch(host(), 1), unreachable(verdict(server)));
    }

    private static MockResponse packed(String body) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(body);
        }
        return new MockResponse.Builder()
                .body(packed)
                .addHeader("Content-Encoding", "gzip")
                .build();
    }

    @Test
    void aConnectionThatIsCutIsMadeAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(answer(200, ALICE));
        assertEquals("alice", confirmed(verdict(server)).userName());
    }

    @Test
    void anAnswerThatIsCutIsAskedForAgain() {
        server.enqueue(cutWithin(ALICE));
        server.enqueue(answer(200, ALICE));
        assertEquals("alice", confirmed(verdict(server)).userName());
    }

    @Test
    void aConnectionThatIsCutEveryTimeIsSaidToBe() {
        for (int i = 0; i < 6; i++) {
            server.enqueue(cutWithin(ALICE));
        }
        assertEquals(Messages.answerCut(host()), unreachable(verdict(server)));
    }

    private static MockResponse cutWithin(String body) {
        return new MockResponse.Builder()
                .body(body)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/3.0 200 OK", "HTTP/1.1 1000 x", "220 mail.example.com ESMTP", "SSH-2.0-OpenSSH_9.2"})
    void whatIsNoHttpIsSaidToBeNone(String firstLine) {
        for (int attempt = 0; attempt < 3; attempt++) {
            server.enqueue(new MockResponse.Builder().status(firstLine).build());
        }
        assertEquals(Messages.responseInvalid(host()), unreachable(verdict(server)));
    }

    /** Where it leads, and what is shown of that; what follows the port may be a token. */
    @ParameterizedTest
    @CsvSource({
        "301, https://wandb.example.com/login?token=abc, https://wandb.example.com",
        "302, https://wandb.example.com:8443/x, https://wandb.example.com:8443",
        "303, //login.example.com/x, http://login.example.com",
        "307, http://user:secret@example.com/, http://example.com",
        "308, ht!tp://?, ''",
        "302, '', ''",
        "304, '', ''",
        "302, https://0123456789abcdef0123456789abcdef01234567.example.com, ''",
        "302, x0123456789abcdef0123456789abcdef01234567://example.com, ''",
        "302, https://a9f3c.2d17b.604e5.8a9d2.example.com, ''",
        "302, https://YXBpOmE5ZjNjMmQxN2I2MDRlNThhOWQyYzBi.example.com, ''",
    })
    void aRedirectIsReportedAndNotFollowed(int status, String location, String shown) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build());
        assertEquals(Messages.redirected(host(), shown, status), unreachable(verdict(server)));
        assertEquals(1, server.getRequestCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noOtherServerHearsOfTheKeyByARedirect(int status) throws IOException {
        try (MockWebServer other = Given.server()) {
            other.start();
            for (String target : new String[] {
                other.url("/graphql").toString(), // another port
                other.url("/graphql").toString().replace("localhost", "127.0.0.1"), // another host
                server.url("/graphql").toString().replace("http:", "https:"), // another scheme
                server.url("/login").toString(), // the same server
            }) {
                server.enqueue(new MockResponse.Builder()
                        .code(status)
                        .addHeader("Location", target)
                        .build());
                unreachable(verdict(server));
            }
            assertEquals(0, other.getRequestCount());
            assertEquals(4, server.getRequestCount());
        }
    }
}
