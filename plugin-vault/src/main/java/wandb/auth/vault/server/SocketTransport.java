package wandb.auth.vault.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/**
 * HTTP over a Unix socket, which the JDK's client does not speak. A request is one of HTTP/1.0: the answer then ends with the
 * connection and is in one piece.
 *
 * @param largest how many bytes an answer may have
 */
record SocketTransport(Path socket, long largest) implements Transport {

    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 8192;

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try (SocketChannel channel = connected()) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write(bytes(request));
            return answer(request, new BufferedInputStream(Channels.newInputStream(channel)), handler);
        }
    }

    private SocketChannel connected() throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw (IOException) new ConnectException("no connection to the socket").initCause(e);
        }
    }

    private static byte[] bytes(HttpRequest request) {
        byte[] body = request.bodyPublisher().map(SocketTransport::body).orElse(new byte[0]);
        String path = request.uri().getRawPath();
        String query = request.uri().getRawQuery();
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(path).append(query == null ? "" : "?" + query);
        head.append(" HTTP/1.0\r\nHost: localhost\r\n");
        for (Map.Entry<String, List<String>> header : request.headers().map().entrySet()) {
            for (String value : header.getValue()) {
                head.append(header.getKey()).append(": ").append(value).append("\r\n");
            }
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private static byte[] body(HttpRequest.BodyPublisher publisher) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer item) {
                byte[] part = new byte[item.remaining()];
                item.get(part);
                bytes.writeBytes(part);
            }

            @Override
            public void onError(Throwable throwable) {
                throw new IllegalStateException("a body in memory cannot fail", throwable);
            }

            @Override
            public void onComplete() {}
        });
        return bytes.toByteArray();
    }

    private <T> HttpResponse<T> answer(HttpRequest request, InputStream in, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        int status = status(line(in));
        HttpHeaders headers = headers(in);
        byte[] body = in.readNBytes(Math.toIntExact(largest + 1));
        long told = headers.firstValueAsLong("Content-Length").orElse(body.length);
        if (body.length > largest || body.length < told) {
            throw new EOFException("the answer is cut short or too long");
        }
        HttpResponse.BodySubscriber<T> subscriber = handler.apply(new Info(status, headers));
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                // everything comes at once
            }

            @Override
            public void cancel() {
                // and there is nothing left to end
            }
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(body)));
        subscriber.onComplete();
        return new Answer<>(
                request,
                status,
                headers,
                subscriber.getBody().toCompletableFuture().join());
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || words[1].length() != 3) {
            throw new IOException("no answer of HTTP");
        }
        try {
            return Integer.parseInt(words[1]);
        } catch (NumberFormatException e) {
            throw new IOException("no status", e);
        }
    }

    private static HttpHeaders headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (int read = 0; read <= MOST_HEADERS; read++) {
            String line = line(in);
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                return HttpHeaders.of(headers, (name, value) -> true);
            }
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.computeIfAbsent(name, none -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        throw new IOException("too many headers");
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the answer is cut short");
            }
            if (next == '\n') {
                return line.toString().strip();
            }
            line.append((char) next);
        }
        throw new IOException("a line without an end");
    }

    private record Info(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    private record Answer<T>(HttpRequest request, int statusCode, HttpHeaders headers, T body)
            implements HttpResponse<T> {
        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
