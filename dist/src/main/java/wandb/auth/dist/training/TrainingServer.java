package wandb.auth.dist.training;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on this machine that knows every key and every identity token, for the time of a training run.
 *
 * @param plain without TLS
 * @param encrypted with TLS
 * @param certificate the file of the certificate that this is to be trusted by
 */
public record TrainingServer(HttpServer plain, HttpServer encrypted, Path certificate) implements AutoCloseable {

    private static final String PASSWORD = "training";
    private static final byte[] ANSWER = """
            {"data": {"viewer": {"username": "somebody", "entity": "somebody", "teams": {"edges": []}}},
             "access_token": "wb_at_training", "token_type": "Bearer", "expires_in": 3600}
            """.getBytes(StandardCharsets.UTF_8);

    /** Starts it; what it needs for TLS is made again in the folder. */
    public static TrainingServer start(Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("server.p12");
        Path certificate = folder.resolve("server.pem");
        keytool(keys, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1");
        keytool(keys, "-exportcert", "-rfc", "-file", certificate.toString());
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpsServer encrypted = HttpsServer.create(anyPort, 0);
        encrypted.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        TrainingServer server = new TrainingServer(HttpServer.create(anyPort, 0), encrypted, certificate);
        for (HttpServer each : List.of(server.plain, server.encrypted)) {
            each.createContext("/", TrainingServer::answer);
            each.start();
        }
        return server;
    }

    private static SSLContext context(Path keys) throws IOException {
        try (InputStream in = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK that builds lacks TLS", e);
        }
    }

    private static void keytool(Path keys, String... arguments) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-storepass", PASSWORD, "-keystore", keys.toString()));
        Process keytool = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        }
    }

    /** The two addresses, and the file of the certificate that the second is to be trusted by. */
    public List<String> addresses() {
        return List.of(
                "http://127.0.0.1:" + plain.getAddress().getPort(),
                "https://127.0.0.1:" + encrypted.getAddress().getPort(),
                certificate.toString());
    }

    @Override
    public void close() {
        plain.stop(0);
        encrypted.stop(0);
    }
}
