package wandb.auth.domain.port.account;

import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidValueException;
import wandb.auth.domain.Profile;

/**
 * The account whose key {@code auth exec} has put into {@code WANDB_API_KEY}: the launcher names it in a variable beside that
 * one, so that a run within is never given one account's key for another. The variable tells which key it was set with: a key
 * that the user puts there later is the user's for every account.
 *
 * @param host the server; empty if an older version has set the variable
 */
public record InheritedProfile(Profile profile, Optional<Host> host) {

    private static final String VARIABLE = "_WANDB_LOGIN_KEY_PROFILE";
    private static final int PARTS = 3;

    /** The account; empty if the key of the environment, if any, came there by other ways. */
    public static Optional<InheritedProfile> in(Environment environment) {
        Optional<String> mark = environment.variable(VARIABLE);
        Optional<String> key = environment.variable("WANDB_API_KEY");
        return mark.isEmpty() || key.isEmpty() ? Optional.empty() : of(mark.get(), key.get());
    }

    private static Optional<InheritedProfile> of(String mark, String key) {
        String[] parts = mark.split(":", PARTS);
        boolean isOlder = parts.length == 1;
        if (!isOlder && (parts.length < PARTS || !parts[1].equals(checksum(key)))) {
            return Optional.empty();
        }
        try {
            Optional<Host> host = isOlder ? Optional.empty() : Optional.of(Host.parse(parts[2]));
            return Optional.of(new InheritedProfile(new Profile(parts[0]), host));
        } catch (InvalidValueException e) {
            return Optional.empty(); // nothing of ours
        }
    }

    /** What the variable says beside this key of the account. */
    public static String mark(Account account, ApiKey key) {
        return account.profile() + ":" + checksum(key.reveal()) + ":" + account.host();
    }

    /** Tells keys apart for a user's own sake; it stands beside the key itself, and so hides nothing. */
    private static String checksum(String key) {
        return Integer.toHexString(key.hashCode());
    }
}
