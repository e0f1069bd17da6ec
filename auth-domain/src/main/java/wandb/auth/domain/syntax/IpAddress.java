package wandb.auth.domain.syntax;

import java.net.Inet6Address;

/** IP addresses in place of a host name, judged as the WHATWG URL standard does. */
public final class IpAddress {

    private static final int MAX_PARTS = 4;

    private IpAddress() {}

    /** Whether the text is an IPv6 address in brackets, without a zone. */
    public static boolean isBracketedVersion6(String text) {
        if (!text.endsWith("]") || text.indexOf('%') >= 0 || text.indexOf(':') < 0) {
            return false;
        }
        try {
            Inet6Address.ofLiteral(text.substring(1, text.length() - 1));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a host's name, or its address in the form that this class accepts, is this machine's own. */
    public static boolean isLoopback(String name) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (plain.startsWith("[")) {
            return Inet6Address.ofLiteral(plain.substring(1, plain.length() - 1)) instanceof Inet6Address address
                    && address.isLoopbackAddress();
        }
        boolean version4 = plain.startsWith("127.") && endsInNumber(plain);
        return version4 || plain.equals("localhost") || plain.endsWith(".localhost");
    }

    /** False if the last label is a number, so that the name must be an IPv4 address, and it is not. */
    public static boolean isValidWhereNumeric(String name) {
        String address = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!endsInNumber(address)) {
            return true;
        }
        String[] parts = address.split("\\.", -1);
        if (parts.length > MAX_PARTS) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            int bytes = i < parts.length - 1 ? 1 : MAX_PARTS + 1 - parts.length;
            if (!isNumberBelow(parts[i], 1L << (8 * bytes))) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsInNumber(String address) {
        String last = address.substring(address.lastIndexOf('.') + 1);
        return last.startsWith("0x") || CharacterSet.isDigits(last);
    }

    /** Decimal only: a leading zero means octal to some readers and decimal to others. */
    private static boolean isNumberBelow(String part, long bound) {
        boolean decimal = !part.isEmpty()
                && part.length() <= 10
                && CharacterSet.isDigits(part)
                && (part.length() == 1 || part.charAt(0) != '0');
        return decimal && Long.parseLong(part) < bound;
    }
}
