package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static wandb.auth.http.Given.ALICE;
import static wandb.auth.http.Given.answer;
import static wandb.auth.http.Given.confirmed;
import static wandb.auth.http.Given.unreachable;
import static wandb.auth.http.Given.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Host;
import wandb.auth.domain.Reason;
import wandb.auth.http.message.Messages;
import wandb.auth.http.network.ProxyAddress;
import wandb.auth.http.network.ProxySettings;

/** Servers beyond a proxy: which is used, what it learns, and what is said where it does not help. */
class ProxyTest {

    private static final String SECRET = "p%40ss:w%C3%B6rd";

    /** {@code alice:p@ss:wörd} in UTF-8 and base64. */
    private static final String BASIC = "Basic YWxpY2U6cEBzczp3w7ZyZA==";

    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder()
            .addSubjectAlternativeName("wandb.example.com")
            .build();
    private static final MockResponse TUNNEL =
            new MockResponse.Builder().inTunnel().build();

    @TempDir
    Path folder;

    private final MockWebServer proxy = Given.server();

    @BeforeEach
    void start() throws IOException {
        proxy.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(CERTIFICATE)
                .build()
                .sslSocketFactory());
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private String address(String userInfo) {
        return "http://" + userInfo + machine();
    }

    private String machine() {
        return proxy.getHostName() + ":" + proxy.getPort();
    }

    private Map<String, String> variables(String proxyAddress) throws IOException {
        Path ca = Files.writeString(folder.resolve("ca.pem"), CERTIFICATE.certificatePem());
        return Map.of("HTTPS_PROXY", proxyAddress, "SSL_CERT_FILE", ca.toString());
    }

    @Test
    void theProxyOfHttpsSeesNothingButTheName() throws Exception {
        proxy.enqueue(TUNNEL);
        proxy.enqueue(answer(200, ALICE));
        confirmed(verdict("https://wandb.example.com", variables(address(""))));
        RecordedRequest connect = proxy.takeRequest();
        assertEquals("CONNECT wandb.example.com:443 HTTP/1.1", connect.getRequestLine());
        assertNull(connect.getHeaders().get("Authorization"));
        assertNull(connect.getHeaders().get("Proxy-Authorization"));
        assertEquals(Given.BASIC, proxy.takeRequest().getHeaders().get("Authorization"));
    }

    @Test
    void theProxysPasswordIsForTheProxyOnly() throws Exception {
        proxy.enqueue(TUNNEL);
        proxy.enqueue(answer(200, ALICE));
        confirmed(verdict("https://wandb.example.com", variables(address("alice:" + SECRET + "@"))));
        assertEquals(BASIC, proxy.takeRequest().getHeaders().get("Proxy-Authorization"));
        RecordedRequest request = proxy.takeRequest();
        assertNull(request.getHeaders().get("Proxy-Authorization"));
        assertEquals(Given.BASIC, request.getHeaders().get("Authorization"));
    }

    @Test
    void aServerThatAsksForTheProxysPasswordGetsNothing() throws Exception {
        proxy.enqueue(TUNNEL);
        for (int i = 0; i < 3; i++) {
            proxy.enqueue(wantsPassword().build());
        }
        assertEquals(
                Messages.answeredAsProxy(Host.parse("https://wandb.example.com")),
                unreachable(verdict("https://wandb.example.com", variables(address("alice:" + SECRET + "@")))));
        assertEquals(BASIC, proxy.takeRequest().getHeaders().get("Proxy-Authorization"));
        assertNull(proxy.takeRequest().getHeaders().get("Proxy-Authorization"));
        assertEquals(2, proxy.getRequestCount());
    }

    @Test
    void aProxyThatWantsAPasswordIsSaidToWantOne() throws IOException {
        proxy.enqueue(wantsPassword().inTunnel().build());
        assertEquals(
                Messages.proxyWantsPassword("proxy " + machine()),
                unreachable(verdict("https://wandb.example.com", variables(address("")))));
    }

