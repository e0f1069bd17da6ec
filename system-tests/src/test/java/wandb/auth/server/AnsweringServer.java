package wandb.auth.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers every question alike, or never. */
public final class AnsweringServer implements AutoCloseable {

    private static final int LONGEST_WAIT_MINUTES = 10;

    private final HttpServer server;
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private AnsweringServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** One that answers with this status and this JSON. */
    public static AnsweringServer with(int status, String json) throws IOException {
        AnsweringServer server = new AnsweringServer();
        server.start(exchange -> server.answer(exchange, status, json));
        return server;
    }

    /** One that takes a question and leaves it unanswered. */
    public static AnsweringServer silent() throws IOException {
        AnsweringServer server = new AnsweringServer();
        server.start(exchange -> server.waitForTheEnd());
        return server;
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void start(Handler handler) {
        server.createContext("/", exchange -> {
            questions.incrementAndGet();
            asked.countDown();
            handler.handle(exchange);
        });
        server.start();
    }

    private void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many questions came. */
    public int questions() {
        return questions.get();
    }

    /** Waits until the first question has come. */
    public void awaitQuestion() throws InterruptedException {
        if (!asked.await(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("nothing was asked");
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
