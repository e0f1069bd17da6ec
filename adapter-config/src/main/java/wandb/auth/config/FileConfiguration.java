package wandb.auth.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.config.file.AuthFile;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.file.PolicyVariable;
import wandb.auth.config.file.WorkspaceFile;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileOrigin;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.PolicyDraft;
import wandb.auth.files.EditLock;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniValue;

/** The files {@code auth.ini} of the system, the user and the workspace. */
public final class FileConfiguration implements ConfigurationRepository {

    private static final String PROFILE_VARIABLE = "WANDB_PROFILE";

    private final Optional<AuthFile> administrators;

    /** The files of this machine and its user. */
    public FileConfiguration() {
        this(Optional.empty());
    }

    /** The same with this administrator's file, if any is given. */
    FileConfiguration(Optional<AuthFile> administrators) {
        this.administrators = administrators;
    }

    @Override
    public Configuration read(Environment environment) {
        Parsed<AuthIni> system = system(environment);
        Parsed<AuthIni> user = user(environment);
        Parsed<ResolutionPolicy> policy = policy(system, user);
        boolean hasStores = has(system, AuthIniSchema.STORE_PREFIX) || has(user, AuthIniSchema.STORE_PREFIX);
        return new Configuration(
                policy,
                AccountSection.read(user),
                has(user, AuthIniSchema.FORMER_SWITCH_PREFIX) ? FormerSwitchSections.read(user) : Map.of(),
                profile(environment, user),
                hasStores && policy instanceof Valid ? StoreSections.settings(system, user) : Map.of());
    }

    /** What the administrator's file says; the variable counts only where nothing stands in the file's place. */
    Parsed<AuthIni> system(Environment environment) {
        AuthFile file = administrators.isPresent() ? administrators.get() : AuthFile.ofAdministrator(environment);
        if (!file.isMissing()) {
            return file.read();
        }
        Optional<String> named = environment.variable(PolicyVariable.NAME);
        return named.isPresent() ? PolicyVariable.read(named.get()) : AuthIni.absent(file.path());
    }

    /** What the user's own file says. */
    private static Parsed<AuthIni> user(Environment environment) {
        return switch (ConfigFolder.in(environment)) {
            case Valid<Path> folder -> AuthFile.ofUser(folder.value()).readUnlessThereCanBeNone();
            case Invalid<Path> unknown ->
                unknown.equals(ConfigFolder.homeless()) ? AuthIni.absent(Path.of("auth.ini")) : unknown.passedOn();
        };
    }

    /** Whether a file that is known has a section whose name begins so. */
    private static boolean has(Parsed<AuthIni> content, String beginning) {
        return content instanceof Valid<AuthIni> known && known.value().hasSection(beginning);
    }

    /** The administrator's rules, then the user's. */
    private static Parsed<ResolutionPolicy> policy(Parsed<AuthIni> system, Parsed<AuthIni> user) {
        Parsed<ResolutionPolicy> systems = with(ResolutionPolicy.documented(), system, false);
        return systems instanceof Valid<ResolutionPolicy> known ? with(known.value(), user, true) : systems;
    }

    private static Parsed<ResolutionPolicy> with(ResolutionPolicy before, Parsed<AuthIni> content, boolean isUsers) {
        return switch (content) {
            case Valid<AuthIni> file -> with(before, file.value(), isUsers);
            case Invalid<AuthIni> unknown -> unknown.passedOn();
        };
    }

    private static Parsed<ResolutionPolicy> with(ResolutionPolicy before, AuthIni file, boolean isUsers) {
        try {
            AuthIniSchema.check(file, isUsers);
            Map<String, IniValue> rules = file.section(AuthIniSchema.POLICY);
            return new Valid<>(
                    rules.isEmpty() ? before : new PolicyParser(file.path(), rules, isUsers).addedTo(before));
        } catch (IniException e) {
            return AuthIni.invalid(file.path(), e);
        }
    }

    /** The profile that the variable names, else the workspace's file, else the user's. */
    private static Parsed<ProfileChoice> profile(Environment environment, Parsed<AuthIni> user) {
        Optional<String> named = environment.variable(PROFILE_VARIABLE);
        if (named.isPresent()) {
            return LoginSection.choice(named.get(), ProfileOrigin.VARIABLE, new Location.Variable(PROFILE_VARIABLE));
        }
        Optional<WorkspaceFile> workspace = WorkspaceFile.nearest(environment);
        if (workspace.isPresent()) {
            Parsed<ProfileChoice> here = LoginSection.profile(workspace.get().read(), ProfileOrigin.WORKSPACE_FILE);
            if (!(here instanceof Valid<ProfileChoice> known) || known.value().isMade()) {
                return here;
            }
        }
        return user instanceof Invalid || has(user, LoginSection.NAME)
                ? LoginSection.profile(user, ProfileOrigin.USER_FILE)
                : new Valid<>(ProfileChoice.NONE);
    }

    @Override
    public Parsed<Configuration> change(Environment environment, Configuration before, ConfigurationChange change) {
        ConfigurationChange wanted = asWritten(change);
        if (wanted.isIn(before)) {
            return new Valid<>(before);
        }
        if (before.accounts() instanceof Invalid<SavedAccounts> unknown) {
            return unknown.passedOn();
        }
        return switch (ConfigFolder.in(environment)) {
            case Valid<Path> folder -> new ConfigurationEdit(folder.value(), before, wanted).run();
            case Invalid<Path> unknown -> unknown.passedOn();
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

    @Override
    public PolicyDraft judge(Environment environment, Path file) {
        return new PolicyJudge(environment, environment.workingDirectory().resolve(file)).draft();
    }

    @Override
    public Optional<Complaint> obstacle(Environment environment) {
        return switch (ConfigFolder.in(environment)) {
            case Valid<Path> folder -> AuthFile.ofUser(folder.value()).obstacleToWriting();
            case Invalid<Path> unknown -> Optional.of(unknown.complaint());
        };
    }

    @Override
    public Parsed<List<KeyPlace>> earlierPlaces(Environment environment) {
        return ConfigFolder.in(environment) instanceof Valid<Path> folder
                ? EarlierPlaces.in(folder.value()).read()
                : new Valid<>(List.of());
    }

    @Override
    public Optional<Complaint> forgetEarlierPlaces(Environment environment, List<KeyPlace> places) {
        return ConfigFolder.in(environment) instanceof Valid<Path> folder
                ? EarlierPlaces.in(folder.value()).remove(EditLock.in(folder.value()), places)
                : Optional.empty();
    }
}
