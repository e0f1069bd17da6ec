package wandb.auth.cli;

import java.util.Map;
import java.util.Optional;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.ApiKey;

/**
 * The places that the process was given: by its variables and its working directory. One that this program cannot name is
 * never taken for one that does not exist: a policy or a profile could stand there.
 */
final class GivenPaths {

    /** What a byte becomes that is not a character of the locale. */
    private static final char NO_CHARACTER = '\uFFFD';

    private static final String[] PATHS = {
        "HOME",
        "NETRC",
        "WANDB_CONFIG_DIR",
        "WANDB_DIR",
        "WANDB_AUTH_POLICY",
        "WANDB_CREDENTIALS_FILE",
        "WANDB_IDENTITY_TOKEN_FILE",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "REQUESTS_CA_BUNDLE",
        "CURL_CA_BUNDLE",
        "VAULT_CACERT"
    };

    private static final String[] OTHERS = {"WANDB_BASE_URL", "WANDB_PROFILE", "DBUS_SESSION_BUS_ADDRESS"};

    private GivenPaths() {}

    /**
     * What is wrong with one of them, and what to do.
     *
     * @param gone whether the working directory cannot be found (any more), and this one is not the user's
     */
    static Optional<String> problem(Map<String, String> variables, String workingDirectory, boolean gone) {
        if (workingDirectory.indexOf(NO_CHARACTER) >= 0) {
            return Optional.of(Messages.WORKING_DIRECTORY_INEXPRESSIBLE);
        }
        for (String variable : PATHS) {
            String value = variables.getOrDefault(variable, "");
            if (value.indexOf(NO_CHARACTER) >= 0) {
                return Optional.of(Messages.pathInexpressible(variable));
            }
            if (!value.isEmpty() && mayBeSecret(value)) {
                return Optional.of(Messages.secretInPlaceOfPath(variable));
            }
            if (gone && isRelative(value)) {
                return Optional.of(Messages.pathInLostDirectory(variable));
            }
        }
        for (String variable : OTHERS) {
            if (variables.getOrDefault(variable, "").indexOf(NO_CHARACTER) >= 0) {
                return Optional.of(Messages.variableInexpressible(variable));
            }
        }
        return Optional.empty();
    }

    /** Python puts the home for a tilde. */
    private static boolean isRelative(String path) {
        return !path.isEmpty() && path.charAt(0) != '/' && path.charAt(0) != '~';
    }

    /** Paths are shown. */
    private static boolean mayBeSecret(String value) {
        boolean address = value.indexOf("://") >= 0;
        return (address && value.indexOf('@') >= 0) || ((address || !hasFolder(value)) && ApiKey.isLikelyAsName(value));
    }

    private static boolean hasFolder(String path) {
        return path.indexOf('/') >= 0 || path.indexOf('\\') >= 0;
    }
}
