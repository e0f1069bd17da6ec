package wandb.auth.config;

import wandb.auth.domain.Account;
import wandb.auth.domain.AccountRegistry;
import wandb.auth.domain.ConfigFolder;
import wandb.auth.domain.Environment;
import wandb.auth.files.EditLock;

/** The accounts in the user's {@code auth.ini}. */
public final class FileAccountRegistry implements AccountRegistry {

    @Override
    public Registered read(Environment environment) {
        return RegistryFile.read(AuthFiles.users(environment));
    }

    @Override
    public Noted note(Environment environment, Entry entry) {
        return changed(environment, accounts -> accounts.with(entry));
    }

    @Override
    public Noted forget(Environment environment, Account account) {
        return changed(
                environment,
                accounts -> SwitchSection.of(account.host()).without(account.profile(), accounts.without(account)));
    }

    static Noted changed(Environment environment, AccountsEdit edit) {
        return switch (ConfigFolder.in(environment)) {
            case ConfigFolder.At at -> new RegistryFile(AuthFiles.usersIn(at), EditLock.in(at.path())).make(edit);
            case ConfigFolder.Homeless homeless ->
                new Failed(ConfigFolder.Homeless.LOCATION, ConfigFolder.Homeless.REASON);
            case ConfigFolder.Misnamed misnamed -> new Failed(ConfigFolder.Misnamed.LOCATION, misnamed.reason());
        };
    }
}
