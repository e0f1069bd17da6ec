package wandb.auth.http.network;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Credentials;

/** A proxy as an environment variable names it: {@code http://USER:PASSWORD@HOST:PORT}, or {@code socks5://HOST:PORT}. */
public final class ProxyAddress {

    private static final int HTTP_PORT = 80;
    private static final int SOCKS_PORT = 1080;

    private final Proxy.Type type;
    private final String host;
    private final int port;
    private final Optional<String> authorization;

    private ProxyAddress(Proxy.Type type, String host, int port, Optional<String> authorization) {
        this.type = type;
        this.host = host;
        this.port = port;
        this.authorization = authorization;
    }

    /**
     * Reads it as Python's {@code requests} does: without a scheme, {@code http://} is meant.
     *
     * @throws UnreachableException where it is none; the message does not quote it, for it may hold a password
     */
    static ProxyAddress parse(String variable, String text) throws UnreachableException {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            String host = uri.getHost();
            if (host == null) {
                throw notAnAddress(variable);
            }
            Proxy.Type type = type(variable, uri.getScheme().toLowerCase(Locale.ROOT));
            int usual = type == Proxy.Type.HTTP ? HTTP_PORT : SOCKS_PORT;
            Optional<String> authorization =
                    Optional.ofNullable(uri.getRawUserInfo()).map(ProxyAddress::authorization);
            if (type == Proxy.Type.SOCKS && authorization.isPresent()) {
                throw new UnreachableException(
                        variable + " names a SOCKS proxy with a password, which is not supported.",
                        "Name an http:// proxy, or the server in NO_PROXY.");
            }
            return new ProxyAddress(type, host, uri.getPort() < 0 ? usual : uri.getPort(), authorization);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw notAnAddress(variable);
        }
    }

    private static Proxy.Type type(String variable, String scheme) throws UnreachableException {
        return switch (scheme) {
            case "http" -> Proxy.Type.HTTP;
            case "socks4", "socks4a", "socks5", "socks5h" -> Proxy.Type.SOCKS;
            case "https" ->
                throw new UnreachableException(
                        variable + " names a proxy that is itself reached by https, which is not supported.",
                        "Name it with http:// if it answers to that, or the server in NO_PROXY.");
            default -> throw notAnAddress(variable);
        };
    }

    private static UnreachableException notAnAddress(String variable) {
        return new UnreachableException(
                variable + " is not the address of a proxy.", "Write it as http://HOST:PORT, or unset it.");
    }

    private static String authorization(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        return Credentials.basic(user, password, StandardCharsets.UTF_8);
    }

    private static String decoded(String escaped) {
        return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** For a connection; the proxy's name is not looked up yet. */
    public Proxy proxy() {
        return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
    }

    /** The header that its user name and password make; empty where it has none. */
    public Optional<String> authorization() {
        return authorization;
    }

    /** Without user name and password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