    @Test
    void aProxyThatRefusesThePasswordIsSaidToDoSoWithoutIt() throws IOException {
        for (int i = 0; i < 5; i++) {
            proxy.enqueue(wantsPassword().inTunnel().build());
        }
        assertEquals(
                Messages.proxyRejectsPassword("proxy " + machine()),
                unreachable(verdict("https://wandb.example.com", variables(address("alice:" + SECRET + "@")))));
    }

    private static MockResponse.Builder wantsPassword() {
        return new MockResponse.Builder().code(407).addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 502, 503})
    void aProxyThatMakesNoConnectionIsSaidToMakeNone(int status) throws IOException {
        proxy.enqueue(new MockResponse.Builder().code(status).inTunnel().build());
        assertEquals(
                Messages.notConnectedByProxy("proxy " + machine(), Host.parse("https://wandb.example.com")),
                unreachable(verdict("https://wandb.example.com", variables(address("")))));
        assertEquals(1, proxy.getRequestCount());
    }

    @Test
    void aProxyThatCannotBeReachedIsNamedWithoutItsPassword() {
        String reason = unreachable(
                        verdict("https://wandb.example.com", Map.of("https_proxy", "http://alice:hunter2@127.0.0.1:1")))
                .toString();
        assertTrue(reason.startsWith("No connection to proxy 127.0.0.1:1: "), reason);
        assertFalse(reason.contains("hunter2"), reason);
    }

    @Test
    void aServerOfPlainHttpIsAskedThroughItsProxyWithThePasswordOnceItAsks() throws Exception {
        try (MockWebServer plain = Given.server()) {
            plain.start();
            plain.enqueue(wantsPassword().build());
            plain.enqueue(answer(200, ALICE));
            String address = "http://alice:" + SECRET + "@localhost:" + plain.getPort();
            confirmed(verdict("http://wandb.example.com", Map.of("HTTP_PROXY", address)));
            assertEquals("http://wandb.example.com/graphql", plain.takeRequest().getTarget());
            assertEquals(BASIC, plain.takeRequest().getHeaders().get("Proxy-Authorization"));
        }
    }

    @Test
    void aProxyOfPlainHttpThatWantsAPasswordIsSaidToWantOne() throws Exception {
        try (MockWebServer plain = Given.server()) {
            plain.start();
            plain.enqueue(wantsPassword().build());
            String address = "http://localhost:" + plain.getPort();
            assertEquals(
                    Messages.proxyWantsPassword("proxy localhost:" + plain.getPort()),
                    unreachable(verdict("http://wandb.example.com", Map.of("HTTP_PROXY", address))));
        }
    }

    /** The variables as NAME=VALUE pairs, the server, and the proxy that leads to it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTPS_PROXY=http://up:1 | https://example.com | up:1",
                "https_proxy=http://low:1 | https://example.com | low:1",
                "HTTPS_PROXY=http://up:1 https_proxy=http://low:1 | https://example.com | low:1",
                "HTTPS_PROXY=http://up:1 https_proxy= | https://example.com | ''",
                "HTTPS_PROXY= | https://example.com | ''",
                "HTTP_PROXY=http://up:1 | https://example.com | ''",
                "HTTP_PROXY=http://up:1 | http://example.com | up:1",
                "ALL_PROXY=http://all:1 | https://example.com | all:1",
                "all_proxy=http://all:1 HTTPS_PROXY=http://up:1 | https://example.com | up:1",
                "HTTPS_PROXY=http://up:1 NO_PROXY=example.com | https://example.com | ''",
                "HTTPS_PROXY=http://up:1 no_proxy=example.com:8443 | https://example.com:8443 | ''",
                "HTTPS_PROXY=http://up:1 NO_PROXY=example.com no_proxy= | https://example.com | up:1",
                "HTTPS_PROXY=http://up:1 NO_PROXY=2001:db8::1 | https://[2001:db8::1] | ''",
                "HTTPS_PROXY=http://up:1 | https://localhost | ''",
                "HTTP_PROXY=http://up:1 | http://127.0.0.1:8080 | ''",
                "HTTPS_PROXY=proxy.example.com:3128 | https://example.com | proxy.example.com:3128",
                "HTTPS_PROXY=proxy.example.com | https://example.com | proxy.example.com:80",
                "HTTPS_PROXY=http://u:p@[2001:db8::1]:8/ | https://example.com | [2001:db8::1]:8",
                "HTTPS_PROXY=socks5://s | https://example.com | s:1080",
                "HTTPS_PROXY=http://my_proxy:3128 | https://example.com | my_proxy:3128",
                "HTTPS_PROXY=http://prox\u00fc:3128 | https://example.com | xn--prox-3ra:3128",
                "HTTPS_PROXY=HTTP://up:/a/b?c | https://example.com | up:80",
                "HTTPS_PROXY=http://user:p@ss@up:1 | https://example.com | up:1",
                "HTTPS_PROXY=http://user:100%@up:65535 | https://example.com | up:65535",
                "WANDB_HTTPS_PROXY=http://sdk:1 HTTPS_PROXY=http://up:1 https_proxy= | https://example.com | sdk:1",
                "WANDB_HTTPS_PROXY=http://sdk:1 NO_PROXY=* | https://example.com | sdk:1",
                "WANDB_HTTPS_PROXY= HTTPS_PROXY=http://up:1 | https://example.com | up:1",
                "WANDB_HTTP_PROXY=http://sdk:1 HTTPS_PROXY=http://up:1 | https://example.com | up:1",
                "WANDB_HTTP_PROXY=http://sdk:1 HTTP_PROXY=http://up:1 | http://example.com | sdk:1",
                "WANDB_HTTP_PROXY=http://sdk:1 | http://127.0.0.1:8080 | ''",
            })
    void theProxyIsThatOfTheVariables(String variables, String server, String expected) throws Exception {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ", -1)) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        HttpUrl url = HttpUrl.get(server);
        boolean loopback = Given.request(server).host().isLoopback();
        Optional<ProxyAddress> proxy =
                new ProxySettings(Given.environment(folder, environment)).forAddress(url, loopback);
        assertEquals(expected, proxy.map(ProxyAddress::toString).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http://u:hunter2@",
                "http://u:hun ter2@h",
                "ftp://u:hunter2@h",
                "http://user:Hunter@2part/x@127.0.0.1:3129",
                "http://user:hunter2#x@127.0.0.1:3129",
                "http://user:12?x@127.0.0.1:3129",
                "user:hunter2/@127.0.0.1",
                "http://u:hunter2@h<>",
                "http://u:hunter2@[::g]:1",
                "http://u:hunter2@a%41b",
                "http://u:hunter2@h\\x",
                "http://u:hunter2@..",
                "0123456789abcdef0123456789abcdef01234567",
                "http://0123456789abcdef0123456789abcdef01234567:8080",
                "socks5://local-0123456789abcdef0123456789abcdef01234567",
                "http://me@wandb_v1_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_",
            })
    void anAddressThatIsNoneIsNotQuoted(String address) {
        assertEquals(
                Messages.proxyInvalid("HTTPS_PROXY"),
                unreachable(verdict("https://wandb.example.com", Map.of("HTTPS_PROXY", address))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "70000", "0", "99999999999999999999", "-1", "hunter2"})
    void aPortThatIsNoneIsSaidToBeNone(String port) {
        assertEquals(
                Messages.proxyPortInvalid("HTTPS_PROXY", 65_535),
                unreachable(verdict("https://wandb.example.com", Map.of("HTTPS_PROXY", "http://h:" + port))));
    }

    static List<Arguments> notSupported() {
        return List.of(
                arguments("https://u:hunter2@h", Messages.proxyByHttpsNotSupported("HTTPS_PROXY")),
                arguments("socks5://u:hunter2@h", Messages.socksPasswordNotSupported("HTTPS_PROXY")));
    }

    @ParameterizedTest
    @MethodSource("notSupported")
    void aKindOfProxyThatIsNotSupportedIsSaidNotToBe(String address, Reason reason) {
        assertEquals(reason, unreachable(verdict("https://wandb.example.com", Map.of("HTTPS_PROXY", address))));
    }
}
