package wandb.auth.app.status;

import java.util.Optional;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.lookup.SdkChoice;
import wandb.auth.app.lookup.SdkChoice.Difference;
import wandb.auth.app.lookup.SdkChoice.SdkUse;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.InheritedProfile;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.spi.Query;

/** Tells which credential a login would use, and what every source says. */
public record ShowStatus(CredentialLookup lookup, Accounts accounts, SdkChoice sdk, Environment environment) {

    /** The state of the account. */
    public Status status(AccountChoice account, Query query) {
        Resolution resolution = lookup.throughAll(query);
        Optional<Step> used =
                resolution.decision() instanceof Decision.Use use ? Optional.of(use.step()) : Optional.empty();
        Optional<Difference> difference = used.flatMap(step -> sdk.from(step, account.account()));
        return new Status(
                account,
                resolution,
                shadow(account.profile(), resolution),
                used.flatMap(step -> user(account.account(), step)),
                difference,
                used.map(step -> sdk.use(step, account, difference)));
    }

    /** A name was told of the key that was noted with it, and of no other. */
    private Optional<String> user(Account account, Step used) {
        return accounts.storeOf(account).filter(used.source()::equals).flatMap(store -> accounts.userOf(account));
    }

    private Optional<Step> shadow(ProfileChoice choice, Resolution resolution) {
        boolean isTheProfilesOwn = InheritedProfile.in(environment)
                .filter(inherited -> inherited.profile().equals(choice.profile()))
                .isPresent();
        return choice.isMade() && !isTheProfilesOwn
                ? resolution.decisive().filter(step -> step.source().equals(ResolutionPolicy.ENVIRONMENT))
                : Optional.empty();
    }

    /**
     * The state of an account.
     *
     * @param account the account and how it came to be chosen
     * @param resolution what every source says, and what follows
     * @param shadow the step that decides and knows of no profiles, where somebody chose one
     * @param user the user whose key it is, as the last verification showed; empty if none did
     * @param sdk the key that the Python SDK uses in place of the one that is decided on, or might
     * @param sdkUse which key the Python SDK uses by itself; empty if nothing is decided on
     */
    public record Status(
            AccountChoice account,
            Resolution resolution,
            Optional<Step> shadow,
            Optional<String> user,
            Optional<Difference> sdk,
            Optional<SdkUse> sdkUse) {}
}
