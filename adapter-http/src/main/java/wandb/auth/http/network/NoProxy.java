package wandb.auth.http.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The servers that no proxy is used for, as {@code NO_PROXY} lists them between commas: {@code *}, a host's name, which
 * stands for all below it too ({@code .example.com} and {@code *.example.com} mean the same), an address, or a block of
 * addresses ({@code 10.0.0.0/8}); each but the last with a port where only that is meant. A name never covers another that
 * merely ends in the same letters.
 */
record NoProxy(String list) {

    /** Whether it lists the server; an IPv6 address is given without brackets. */
    boolean covers(String host, int port) {
        for (String entry : list.split(",", -1)) {
            if (covers(entry.strip(), host, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.isEmpty() || entry.equals("*")) {
            return !entry.isEmpty();
        }
        if (entry.indexOf('/') > 0) {
            return isInBlock(entry, host);
        }
        int colon = entry.lastIndexOf(':');
        boolean withPort = colon > 0 && (colon == entry.indexOf(':') || entry.charAt(colon - 1) == ']');
        if (withPort && !entry.substring(colon + 1).equals(Integer.toString(port))) {
            return false;
        }
        String name = withPort ? entry.substring(0, colon) : entry;
        Optional<InetAddress> address = literal(host);
        return address.isPresent() ? address.equals(literal(name)) : isNameOrBelow(name, host);
    }

    private static boolean isNameOrBelow(String entry, String host) {
        String name = entry.startsWith("*.") ? entry.substring(2) : entry.substring(entry.startsWith(".") ? 1 : 0);
        int start = host.length() - name.length();
        return !name.isEmpty()
                && host.regionMatches(true, start, name, 0, name.length())
                && (start == 0 || host.charAt(start - 1) == '.');
    }

    private static boolean isInBlock(String entry, String host) {
        int slash = entry.indexOf('/');
        Optional<InetAddress> block = literal(entry.substring(0, slash));
        Optional<InetAddress> address = literal(host);
        if (block.isEmpty() || address.isEmpty()) {
            return false;
        }
        byte[] first = block.get().getAddress();
        byte[] asked = address.get().getAddress();
        int shift = 8 * first.length - prefixLength(entry.substring(slash + 1));
        return first.length == asked.length
                && shift >= 0
                && shift <= 8 * first.length
                && new BigInteger(1, first).shiftRight(shift).equals(new BigInteger(1, asked).shiftRight(shift));
    }

    private static int prefixLength(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** The address that the text is; no name is looked up. */
    private static Optional<InetAddress> literal(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        try {
            return Optional.of(InetAddress.ofLiteral(bracketed ? text.substring(1, text.length() - 1) : text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
