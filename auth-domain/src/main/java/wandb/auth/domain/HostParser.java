package wandb.auth.domain;

import java.util.Locale;
import wandb.auth.domain.InvalidHostException.Problem;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.syntax.CharacterSet;
import wandb.auth.domain.syntax.InternationalName;
import wandb.auth.domain.syntax.IpAddress;

/**
 * Reads a server's address, strictly: what it does not know, it refuses rather than repairs.
 *
 * @since 0.1
 */
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
            throw problem(Problem.APP_ADDRESS, Messages.didYouMean("https://" + FORGE_API_HOST));
        }
        boolean cloudDomain = name.endsWith("wandb.ai");
        if (cloudDomain && !name.contains("api.")) {
            throw problem(Problem.APP_ADDRESS, Messages.didYouMean(Host.PUBLIC_CLOUD.url()));
        }
        if (host.url().startsWith("http:") && (cloudDomain || name.equals(FORGE_API_HOST))) {
            throw problem(Problem.CLOUD_NEEDS_HTTPS, Messages.CLOUD_BY_HTTPS_ONLY);
        }
        return host;
    }

    /** Any address of the form that a server's has. */
    public Host address() {
        if (text.isEmpty()) {
            throw new InvalidHostException(Problem.NOT_A_URL, Messages.ADDRESS_EMPTY);
        }
        checkCharacters();
        String scheme = scheme();
        String rest = text.substring(scheme.length() + "://".length());
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : withoutTrailing('/', rest.substring(slash));
        if (authority.indexOf('@') >= 0) {
            throw problem(Problem.USER_INFO, Messages.WITHOUT_USER_INFO);
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
                throw problem(Problem.BAD_CHARACTERS, Messages.HOLDS_BLANK_OR_CONTROL);
            }
            if ("\"'`\\<>{}|^$".indexOf(c) >= 0) {
                throw problem(Problem.BAD_CHARACTERS, Messages.holdsCharacter(c));
            }
            if (c == '?' || c == '#') {
                throw problem(Problem.QUERY_OR_FRAGMENT, Messages.leaveOutFrom(c));
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
            throw problem(Problem.NOT_A_URL, Messages.slashesMustFollow(scheme));
        }
        boolean hasScheme = colon > 0 && scheme.chars().allMatch(HostParser::isSchemeCharacter);
        throw problem(hasScheme ? Problem.WRONG_SCHEME : Problem.NOT_A_URL, Messages.MUST_START_WITH_HTTPS);
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
                throw problem(Problem.BAD_CHARACTERS, Messages.ESCAPE_IN_PATH);
            }
            if (c == '%' && !isEscapeOfPrintable(path, i)) {
                throw problem(Problem.BAD_CHARACTERS, Messages.BROKEN_ESCAPE_IN_PATH);
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
            throw new InvalidHostException(Problem.NOT_A_URL, Messages.portTooHigh(MAX_PORT));
        }
        return ":" + digits;
    }

    private String name(String written) {
        if (written.isEmpty()) {
            throw problem(Problem.NOT_A_URL, Messages.NAMES_NO_HOST);
        }
        if (written.startsWith("[")) {
            if (!IpAddress.isBracketedVersion6(written)) {
                throw problem(Problem.NOT_A_URL, Messages.NO_VALID_IPV6);
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
            throw problem(Problem.BAD_CHARACTERS, Messages.HOST_NAME_CHARACTERS);
        }
        if (name.indexOf('.') < 0 && ApiKey.isLikelyAsName(name)) { // not shown, and no name service is asked for it
            throw new InvalidHostException(Problem.NOT_A_URL, Messages.KEY_IN_PLACE_OF_SERVER);
        }
        if (mayBeVersion4(name) && !IpAddress.isValidWhereNumeric(name)) {
            throw problem(Problem.NOT_A_URL, Messages.NO_VALID_IPV4);
        }
        return name;
    }

    /** Whether its last label begins with a digit. */
    private static boolean mayBeVersion4(String name) {
        char first = name.charAt(name.lastIndexOf('.', name.length() - 2) + 1);
        return first >= '0' && first <= '9';
    }

    private String internationalName(String written) {
        return InternationalName.toAscii(written)
                .orElseThrow(() -> problem(Problem.BAD_CHARACTERS, Messages.WRITE_NAME_IN_ASCII));
    }

    private InvalidHostException problem(Problem problem, String hint) {
        return new InvalidHostException(problem, Messages.notAServerAddress(subject(), hint));
    }

    /** What was written, where that can hold neither a password nor a key that was written in its place. */
    private String subject() {
        if (text.indexOf('@') >= 0 || ApiKey.isLikely(text)) {
            return Messages.NOT_QUOTED;
        }
        int end = 0;
        while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
            end++;
        }
        return "'" + TerminalSafe.of(text.substring(0, end)) + (end < text.length() ? "..." : "") + "'";
    }
}
