package wandb.auth.config;

import java.util.Map;
import wandb.auth.domain.Environment;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.ConfigFolder;
import wandb.auth.domain.port.Configuration;
import wandb.auth.domain.port.ConfigurationChange;
import wandb.auth.domain.port.ConfigurationRepository;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.files.EditLock;

/** The files {@code auth.ini} of the system, the user and the workspace. */
public final class FileConfiguration implements ConfigurationRepository {

    private final AuthFiles files;

    /** The files of this machine and its user. */
    public FileConfiguration() {
        this(new AuthFiles());
    }

    FileConfiguration(AuthFiles files) {
        this.files = files;
    }

    @Override
    public Configuration read(Environment environment) {
        AuthFileContent system = files.administrators(environment);
        AuthFileContent user = AuthFiles.users(environment);
        Parsed<ResolutionPolicy> policy = PolicyLoader.policy(system, user);
        return new Configuration(
                policy,
                AccountSections.read(user),
                FormerSwitchSections.read(user),
                ProfileReading.profile(environment, user),
                policy instanceof Parsed.Valid ? StoreSections.settings(system, user) : Map.of());
    }

    @Override
    public Changed change(Environment environment, Configuration before, ConfigurationChange change) {
        ConfigurationChange wanted = asWritten(change);
        if (wanted.isIn(before)) {
            return new Done(before);
        }
        if (before.accounts() instanceof Parsed.Invalid<?> invalid) {
            return new Failed(invalid.location(), invalid.reason());
        }
        return switch (ConfigFolder.in(environment)) {
            case ConfigFolder.At at ->
                new ConfigurationEdit(AuthFiles.usersIn(at), before, wanted).run(EditLock.in(at.path()));
            case ConfigFolder.Homeless homeless ->
                new Failed(ConfigFolder.Homeless.LOCATION, ConfigFolder.Homeless.REASON);
            case ConfigFolder.Misnamed misnamed -> new Failed(ConfigFolder.Misnamed.LOCATION, misnamed.reason());
        };
    }

    /** The same change, with a user's name as the file has it. */
    private static ConfigurationChange asWritten(ConfigurationChange change) {
        if (!(change instanceof ConfigurationChange.NoteAccount note)) {
            return change;
        }
        SavedAccount account = note.account();
        return new ConfigurationChange.NoteAccount(
                new SavedAccount(account.account(), account.store(), AccountSection.userValue(account)));
    }
}
