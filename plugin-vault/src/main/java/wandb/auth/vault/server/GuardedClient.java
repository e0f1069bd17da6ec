package wandb.auth.vault.server;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import wandb.auth.vault.message.Messages;

/**
 * The client as the library is given it: an answer has a largest size, and what is no answer of a working server
 * ends the call with what is wrong.
 */
final class GuardedClient extends HttpClient {

    static final long LARGEST_ANSWER = 1 << 20;

    private final HttpClient client;
    private final Transport transport;
    private final ServerAddress address;

    GuardedClient(HttpClient client, Transport transport, ServerAddress address) {
        this.client = client;
        this.transport = transport;
        this.address = address;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        HttpResponse<T> response;
        try {
            // An agent answers nothing without this header: no web page could have a browser send it.
            HttpRequest marked = HttpRequest.newBuilder(request, (name, value) -> true)
                    .setHeader("X-Vault-Request", "true")
                    .build();
            response = transport.send(marked, HttpResponse.BodyHandlers.limiting(handler, LARGEST_ANSWER));
        } catch (IOException e) {
            throw unreachable(e);
        }
        ServerState.check(address, response);
        return response;
    }

    private VaultStoreException unreachable(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return new VaultStoreException(Messages.notTrusted(address.toString()));
            }
            if (cause instanceof ConnectException) {
                return new VaultStoreException(Messages.notReachable(address.toString()));
            }
        }
        return new VaultStoreException(Messages.brokenOff(address.toString()));
    }

    /** Ends what is under way and lets the threads go. */
    @Override
    public void shutdownNow() {
        client.shutdownNow();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        throw new UnsupportedOperationException("the library waits for its answers");
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
