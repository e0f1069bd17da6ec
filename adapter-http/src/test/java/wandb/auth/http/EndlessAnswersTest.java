package wandb.auth.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.http.Given.unreachable;
import static wandb.auth.http.Given.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.Host;
import wandb.auth.http.message.Messages;

/** Servers that go on sending for as long as they are read. Whatever they send, the question ends, and memory does not grow. */
@Timeout(600)
class EndlessAnswersTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String PACKED = OK + "Content-Encoding: gzip\r\n\r\n\u001f\u008b\u0008\u0018\0\0\0\0\0\0";

    /** An HTTP/2 frame: eight bytes of PING, on no stream. */
    private static final String PING = "\0\0\u0008\u0006\0\0\0\0\012345678";

    /** What each of three attempts may read, and what the system's buffers hold besides. */
    private static final long MOST_SENT = 64 << 20;

    @TempDir
    Path folder;

    private final AtomicLong sent = new AtomicLong();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** To each connection this beginning, and then the rest again and again. */
    private void serve(String beginning, String rest) {
        byte[] first = beginning.getBytes(ISO_8859_1);
        byte[] block = rest.repeat(Math.max(1, 4096 / rest.length())).getBytes(ISO_8859_1);
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                serveOne(first, block);
            }
        });
    }

    private void serveOne(byte[] first, byte[] block) {
        try (Socket connection = server.accept();
                OutputStream out = connection.getOutputStream()) {
            readRequest(connection.getInputStream());
            out.write(first);
            while (sent.addAndGet(block.length) < 2 * MOST_SENT) {
                out.write(block);
            }
        } catch (IOException e) {
            return; // the other side ended it, or the test did
        }
    }

    /** Its first part is enough: whatever it asks for, the answer is the same. */
    private static void readRequest(InputStream in) throws IOException {
        if (in.read() < 0) {
            throw new IOException("nothing was asked");
        }
    }

    /** What is sent first, again and again, and how the complaint goes on after the server's name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            100       | ""
            102       | ""
            103       | ""
            headers   | ""
            header    | ""
            status    | ""
            ping      | ""
            extension | sent a larger response than a W&B server does.
            size      | sent a larger response than a W&B server does.
            chunks    | sent a larger response than a W&B server does.
            trailers  | ""
            name      | sent a larger response than a W&B server does.
            body      | answered with more than 1 MiB, not as a W&B server does.
            """)
    void isReadToABoundOnly(String what, String complaint) {
        switch (what) {
            case "headers" -> serve(OK, "X-A: b\r\n");
            case "header" -> serve(OK + "X-A: ", "b");
            case "status" -> serve("HTTP/1.1 200 ", "b");
            case "ping" -> serve("", PING);
            case "extension" -> serve(CHUNKED + "1;", "a");
            case "size" -> serve(CHUNKED, "0");
            case "chunks" -> serve(CHUNKED, "1\r\na\r\n");
            case "trailers" -> serve(CHUNKED + "1\r\n{\r\n0\r\n", "A: b\r\n");
            case "name" -> serve(PACKED, "a");
            case "body" -> serve(OK + "\r\n", " ");
            default -> serve("", "HTTP/1.1 " + what + " X\r\n\r\n");
        }
        String machine = "127.0.0.1:" + server.getLocalPort();
        String problem = unreachable(verdict("http://" + machine, Map.of())).problem();
        assertTrue(problem.startsWith(machine + " " + complaint) || complaint.isEmpty(), problem);
        assertTrue(sent.get() < MOST_SENT, () -> sent + " bytes were read");
    }

    /** Byte by byte no bound is reached, but the end of the time is. */
    @Test
    void aServerThatDripsIsLeftAtTheEndOfTheTime() throws Exception {
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                drip();
            }
        });
        String machine = "127.0.0.1:" + server.getLocalPort();
        assertEquals(
                Messages.notAnswering(Host.parse("http://" + machine), 1),
                unreachable(verdict("http://" + machine, Map.of("WANDB_HTTP_TIMEOUT", "1"))));
    }

    private void drip() {
        try (Socket connection = server.accept()) {
            readRequest(connection.getInputStream());
            while (true) {
                connection.getOutputStream().write('H');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            return; // the other side ended it, or the test did
        }
    }

    /** It agrees to HTTP/2 whatever it was offered, and floods with its pings. */
    @Test
    void aServerThatSpeaksHttp2OnlyIsNotSpokenTo() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        server.close();
        server = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        AtomicLong offers = new AtomicLong();
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                floodByHttp2(offers);
            }
        });
        String ca = Files.writeString(folder.resolve("ca.pem"), certificate.certificatePem())
                .toString();
        unreachable(verdict("https://localhost:" + server.getLocalPort(), Map.of("SSL_CERT_FILE", ca)));
        assertEquals(0, offers.get(), "HTTP/2 was offered");
        assertTrue(sent.get() < MOST_SENT, () -> sent + " bytes were read");
    }

    private void floodByHttp2(AtomicLong offers) {
        byte[] pings = PING.repeat(200).getBytes(ISO_8859_1);
        try (SSLSocket connection = (SSLSocket) ((SSLServerSocket) server).accept()) {
            connection.setHandshakeApplicationProtocolSelector((socket, offered) -> {
                offers.addAndGet(offered.contains("h2") ? 1 : 0);
                return offered.isEmpty() ? null : List.copyOf(offered).getFirst();
            });
            readRequest(connection.getInputStream());
            while (sent.addAndGet(pings.length) < 2 * MOST_SENT) {
                connection.getOutputStream().write(pings);
            }
        } catch (IOException e) {
            return; // the other side ended it, or the test did
        }
    }
}
