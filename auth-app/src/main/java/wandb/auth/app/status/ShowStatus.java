package wandb.auth.app.status;

import java.util.Optional;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.lookup.SdkChoice;
import wandb.auth.domain.Environment;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.InheritedProfile;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.spi.Query;

/** Tells which credential a login would use, and what every source says. */
public final class ShowStatus {

    private final CredentialLookup lookup;
    private final SdkChoice sdk;
    private final Environment environment;

    /** Tells what this lookup gives to this process. */
    public ShowStatus(CredentialLookup lookup, SdkChoice sdk, Environment environment) {
        this.lookup = lookup;
        this.sdk = sdk;
        this.environment = environment;
    }

    /** The state of the account. */
    public Status status(AccountChoice account, Query query) {
        Resolution resolution = lookup.throughAll(query);
        Optional<SdkChoice.Difference> difference = resolution.decision() instanceof Decision.Use use
                ? sdk.from(use.step(), account.account())
                : Optional.empty();
        return new Status(account, resolution, shadow(account.profile(), resolution), difference);
    }

    private Optional<Step> shadow(ProfileChoice choice, Resolution resolution) {
        boolean isTheProfilesOwn = InheritedProfile.in(environment)
                .filter(inherited -> inherited.profile().equals(choice.profile()))
                .isPresent();
        if (choice.isMade() && !isTheProfilesOwn) {
            for (Step step : resolution.steps()) {
                if (step.source().equals(ResolutionPolicy.ENVIRONMENT)
                        && resolution.decision().isMadeBy(step)) {
                    return Optional.of(step);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The state of an account.
     *
     * @param account the account and how it came to be chosen
     * @param resolution what every source says, and what follows
     * @param shadow the step that decides and knows of no profiles, where somebody chose one
     * @param sdk the key that the Python SDK uses in place of the one that is decided on, or might
     */
    public record Status(
            AccountChoice account, Resolution resolution, Optional<Step> shadow, Optional<SdkChoice.Difference> sdk) {}
}
