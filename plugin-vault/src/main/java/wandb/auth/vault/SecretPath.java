package wandb.auth.vault;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/**
 * The path of an account's secret. In what it is made of, every character but letters, digits, dots, dashes, underscores
 * and colons becomes a tilde and two hexadecimal digits, so that no two accounts meet and none leaves its place:
 * {@code http://[::1]:8080} is {@code http:~2f~2f~5b::1~5d:8080}. An https server goes without its scheme, and both names of
 * the public cloud are one server.
 */
final class SecretPath {

    private SecretPath() {}

    /** The path below the mount. */
    static String of(Account account, String template, Environment environment) throws VaultStoreException {
        Host host = account.host().isPublicCloud() ? Host.PUBLIC_CLOUD : account.host();
        String https = "https://";
        String server = host.url().startsWith(https) ? host.url().substring(https.length()) : host.url();
        String path = template.replace("{host}", escaped(server))
                .replace("{profile}", escaped(account.profile().name()));
        if (path.contains("{machine}")) {
            path = path.replace("{machine}", escaped(machine(host, template)));
        }
        return path.contains("{user}") ? path.replace("{user}", escaped(user(environment))) : path;
    }

    /** As with netrc, a machine's name alone stands for https without a path: a key is for one address only. */
    private static String machine(Host host, String template) throws VaultStoreException {
        if (!template.contains("{host}") && !host.url().equals("https://" + host.machine())) {
            throw new VaultStoreException(Messages.machineAmbiguous(host));
        }
        return host.machine();
    }

    private static String user(Environment environment) throws VaultStoreException {
        Optional<String> user = Variables.value(environment, "USER").or(() -> Variables.value(environment, "LOGNAME"));
        if (user.isEmpty()) {
            throw new VaultStoreException(Messages.userUnknown());
        }
        return user.get();
    }

    private static String escaped(String text) {
        boolean onlyDots = text.replace(".", "").isEmpty(); // would be a step up, or none
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b) && !onlyDots) {
                escaped.append((char) b);
            } else {
                escaped.append('~')
                        .append(Character.forDigit((b >> 4) & 0xf, 16))
                        .append(Character.forDigit(b & 0xf, 16));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "._-:".indexOf(c) >= 0);
    }

    /** Whether a text from the settings is a path whose parts are plain names. */
    static boolean isPlain(String path) {
        for (String part : path.split("/", -1)) {
            if (part.replace(".", "").isEmpty() || !part.chars().allMatch(SecretPath::isPlain)) {
                return false;
            }
        }
        return true;
    }
}
