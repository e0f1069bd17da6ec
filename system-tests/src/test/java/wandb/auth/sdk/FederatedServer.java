package wandb.auth.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that exchanges identity tokens: it checks their signature (ES256, RFC 7518, section 3.4) and knows the bearers of
 * the access tokens that it gave.
 */
final class FederatedServer implements AutoCloseable {

    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String ALICE = """
            {"data":{"viewer":{"id":"1","username":"alice","entity":"vision","email":"","flags":"{}",
              "teams":{"edges":[{"node":{"name":"vision"}},{"node":{"name":"speech"}}]}}}}""";

    private final HttpServer server;
    private final KeyPair trusted = newKeys();
    private final long seconds;
    private final List<String> given = new CopyOnWriteArrayList<>();

    /** Starts one whose access tokens are good for this long. */
    FederatedServer(long seconds) throws IOException, GeneralSecurityException {
        this.seconds = seconds;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oidc/token", this::exchange);
        server.createContext("/graphql", this::tellWhoAsks);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The access tokens that it gave, the first one first. */
    List<String> given() {
        return List.copyOf(given);
    }

    /** An identity token that it accepts. */
    String identityToken() throws GeneralSecurityException {
        return signed(trusted);
    }

    /** One that differs from such a token by whoever signed it. */
    static String forgedToken() throws GeneralSecurityException {
        return signed(newKeys());
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String signed(KeyPair keys) throws GeneralSecurityException {
        String content = base64("{\"alg\":\"ES256\",\"typ\":\"JWT\"}") + "." + base64("{\"sub\":\"alice\"}");
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(keys.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        boolean accepted = GRANT.equals(form.get("grant_type"))
                && isSignedBy(trusted.getPublic(), form.getOrDefault("assertion", ""));
        if (!accepted) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"the signature is wrong\"}");
            return;
        }
        String token = "wb_at_" + (given.size() + 1);
        given.add(token);
        answer(
                exchange,
                200,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            form.put(
                    field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static boolean isSignedBy(PublicKey key, String token) {
        int dot = token.lastIndexOf('.');
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private void tellWhoAsks(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String header = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        boolean known = header.startsWith("Bearer ") && given.contains(header.substring("Bearer ".length()));
        answer(exchange, known ? 200 : 401, known ? ALICE : "{\"error\":\"who is this?\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
