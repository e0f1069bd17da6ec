package wandb.auth.config;

import java.util.List;
import wandb.auth.config.AuthFileContent.Understood;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountRegistry.Noted;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SwitchMemory;
import wandb.auth.files.ini.IniProblem;

/** The switches in the user's {@code auth.ini}. */
public final class FileSwitchMemory implements SwitchMemory {

    @Override
    public List<Profile> read(Environment environment, Host host) {
        try {
            return AuthFiles.users(environment) instanceof Understood file
                    ? SwitchSection.of(host).profiles(file.ini())
                    : List.of();
        } catch (RuleProblem | IniProblem e) {
            return List.of(); // the policy, which is read first, says so and ends the run
        }
    }

    @Override
    public Noted forget(Environment environment, Account account) {
        SwitchSection section = SwitchSection.of(account.host());
        return FileAccountRegistry.changed(
                environment, accounts -> section.without(account.profile(), accounts.file()));
    }

    @Override
    public Noted note(Environment environment, Account account) {
        SwitchSection section = SwitchSection.of(account.host());
        return FileAccountRegistry.changed(
                environment, accounts -> section.withFirst(account.profile(), accounts.file()));
    }
}
