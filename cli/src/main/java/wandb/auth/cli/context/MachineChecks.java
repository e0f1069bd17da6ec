package wandb.auth.cli.context;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.doctor.AccountCheck;
import wandb.auth.app.doctor.PluginHealthCheck;
import wandb.auth.app.doctor.PolicyCheck;
import wandb.auth.app.doctor.StoreSelfTest;
import wandb.auth.app.lookup.SdkChoice;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.sdk.SdkLocator;
import wandb.auth.domain.spi.Interaction;

/**
 * The checks that follow from the configuration as a whole; what each module knows of its own comes with it.
 *
 * @param configuration what is configured; no store is examined where the policy is unknown
 */
record MachineChecks(Configuration configuration, CredentialStores stores, Accounts accounts) {

    List<HealthCheck> of(SdkLocator sdkLocator, SdkChoice sdk, Interaction interaction) {
        List<HealthCheck> checks = new ArrayList<>();
        switch (configuration.policy()) {
            case Parsed.Invalid<ResolutionPolicy> unknown -> checks.add(of(unknown.location(), unknown.reason()));
            case Parsed.Valid<ResolutionPolicy> known -> {
                checks.add(new PolicyCheck(stores, known.value()));
                checks.add(new PluginHealthCheck(stores));
                checks.add(new AccountCheck(stores, accounts, known.value(), sdkLocator, sdk, interaction));
                checks.add(new StoreSelfTest(stores, known.value(), interaction));
            }
        }
        if (configuration.profileChoice() instanceof Parsed.Invalid<ProfileChoice> invalid) {
            checks.add(of(invalid.location(), invalid.reason()));
        }
        return checks;
    }

    private static HealthCheck of(Location location, Reason reason) {
        List<HealthCheck.Complaint> complaints = List.of(new HealthCheck.Complaint(location, reason));
        return (machine, known, deadline) -> complaints;
    }
}
