package wandb.auth.domain;

import java.util.Locale;
import wandb.auth.domain.InvalidHostException.Problem;
import wandb.auth.domain.syntax.CharacterSet;
import wandb.auth.domain.syntax.InternationalName;
import wandb.auth.domain.syntax.IpAddress;

/** Reads a server's address, strictly: what it does not know, it refuses rather than repairs. */
public final class HostParser {

    private static final String FORGE_APP_HOST = "forge.coreweave.com";
    private static final String FORGE_API_HOST = "api." + FORGE_APP_HOST;
    private static final String FORGE_API_PATH = "/api/wandb";
    private static final int MAX_PORT = 65_535;

    private final String text;

    public HostParser(String text) {
        this.text = text;
    }

    /** The server at the address; refuses addresses of the public cloud that are not its API. */
    Host parse() {
        Host host = address();
        String name = withoutTrailing('.', host.name());
        if (name.equals(FORGE_APP_HOST)) {
            if (host.url().equals("https://" + FORGE_APP_HOST + FORGE_API_PATH)) {
                return new Host("https", FORGE_API_HOST, "");
            }
            throw problem(Problem.APP_ADDRESS, "did you mean https://" + FORGE_API_HOST + "?");
        }
        boolean cloudDomain = name.endsWith("wandb.ai");
        if (cloudDomain && !name.contains("api.")) {
            throw problem(Problem.APP_ADDRESS, "did you mean " + Host.PUBLIC_CLOUD + "?");
        }
        if (host.url().startsWith("http:") && (cloudDomain || name.equals(FORGE_API_HOST))) {
            throw problem(Problem.CLOUD_NEEDS_HTTPS, "the public cloud is reached by https only");
        }
        return host;
    }

    /** Any address of the form that a server's has. */
    public Host address() {
        if (text.isEmpty()) {
            throw new InvalidHostException(Problem.NOT_A_URL, "The server address is empty.");
        }
        checkCharacters();
        String scheme = scheme();
        String rest = text.substring(scheme.length() + "://".length());
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : withoutTrailing('/', rest.substring(slash));
        if (authority.indexOf('@') >= 0) {
            throw problem(Problem.USER_INFO, "leave out the user name and password");
        }
        checkPath(path);
        int portAt = portSeparator(authority);
        String name = name(portAt < 0 ? authority : authority.substring(0, portAt));
        String port = portAt < 0 ? "" : port(authority.substring(portAt + 1));
        return new Host(scheme, name + port, path);
    }

    private void checkCharacters() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f) {
                throw problem(Problem.BAD_CHARACTERS, "it holds a blank or a control character");
            }
            if ("\"'`\\<>{}|^$".indexOf(c) >= 0) {
                throw problem(Problem.BAD_CHARACTERS, "it holds the character " + c);
            }
            if (c == '?' || c == '#') {
                throw problem(Problem.QUERY_OR_FRAGMENT, "leave out everything from the " + c + " on");
            }
        }
    }

    private String scheme() {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (web && text.startsWith("://", colon)) {
            return scheme;
        }
        if (web) {
            throw problem(Problem.NOT_A_URL, "two slashes must follow " + scheme + ":");
        }
        boolean hasScheme = colon > 0 && scheme.chars().allMatch(HostParser::isSchemeCharacter);
        throw problem(hasScheme ? Problem.WRONG_SCHEME : Problem.NOT_A_URL, "it must start with https:// (or http://)");
    }

    private static boolean isSchemeCharacter(int c) {
        return CharacterSet.isLetterOrDigit((char) c) || c == '+' || c == '-' || c == '.';
    }

    private static String withoutTrailing(char c, String written) {
        int end = written.length();
        while (end > 0 && written.charAt(end - 1) == c) {
            end--;
        }
        return written.substring(0, end);
    }

    private void checkPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c > '~') {
                throw problem(Problem.BAD_CHARACTERS, "write other than ASCII characters of the path as %XX");
            }
            if (c == '%' && !isEscapeOfPrintable(path, i)) {
                throw problem(Problem.BAD_CHARACTERS, "its path holds a broken escape or an escaped control character");
            }
        }
    }

    private static boolean isEscapeOfPrintable(String path, int at) {
        int first = escapedByte(path, at);
        boolean secondControls = first == 0xc2 && (escapedByte(path, at + 3) & ~0x1f) == 0x80; // U+0080 to U+009F
        return first >= ' ' && first != 0x7f && !secondControls;
    }

    private static int escapedByte(String path, int at) {
        if (at + 2 >= path.length() || path.charAt(at) != '%') {
            return -1;
        }
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    private static int portSeparator(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? colon : -1;
    }

    private String port(String digits) {
        boolean number = !digits.isEmpty()
                && digits.length() <= 9
                && CharacterSet.isDigits(digits)
                && Integer.parseInt(digits) <= MAX_PORT;
        if (!number) {
            // What stands there is not quoted: it may be a password whose host is missing.
            throw new InvalidHostException(
                    Problem.NOT_A_URL, "The port of a server address is a number up to " + MAX_PORT + ".");
        }
        return ":" + digits;
    }

    private String name(String written) {
        if (written.isEmpty()) {
            throw problem(Problem.NOT_A_URL, "it names no host");
        }
        if (written.startsWith("[")) {
            if (!IpAddress.isBracketedVersion6(written)) {
                throw problem(Problem.NOT_A_URL, "it holds no valid IPv6 address");
            }
            return written.toLowerCase(Locale.ROOT);
        }
        String name = CharacterSet.isAscii(written) ? written.toLowerCase(Locale.ROOT) : internationalName(written);
        boolean wellFormed = !name.isEmpty() && !name.startsWith(".") && !name.contains("..");
        for (int i = 0; i < name.length() && wellFormed; i++) {
            char c = name.charAt(i);
            wellFormed = CharacterSet.isBase64Url(c) || c == '.';
        }
        if (!wellFormed) {
            throw problem(Problem.BAD_CHARACTERS, "a host name holds letters, digits, dots and dashes");
        }
        if (name.indexOf('.') < 0 && ApiKey.isLikelyAsName(name)) { // not shown, and no name service is asked for it
            throw new InvalidHostException(
                    Problem.NOT_A_URL, "What looks like an API key stands in the place of a server's name.");
        }
        if (!IpAddress.isValidWhereNumeric(name)) {
            throw problem(Problem.NOT_A_URL, "it holds no valid IPv4 address");
        }
        return name;
    }

    private String internationalName(String written) {
        return InternationalName.toAscii(written)
                .orElseThrow(() -> problem(
                        Problem.BAD_CHARACTERS, "write the international host name in its ASCII form (xn--...)"));
    }

    private InvalidHostException problem(Problem problem, String hint) {
        String end = hint.endsWith("?") ? "" : ".";
        return new InvalidHostException(problem, subject() + " is not a server address: " + hint + end);
    }

    /** What was written, where that can hold neither a password nor a key that was written in its place. */
    private String subject() {
        if (text.indexOf('@') >= 0 || ApiKey.isLikely(text)) {
            return "This";
        }
        int end = 0;
        while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
            end++;
        }
        return "'" + TerminalSafe.of(text.substring(0, end)) + (end < text.length() ? "..." : "") + "'";
    }
}
