package wandb.auth.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.config.file.AuthFileContent;
import wandb.auth.config.file.AuthFiles;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.PolicyDraft;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileException;

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
                policy instanceof Valid ? StoreSections.settings(system, user) : Map.of());
    }

    @Override
    public Parsed<Configuration> change(Environment environment, Configuration before, ConfigurationChange change) {
        ConfigurationChange wanted = asWritten(change);
        if (wanted.isIn(before)) {
            return new Valid<>(before);
        }
        if (before.accounts() instanceof Invalid<?> invalid) {
            return new Invalid<>(invalid.location(), invalid.reason());
        }
        return switch (ConfigFolder.in(environment)) {
            case ConfigFolder.At at -> change(at, before, wanted);
            case ConfigFolder.Homeless homeless ->
                new Invalid<>(ConfigFolder.Homeless.LOCATION, ConfigFolder.Homeless.REASON);
            case ConfigFolder.Misnamed misnamed -> new Invalid<>(ConfigFolder.Misnamed.LOCATION, misnamed.reason());
        };
    }

    private static Parsed<Configuration> change(
            ConfigFolder.At folder, Configuration before, ConfigurationChange wanted) {
        EditLock lock = EditLock.in(folder.path());
        ConfigurationEdit edit = new ConfigurationEdit(AuthFiles.usersIn(folder), before, wanted);
        try {
            return lock.during(() -> {
                Optional<Complaint> unkept = keepEarlierPlace(folder, lock, wanted);
                return unkept.isPresent()
                        ? new Invalid<>(unkept.get().location(), unkept.get().reason())
                        : edit.run(lock);
            });
        } catch (FileException e) {
            return new Invalid<>(new Location.File(e.path()), Messages.of(e));
        }
    }

    /** The store that a note takes the place of stays noted: a key may still be there. Netrc is looked in anyway. */
    private static Optional<Complaint> keepEarlierPlace(
            ConfigFolder.At folder, EditLock lock, ConfigurationChange change) {
        if (!(change instanceof ConfigurationChange.NoteAccount note)
                || !(AccountSections.read(AuthFiles.usersIn(folder).read()) instanceof Valid<SavedAccounts> present)) {
            return Optional.empty();
        }
        Account account = note.account().account();
        Optional<SavedAccount> saved = present.value().of(account);
        return saved.isEmpty()
                        || saved.get().store().equals(ResolutionPolicy.NETRC)
                        || saved.get().store().equals(note.account().store())
                ? Optional.empty()
                : EarlierPlaces.in(folder)
                        .add(lock, new KeyPlace(account, saved.get().store()));
    }

    @Override
    public PolicyDraft judge(Environment environment, Path file) {
        return new PolicyJudge(environment, environment.workingDirectory().resolve(file)).draft();
    }

    @Override
    public Optional<Complaint> obstacle(Environment environment) {
        return switch (ConfigFolder.in(environment)) {
            case ConfigFolder.At at -> AuthFiles.usersIn(at).obstacleToWriting();
            case ConfigFolder.Homeless homeless ->
                Optional.of(new Complaint(ConfigFolder.Homeless.LOCATION, ConfigFolder.Homeless.REASON));
            case ConfigFolder.Misnamed misnamed ->
                Optional.of(new Complaint(ConfigFolder.Misnamed.LOCATION, misnamed.reason()));
        };
    }

    @Override
    public Parsed<List<KeyPlace>> earlierPlaces(Environment environment) {
        return ConfigFolder.in(environment) instanceof ConfigFolder.At at
                ? EarlierPlaces.in(at).read()
                : new Valid<>(List.of());
    }

    @Override
    public Optional<Complaint> forgetEarlierPlaces(Environment environment, List<KeyPlace> places) {
        return ConfigFolder.in(environment) instanceof ConfigFolder.At at
                ? EarlierPlaces.in(at).remove(EditLock.in(at.path()), places)
                : Optional.empty();
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
