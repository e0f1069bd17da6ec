package wandb.auth.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.Messages;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.doctor.AccountDiagnosis.Circumstances;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.lookup.SdkChoice;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.ListStores;
import wandb.auth.app.store.ListStores.Listed;
import wandb.auth.app.store.PolicyJudgement;
import wandb.auth.app.store.QuestionTime;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkLocator;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;

/**
 * What a login to each account would run into: a credential that another one hides, a store that has lost the key or cannot
 * give it, a key that the policy refuses, one in plaintext where a better store could keep it, and
 * an SDK that is too old for it.
 *
 * @param interaction whether a person may be asked to unlock a store
 */
public record AccountCheck(
        CredentialStores credentialStores,
        Accounts accounts,
        ResolutionPolicy policy,
        SdkLocator sdkLocator,
        SdkChoice sdkChoice,
        Interaction interaction)
        implements HealthCheck {

    @Override
    public List<Complaint> examine(Environment environment, List<Account> known, Deadline deadline) {
        QuestionTime time = new QuestionTime(deadline);
        Optional<SourceId> better = betterStore(deadline);
        Optional<InstalledSdk> sdk = sdkLocator.locate(environment);
        List<Complaint> complaints = new ArrayList<>();
        for (Account account : known) {
            boolean isHostForbidden = policy.forbidsHost(account.host()).isPresent();
            Optional<SourceId> keeper = accounts.storeOf(account);
            boolean isSavingForbidden = keeper.flatMap(credentialStores::store)
                    .flatMap(store -> new PolicyJudgement(policy).forbidsSaving(account, store))
                    .isPresent();
            Circumstances circumstances = new Circumstances(keeper, better, sdk, isHostForbidden, isSavingForbidden);
            Resolution resolution = lookup(account).throughAll(new Query(account, interaction, time.now()));
            complaints.addAll(new AccountDiagnosis(resolution, circumstances).complaints());
            ofSdk(resolution).ifPresent(complaints::add);
        }
        return complaints;
    }

    /** That another profile of the netrc file is the active one is the user's choice. */
    private Optional<Complaint> ofSdk(Resolution resolution) {
        Account account = resolution.account();
        return resolution.decision() instanceof Decision.Use use
                        && !use.step().source().equals(ResolutionPolicy.NETRC)
                ? sdkChoice
                        .from(use.step(), account)
                        .filter(SdkChoice.Difference::isUsed)
                        .map(difference -> new Complaint(
                                use.step().finding().location(), Messages.usedBeside(account, difference.text())))
                : Optional.empty();
    }

    /** The lookup of a run that asks for the account: a source that says nothing of profiles does not count for a named one. */
    private CredentialLookup lookup(Account account) {
        ResolutionPolicy here =
                account.profile().isDefault() ? policy : policy.forProfile(ProfileChoice.named(account.profile()));
        return new CredentialLookup(credentialStores, accounts, here);
    }

    /** A store that may be used, can be used and keeps more than plaintext: the default one before others. */
    private Optional<SourceId> betterStore(Deadline deadline) {
        Optional<SourceId> better = Optional.empty();
        for (Listed store : new ListStores(credentialStores, policy).list(deadline)) {
            if (store.isBetterThanPlaintext() && (better.isEmpty() || store.isDefault())) {
                better = Optional.of(store.id());
            }
        }
        return better;
    }
}
