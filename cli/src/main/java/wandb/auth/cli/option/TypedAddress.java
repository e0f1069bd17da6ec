package wandb.auth.cli.option;

import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;

/**
 * The address of a server as a person types it on the command line, perhaps without its scheme. Variables and files are
 * read as they stand, since the SDK reads them too.
 */
record TypedAddress(String text) {

    /** The address with the scheme that a public host name has; empty if one stands there, or cannot be told. */
    Optional<String> completed() {
        return hasNoScheme() && hasDot() && !isIpAddress() && !isLoopback()
                ? Optional.of("https://" + text)
                : Optional.empty();
    }

    /** Whether nothing tells http from https: a name without a dot or an IP address is often reached by either. */
    boolean isAmbiguous() {
        return hasNoScheme() && completed().isEmpty();
    }

    /** Only where it is an address but for the scheme, so that a word or a key in its place is never repeated. */
    private boolean hasNoScheme() {
        if (text.contains("://") || ApiKey.isLikely(text)) {
            return false;
        }
        try {
            Host.parse("https://" + text);
            return true;
        } catch (InvalidHostException e) {
            return e.problem() == InvalidHostException.Problem.APP_ADDRESS; // which is told by its whole address
        }
    }

    private boolean isLoopback() {
        try {
            return Host.parse("https://" + text).isLoopback();
        } catch (InvalidHostException e) {
            return false; // the public cloud's web pages
        }
    }

    private boolean hasDot() {
        String name = name();
        return name.indexOf('.') > 0 && name.indexOf('.') < name.length() - 1;
    }

    private boolean isIpAddress() {
        String name = name();
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.startsWith("0x") || isNumber(last);
    }

    private static boolean isNumber(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (label.charAt(i) < '0' || label.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private String name() {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != '/') {
            end++;
        }
        String name = text.substring(0, end);
        return name.endsWith(".") ? name.substring(0, end - 1) : name;
    }
}
