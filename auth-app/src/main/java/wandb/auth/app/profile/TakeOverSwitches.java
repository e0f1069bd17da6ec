package wandb.auth.app.profile;

import java.util.Optional;
import wandb.auth.app.account.Accounts;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.account.ProfileSwitcher;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.domain.port.configuration.ConfigurationRepository;

/**
 * Takes over what the first edition noted in {@code auth.ini}: the netrc file itself then says whose its keys are. Until that
 * is done, keys are found by what is noted, and none in that file is changed.
 */
public final class TakeOverSwitches {

    private final Accounts accounts;
    private final ProfileSwitcher switcher;
    private final Environment environment;

    /** Takes over by this switcher what these accounts have noted. */
    public TakeOverSwitches(Accounts accounts, ProfileSwitcher switcher, Environment environment) {
        this.accounts = accounts;
        this.switcher = switcher;
        this.environment = environment;
    }

    /** Why it could not be done; empty if it was. */
    public Optional<ProfileSwitcher.Failed> run() {
        Optional<ProfileSwitcher.Failed> failed =
                switcher.takeOver(environment, accounts.configuration().formerSwitches());
        return failed.isEmpty()
                        && accounts.change(new ConfigurationChange.ForgetFormerSwitches())
                                instanceof ConfigurationRepository.Failed kept
                ? Optional.of(new ProfileSwitcher.Failed(kept.location(), kept.reason()))
                : failed;
    }
}
