package wandb.auth.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.ConnectionSpec;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.http.message.Messages;
import wandb.auth.http.network.BoundedSockets;
import wandb.auth.http.network.ExtraHeaders;
import wandb.auth.http.network.LoopbackNames;
import wandb.auth.http.network.ProxyAddress;
import wandb.auth.http.network.ProxySettings;
import wandb.auth.http.network.TrustedCertificates;
import wandb.auth.http.network.UnreachableException;

/**
 * A W&amp;B server that can be asked. Redirects are not followed, so that what is sent reaches its own address only; no cookie
 * or answer is kept.
 */
record Server(Environment environment, Host host, TimeLimit limit, RetryingCall.Pauses pauses) {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    /** From one connection: an answer in each of three attempts, and what goes along. */
    private static final int MOST_BYTES = 4 * RetryingCall.MAX_BYTES;

    /**
     * Sends something to a path of its address.
     *
     * @param authorization the header that says who is asking; empty if nobody does
     * @return an answer that the server itself gave: one with a status below 500 that neither leads elsewhere nor asks to wait
     */
    HttpResponse post(String path, RequestBody body, Optional<String> authorization) throws UnreachableException {
        HttpUrl url = HttpUrl.parse(host.url() + path);
        if (url == null) {
            throw new UnreachableException(Messages.addressInvalid(host));
        }
        Optional<ProxyAddress> proxy = new ProxySettings(environment).forAddress(url, host.isLoopback());
        ConnectionDiagnostics journey = new ConnectionDiagnostics(host, proxy, limit);
        Request.Builder request = new Request.Builder()
                .url(url)
                .headers(Headers.of(ExtraHeaders.in(environment)))
                .header("User-Agent", "wandb-login")
                .post(body);
        authorization.ifPresent(header -> request.header("Authorization", header));
        HttpResponse answer = new RetryingCall(client(journey, url), request.build(), journey, limit, pauses).run();
        new ResponseValidator(host, path).check(answer);
        return answer;
    }

    private OkHttpClient client(ConnectionDiagnostics journey, HttpUrl url) throws UnreachableException {
        Duration connect = limit.remaining().compareTo(LONGEST_CONNECT) < 0 ? limit.remaining() : LONGEST_CONNECT;
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false) // the attempts are counted here
                .protocols(
                        List.of(Protocol.HTTP_1_1)) // one request needs no more, and its peer can demand nothing of us
                .socketFactory(new BoundedSockets(MOST_BYTES))
                .addNetworkInterceptor(chain -> RetryingCall.hidingRetryAfter(chain.proceed(chain.request())))
                .connectTimeout(atLeastOneMillisecond(connect))
                .callTimeout(atLeastOneMillisecond(limit.remaining()))
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .proxy(journey.proxy())
                .proxyAuthenticator(journey.proxyAuthenticator())
                .eventListener(journey);
        if (url.isHttps()) {
            TrustedCertificates trusted = TrustedCertificates.of(environment);
            builder.sslSocketFactory(trusted.socketFactory(), trusted);
        } else {
            if (host.isLoopback()) {
                builder.dns(new LoopbackNames());
            }
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)); // else the JDK's trust store would be read
        }
        return builder.build();
    }

    /** Zero would mean no limit. */
    private static Duration atLeastOneMillisecond(Duration duration) {
        return duration.toMillis() == 0 ? Duration.ofMillis(1) : duration;
    }
}
