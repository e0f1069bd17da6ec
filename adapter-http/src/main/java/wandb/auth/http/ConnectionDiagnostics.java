package wandb.auth.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import wandb.auth.domain.Host;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.http.message.Messages;
import wandb.auth.http.network.BoundedSockets;
import wandb.auth.http.network.LoopbackNames;
import wandb.auth.http.network.ProxyAddress;
import wandb.auth.http.network.WindowsCertificates;

/** How far a request came, and what it means where it came no further. */
final class ConnectionDiagnostics extends EventListener {

    private static final String AUTHORIZATION = "Proxy-Authorization";
    /** The status of a proxy that wants a password, or another one. */
    static final int PROXY_AUTHENTICATION = 407;

    /** okhttp's words for an answer that is cut; its other protocol exceptions are about what it holds. */
    private static final String END_OF_STREAM = "unexpected end of stream";

    private final Host host;
    private final Optional<ProxyAddress> proxy;
    private final Duration allowed;
    private volatile boolean proxyRefused;
    private volatile boolean beyondProxy;
    private volatile int lastStatus;

    ConnectionDiagnostics(Host host, Optional<ProxyAddress> proxy, TimeLimit limit) {
        this.host = host;
        this.proxy = proxy;
        this.allowed = limit.remaining();
    }

    Proxy proxy() {
        return proxy.map(ProxyAddress::proxy).orElse(Proxy.NO_PROXY);
    }

    /**
     * Gives the proxy its user name and password, once. Within a tunnel it is the server that asks for them; it gets nothing.
     */
    Authenticator proxyAuthenticator() {
        return (route, response) -> {
            Request request = response.request();
            if (!isProxys(response)) {
                return null;
            }
            Optional<String> authorization = proxy.flatMap(ProxyAddress::authorization);
            if (authorization.isPresent() && request.header(AUTHORIZATION) == null) {
                return request.newBuilder()
                        .header(AUTHORIZATION, authorization.get())
                        .build();
            }
            boolean asked = response.challenges().stream()
                    .noneMatch(challenge -> challenge.scheme().equals("OkHttp-Preemptive"));
            proxyRefused = proxyRefused || asked;
            return null;
        };
    }

    /** Whether an answer is the proxy's own: to the request for a tunnel, or to one that went to the proxy itself. */
    boolean isProxys(Response response) {
        Request request = response.request();
        return proxy.isPresent()
                && (request.method().equals("CONNECT") || !request.url().isHttps());
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        lastStatus = response.code();
    }

    @Override
    public void secureConnectStart(Call call) {
        beyondProxy = true;
    }

    /** Whether the way was open and then broke off, which the next attempt may be spared. */
    boolean mayGoBetterAgain(IOException e) {
        return !(e instanceof SSLException
                || e instanceof BoundedSockets.OverlongException
                || e instanceof UnknownHostException
                || e instanceof ConnectException
                || e instanceof NoRouteToHostException
                || e instanceof InterruptedIOException
                || isWithoutProxy(e)
                || isStuckAtProxy());
    }

    /** okhttp's own word for an answer that it does not expect from a server. */
    private boolean isWithoutProxy(IOException e) {
        return e instanceof ProtocolException && lastStatus == PROXY_AUTHENTICATION && proxy.isEmpty();
    }

    /** Something in an answer that okhttp did not expect, whatever it was. */
    Reason unintelligible() {
        return Messages.responseInvalid(host);
    }

    private boolean isStuckAtProxy() {
        return proxyRefused || (proxy.isPresent() && !beyondProxy);
    }

    Reason end(IOException e) {
        if (isCausedBy(e, BoundedSockets.OverlongException.class)) {
            return Messages.responseTooLarge(host);
        }
        if (e instanceof SSLException) {
            return withoutTrust(e);
        }
        if (e instanceof InterruptedIOException) {
            return timeout();
        }
        if (isWithoutProxy(e)) {
            return Messages.proxyUnasked(host);
        }
        if (e instanceof LoopbackNames.ElsewhereException) {
            return Messages.loopbackNameElsewhere(host);
        }
        if (e instanceof UnknownHostException) {
            return Messages.nameUnknown(nearest());
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return Messages.notConnected(nearest(), words(e));
        }
        return brokenOff(e);
    }

    private Reason brokenOff(IOException e) {
        if (proxyRefused) {
            return proxyWantsPassword();
        }
        if (isStuckAtProxy()) {
            return Messages.notConnectedByProxy(nearest(), host);
        }
        if (e instanceof ProtocolException && !END_OF_STREAM.equals(e.getMessage())) {
            return unintelligible();
        }
        return Messages.answerCut(host);
    }

    Reason timeout() {
        return Messages.notAnswering(host, Math.max(1, allowed.toSeconds()));
    }

    Reason proxyWantsPassword() {
        boolean given = proxy.flatMap(ProxyAddress::authorization).isPresent();
        return given ? Messages.proxyRejectsPassword(nearest()) : Messages.proxyWantsPassword(nearest());
    }

    private Reason withoutTrust(IOException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return Messages.certificateOfAnotherName(host);
        }
        if (isCausedBy(e, CertificateExpiredException.class)) {
            return Messages.certificateExpired(host);
        }
        if (isCausedBy(e, WindowsCertificates.UnreadException.class)) {
            return Messages.certificateUntrustedWithoutWindows(host);
        }
        if (isCausedBy(e, CertificateException.class)) {
            return Messages.certificateUntrusted(host);
        }
        return Messages.tlsFailed(host, words(e));
    }

    private String nearest() {
        return proxy.isPresent() ? Messages.proxy(proxy.get().toString()) : host.machine();
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The words of the operating system or the JDK: those of the first cause. */
    private static String words(Throwable e) {
        Throwable first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String said = first.getMessage();
        return said == null || said.isEmpty()
                ? Messages.INPUT_OUTPUT_ERROR
                : TerminalSafe.of(said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1));
    }
}
