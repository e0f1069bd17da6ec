package wandb.auth.app.profile;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Supplier<ProfileSwitcher> switcher;
    private final Environment environment;

    /** Takes over by this switcher, which is made only if something is noted. */
    public TakeOverSwitches(Accounts accounts, Supplier<ProfileSwitcher> switcher, Environment environment) {
        this.accounts = accounts;
        this.switcher = switcher;
        this.environment = environment;
    }

    /** Why it could not be done; empty if it was, or if nothing is noted. */
    public Optional<ProfileSwitcher.Failed> run() {
        Map<String, String> former = accounts.configuration().formerSwitches();
        if (former.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProfileSwitcher.Failed> failed = switcher.get().takeOver(environment, former);
        return failed.isEmpty()
                        && accounts.change(new ConfigurationChange.ForgetFormerSwitches())
                                instanceof ConfigurationRepository.Failed kept
                ? Optional.of(new ProfileSwitcher.Failed(kept.location(), kept.reason()))
                : failed;
    }
}
