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
import wandb.auth.domain.TerminalSafe;
import wandb.auth.http.network.BoundedSockets;
import wandb.auth.http.network.LoopbackNames;
import wandb.auth.http.network.ProxyAddress;
import wandb.auth.http.network.UnreachableException;
import wandb.auth.http.network.WindowsCertificates;

/** How far a request came, and what it means where it came no further. */
final class ConnectionDiagnostics extends EventListener {

    private static final String AUTHORIZATION = "Proxy-Authorization";
    /** The status of a proxy that wants a password, or another one. */
    static final int PROXY_AUTHENTICATION = 407;

    /** okhttp's words for an answer that is cut; its other protocol exceptions are about what it holds. */
    private static final String END_OF_STREAM = "unexpected end of stream";

    private static final String CHECK_NETWORK = "Check the address and the network, and try again.";

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
    UnreachableException unintelligible() {
        return new UnreachableException(
                host.machine() + " sent an invalid HTTP response.",
                "Check the address; another service may answer there.");
    }

    private boolean isStuckAtProxy() {
        return proxyRefused || (proxy.isPresent() && !beyondProxy);
    }

    UnreachableException end(IOException e) {
        if (isCausedBy(e, BoundedSockets.OverlongException.class)) {
            return new UnreachableException(
                    host.machine() + " sent a larger response than a W&B server does.",
                    "Check the address; another service may answer there.");
        }
        if (e instanceof SSLException) {
            return withoutTrust(e);
        }
        if (e instanceof InterruptedIOException) {
            return timeout();
        }
        if (isWithoutProxy(e)) {
            return new UnreachableException(
                    host.machine() + " answered as a proxy that wants a password does (407), and no proxy was asked.",
                    "Check the address; or name the proxy in HTTPS_PROXY.");
        }
        if (e instanceof LoopbackNames.ElsewhereException) {
            return new UnreachableException(
                    host.machine()
                            + " is another machine here, and over plain http anyone on the network path could read"
                            + " what is sent, so it was not asked.",
                    "Use an https address, or the IP address of the machine.");
        }
        if (e instanceof UnknownHostException) {
            return new UnreachableException("Cannot resolve the name of " + nearest() + ".", CHECK_NETWORK);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new UnreachableException("No connection to " + nearest() + ": " + words(e) + ".", CHECK_NETWORK);
        }
        return brokenOff(e);
    }

    private UnreachableException brokenOff(IOException e) {
        if (proxyRefused) {
            return proxyWantsPassword();
        }
        if (isStuckAtProxy()) {
            return new UnreachableException(
                    "The " + nearest() + " makes no connection to " + host.machine() + ".",
                    "Ask the proxy's operator, or name the server in NO_PROXY.");
        }
        if (e instanceof ProtocolException && !END_OF_STREAM.equals(e.getMessage())) {
            return unintelligible();
        }
        return new UnreachableException(
                "The connection to " + host.machine() + " was cut before its answer was complete.", CHECK_NETWORK);
    }

    UnreachableException timeout() {
        long seconds = Math.max(1, allowed.toSeconds());
        String time = seconds == 1 ? "1 second" : seconds + " seconds";
        return new UnreachableException(
                host.machine() + " did not answer within " + time + ".",
                "Try again later, or set WANDB_HTTP_TIMEOUT to more seconds.");
    }

    UnreachableException proxyWantsPassword() {
        boolean given = proxy.flatMap(ProxyAddress::authorization).isPresent();
        return given
                ? new UnreachableException(
                        "The " + nearest() + " does not accept its user name and password.",
                        "Correct them in the proxy variable; special characters there are percent-encoded.")
                : new UnreachableException(
                        "The " + nearest() + " wants a user name and a password.",
                        "Write the proxy variable as http://USER:PASSWORD@HOST:PORT.");
    }

    private UnreachableException withoutTrust(IOException e) {
        String name = host.machine();
        if (e instanceof SSLPeerUnverifiedException) {
            return new UnreachableException(
                    "The certificate of " + name + " is for another name.",
                    "Check the address; use the name that the certificate is for.");
        }
        if (isCausedBy(e, CertificateExpiredException.class)) {
            return new UnreachableException(
                    "The certificate of " + name + " has expired.",
                    "Check this machine's clock, or tell its operator.");
        }
        if (isCausedBy(e, WindowsCertificates.UnreadException.class)) {
            return new UnreachableException(
                    "The certificate of " + name
                            + " is from nobody that this program trusts, and it cannot read whom Windows"
                            + " trusts: its Java has no jdk.crypto.mscapi.",
                    "Name the file of the server's CA (PEM) in SSL_CERT_FILE.");
        }
        if (isCausedBy(e, CertificateException.class)) {
            return new UnreachableException(
                    "The certificate of " + name + " is not issued by an authority that this machine trusts.",
                    "If it is your organisation's, name the file of its CA in SSL_CERT_FILE.");
        }
        return new UnreachableException(
                "No TLS connection to " + name + " can be made: " + words(e) + ".",
                "Check the address: another port may be meant, or http://.");
    }

    private String nearest() {
        return proxy.isPresent() ? "proxy " + proxy.get() : host.machine();
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
                ? "input/output error"
                : TerminalSafe.of(said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1));
    }
}
