package wandb.auth.app.lookup;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.app.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.sdk.SdkNetrc;
import wandb.auth.domain.port.sdk.SdkNetrc.Taken;
import wandb.auth.domain.port.sdk.SdkSettings;

/**
 * Tells whether the Python SDK uses another key than this program: it asks the netrc file before the settings files, and its
 * versions disagree on the public cloud's two names there.
 *
 * @param netrc what the SDK takes from the netrc file, asked only where it matters
 * @param settings the sources that are settings files
 * @param files what these say, asked only where it matters
 */
public record SdkChoice(
        Supplier<SdkNetrc> netrc, List<SourceId> settings, Supplier<SdkSettings> files, Environment environment) {

    public SdkChoice {
        settings = List.copyOf(settings);
    }

    private static final String API_KEY = "WANDB_API_KEY";

    /** What whoever gets the key of this step should know; empty if the SDK uses the same and no other is in its way. */
    public Optional<Difference> from(Step used, Account account) {
        return used.key().isPresent() && mayDiffer(used, account)
                ? netrc.get().key(environment, account.host()).flatMap(taken -> difference(used, taken))
                : Optional.empty();
    }

    /** Which key the SDK of this shell uses by itself, next to the one of this step. */
    public SdkUse use(Step used, AccountChoice choice, Optional<Difference> difference) {
        if (!comesTo(choice.server())) {
            return SdkUse.NONE;
        }
        if (used.source().equals(ResolutionPolicy.ENVIRONMENT)) {
            return isTakenAsItIs(used) ? SdkUse.SAME : SdkUse.NONE;
        }
        if (choice.server().origin() == HostOrigin.POLICY) {
            return SdkUse.NONE;
        }
        if (used.key().isEmpty()) {
            return SdkUse.OTHER;
        }
        ApiKey key = used.key().get();
        Optional<String> variable = environment.variable(API_KEY);
        if (variable.isPresent()) {
            return variable.get().equals(key.reveal()) ? SdkUse.SAME : SdkUse.OTHER;
        }
        if (difference.filter(Difference::isUsed).isPresent()) {
            return SdkUse.OTHER;
        }
        Account account = choice.account();
        return used.isForEveryReaderOfNetrc(account) ? SdkUse.SAME : inNetrc(used, key, account);
    }

    /** Whether the SDK finds this key of the account in the netrc file. */
    public boolean isFoundInNetrc(ApiKey key, Account account) {
        return netrc.get().key(environment, account.host()).map(Taken::key).equals(Optional.of(key));
    }

    private SdkUse inNetrc(Step used, ApiKey key, Account account) {
        Optional<Taken> taken = netrc.get().key(environment, account.host());
        if (taken.isPresent()) {
            return taken.get().key().equals(key) ? SdkUse.SAME : SdkUse.OTHER;
        }
        return settings.contains(used.source()) && readsSettings() ? SdkUse.SAME_SINCE_0_31 : SdkUse.NONE;
    }

    /** Whether the SDK is led to a server by what leads this program there, as far as that is a settings file. */
    private boolean comesTo(HostChoice server) {
        return !server.isNamedBySettings() || readsSettings();
    }

    private boolean readsSettings() {
        return files.get().rejection().isEmpty();
    }

    /** Whether nothing stands around the key in the variable: the SDK rejects what is left out here. */
    private boolean isTakenAsItIs(Step used) {
        Optional<String> variable = environment.variable(API_KEY);
        Optional<String> key = used.key().map(ApiKey::reveal);
        return variable.isEmpty() || key.isEmpty() || variable.equals(key);
    }

    /** Which key the Python SDK uses by itself. */
    public enum SdkUse {
        /** The same. */
        SAME,
        /** The same, by the versions that read it from a settings file. */
        SAME_SINCE_0_31,
        /** Another one. */
        OTHER,
        /** It finds none, or does not come to the server. */
        NONE
    }

    private boolean mayDiffer(Step used, Account account) {
        boolean isNetrc = used.source().equals(ResolutionPolicy.NETRC);
        return account.profile().isDefault()
                && (isNetrc ? !used.isForEveryReaderOfNetrc(account) : settings.contains(used.source()));
    }

    private static Optional<Difference> difference(Step used, Taken taken) {
        if (!used.gives(taken.key())) {
            return Optional.of(new Difference(taken.location(), Optional.of(taken.key())));
        }
        boolean isDivided = used.source().equals(ResolutionPolicy.NETRC);
        return isDivided ? taken.other().map(other -> new Difference(other, Optional.empty())) : Optional.empty();
    }

    /**
     * Another key than the one that is used here.
     *
     * @param location where it is
     * @param key the key, where the SDK of this shell uses it; empty if another version would
     */
    public record Difference(Location location, Optional<ApiKey> key) {

        /** Whether the SDK of this shell uses it. */
        public boolean isUsed() {
            return key.isPresent();
        }

        /** Whether the SDK of this shell uses this key. */
        public boolean isOf(ApiKey other) {
            return key.filter(other::equals).isPresent();
        }

        /** The same in words. */
        public String text() {
            return isUsed() ? Messages.sdkUsesAnotherKey(location) : Messages.sdksDifferOnKey(location);
        }
    }
}
