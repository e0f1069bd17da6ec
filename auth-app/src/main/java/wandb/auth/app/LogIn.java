package wandb.auth.app;

import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Decision;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InstalledSdk;
import wandb.auth.domain.Resolution;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SdkLocator;
import wandb.auth.domain.spi.Expected;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** Logs an account in: saves the key that was given, or tells which one is there already. */
public final class LogIn {

    private final CredentialLookup lookup;
    private final NamedStore store;
    private final ResolutionPolicy policy;
    private final SdkLocator sdkLocator;
    private final Environment environment;

    /** Saves to this store and looks up with this lookup. */
    public LogIn(
            CredentialLookup lookup,
            NamedStore store,
            ResolutionPolicy policy,
            SdkLocator sdkLocator,
            Environment environment) {
        this.lookup = lookup;
        this.store = store;
        this.policy = policy;
        this.sdkLocator = sdkLocator;
        this.environment = environment;
    }

    /** Saves the key, and looks up again what the next run will use. */
    public LoginResult save(Query query, ApiKey key) {
        Optional<Rule> forbidden = forbidsSaving(query.account().host());
        if (forbidden.isPresent()) {
            return new LoginResult.Forbidden(forbidden.get());
        }
        Saved saved = store.store().save(query, key, new Expected.Anything());
        if (!(saved instanceof Saved.Stored stored)) {
            return new LoginResult.NotSaved(saved);
        }
        Resolution afterwards = lookup.untilDecided(query);
        return new LoginResult.LoggedIn(key, stored, shadow(afterwards, key), oldSdk(key));
    }

    /** Tells which credential is there, or that none is. */
    public LoginResult useExisting(Query query) {
        Optional<Rule> forbidden = policy.forbidsHost(query.account().host());
        if (forbidden.isPresent()) {
            return new LoginResult.Forbidden(forbidden.get());
        }
        Resolution resolution = lookup.untilDecided(query);
        return switch (resolution.decision()) {
            case Decision.Use use -> new LoginResult.AlreadyLoggedIn(use.step());
            case Decision.Blocked blocked -> new LoginResult.Blocked(blocked.step());
            case Decision.Nothing nothing -> new LoginResult.NoCredential(resolution);
        };
    }

    /** Also where the key could be saved but no lookup would use it: a secret that serves nothing is only a risk. */
    private Optional<Rule> forbidsSaving(Host host) {
        return policy.forbidsHost(host)
                .or(() -> policy.forbidsWriting(store.id()))
                .or(() -> policy.forbidsSource(store.id()))
                .or(() -> policy.forbidsProtection(store.store().protection()));
    }

    private Optional<Resolution.Step> shadow(Resolution afterwards, ApiKey key) {
        return switch (afterwards.decision()) {
            case Decision.Use use -> use.found().credential().equals(key) ? Optional.empty() : Optional.of(use.step());
            case Decision.Blocked blocked -> Optional.of(blocked.step());
            case Decision.Nothing nothing -> Optional.empty();
        };
    }

    private Optional<InstalledSdk> oldSdk(ApiKey key) {
        return key.isAcceptedByOldSdks()
                ? Optional.empty()
                : sdkLocator.locate(environment).filter(sdk -> !sdk.accepts(key));
    }
}
