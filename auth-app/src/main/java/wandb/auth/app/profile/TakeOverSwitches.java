package wandb.auth.app.profile;

import java.util.Optional;
import wandb.auth.app.account.Accounts;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.account.ProfileSwitcher;
import wandb.auth.domain.port.configuration.ConfigurationChange;

/**
 * Takes over what the first edition noted in {@code auth.ini}: the netrc file itself then says whose its keys are. Until that
 * is done, keys are found by what is noted, and none in that file is changed.
 */
public record TakeOverSwitches(Accounts accounts, ProfileSwitcher switcher, Environment environment) {

    /** Why it could not be done; empty if it was. */
    public Optional<Complaint> run() {
        Optional<ProfileSwitcher.Failed> failed =
                switcher.takeOver(environment, accounts.configuration().formerSwitches());
        return failed.isPresent()
                ? Optional.of(
                        new Complaint(failed.get().location(), failed.get().reason()))
                : accounts.change(new ConfigurationChange.ForgetFormerSwitches());
    }
}
