package wandb.auth.http.network;

import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import wandb.auth.domain.ApiKey;
import wandb.auth.http.message.Messages;

/** A proxy as a setting names it: {@code http://USER:PASSWORD@HOST:PORT}, or {@code socks5://HOST:PORT}. */
public final class ProxyAddress {

    private static final int HTTP_PORT = 80;
    private static final int SOCKS_PORT = 1080;
    private static final int LAST_PORT = 65_535;
    private static final int MOST_PORT_DIGITS = 5;

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
     * Reads it as Python's {@code requests} and curl do: without a scheme, {@code http://} is meant; what stands before the
     * last @ is user and password; a path counts for nothing. A path with an @ is refused, for it is then likely the end of
     * a password with a character that should have been percent-encoded, and its beginning would be taken for the host.
     *
     * @throws UnreachableException if it is invalid; the message does not quote it, for it may hold a password
     */
    public static ProxyAddress parse(String setting, String text) throws UnreachableException {
        int scheme = text.indexOf("://");
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        int end = endOfAuthority(rest);
        if (rest.indexOf('@', end) >= 0 || !rest.chars().allMatch(c -> c > ' ' && c != '\\' && c != 0x7F)) {
            throw notAnAddress(setting);
        }
        Proxy.Type type = scheme < 0
                ? Proxy.Type.HTTP
                : type(setting, text.substring(0, scheme).toLowerCase(Locale.ROOT));
        String authority = rest.substring(0, end);
        int at = authority.lastIndexOf('@');
        if (type == Proxy.Type.SOCKS && at >= 0) {
            throw new UnreachableException(Messages.socksPasswordNotSupported(setting));
        }
        Optional<String> authorization = at < 0 ? Optional.empty() : Optional.of(authorization(rest.substring(0, at)));
        return at(setting, type, authority.substring(at + 1), authorization);
    }

    private static int endOfAuthority(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                return i;
            }
        }
        return rest.length();
    }

    private static ProxyAddress at(String setting, Proxy.Type type, String place, Optional<String> authorization)
            throws UnreachableException {
        int colon = place.lastIndexOf(':');
        boolean withPort = colon >= 0 && place.indexOf(']', colon) < 0;
        String host = host(setting, withPort ? place.substring(0, colon) : place);
        String digits = withPort ? place.substring(colon + 1) : "";
        int usual = type == Proxy.Type.HTTP ? HTTP_PORT : SOCKS_PORT;
        return new ProxyAddress(type, host, digits.isEmpty() ? usual : port(setting, digits), authorization);
    }

    private static int port(String setting, String digits) throws UnreachableException {
        boolean number = digits.length() <= MOST_PORT_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(digits) : 0;
        if (port == 0 || port > LAST_PORT) {
            throw new UnreachableException(Messages.proxyPortInvalid(setting, LAST_PORT));
        }
        return port;
    }

    /** Any name that can be looked up, with underscores too; one of other scripts as the name service knows it. */
    private static String host(String setting, String name) throws UnreachableException {
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        try {
            if (bracketed) {
                InetAddress.ofLiteral(name.substring(1, name.length() - 1));
                return name;
            }
            String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
            boolean isKey = ascii.indexOf('.') < 0 && ApiKey.isLikelyAsName(ascii); // it would be shown, and looked up
            if (!ascii.isEmpty() && !isKey && ascii.chars().allMatch(ProxyAddress::isOfName)) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(setting);
        }
        throw notAnAddress(setting);
    }

    private static boolean isOfName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._".indexOf(c) >= 0;
    }

    private static Proxy.Type type(String setting, String scheme) throws UnreachableException {
        return switch (scheme) {
            case "http" -> Proxy.Type.HTTP;
            case "socks4", "socks4a", "socks5", "socks5h" -> Proxy.Type.SOCKS;
            case "https" -> throw new UnreachableException(Messages.proxyByHttpsNotSupported(setting));
            default -> throw notAnAddress(setting);
        };
    }

    private static UnreachableException notAnAddress(String setting) {
        return new UnreachableException(Messages.proxyInvalid(setting));
    }

    /** A percent sign that begins no escape is just that. */
    private static String authorization(String userInfo) {
        HttpUrl decoded = HttpUrl.get("http://" + userInfo + "@proxy");
        return Credentials.basic(decoded.username(), decoded.password(), StandardCharsets.UTF_8);
    }

    /** For a connection; the proxy's name is not looked up yet. */
    public Proxy proxy() {
        return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
    }

    /** The header that its user name and password make; empty if it has none. */
    public Optional<String> authorization() {
        return authorization;
    }

    /** Without user name and password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
