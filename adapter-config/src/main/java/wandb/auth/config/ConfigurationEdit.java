package wandb.auth.config;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.config.file.AuthFile;
import wandb.auth.config.file.AuthFileContent;
import wandb.auth.config.file.AuthFileContent.Broken;
import wandb.auth.config.file.AuthFileContent.Missing;
import wandb.auth.config.file.AuthFileContent.Understood;
import wandb.auth.config.file.PrivateFolder;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.Percent;

/**
 * One change of the user's {@code auth.ini}.
 *
 * @param file the file
 * @param before what was read in this run
 * @param change the change
 */
record ConfigurationEdit(AuthFile file, Configuration before, ConfigurationChange change) {

    /** Makes the change to what the file holds under the lock, and reads it back. */
    Parsed<Configuration> run(EditLock lock) {
        Optional<Broken> breach = new PrivateFolder(file).prepare();
        if (breach.isPresent()) {
            return new Invalid<>(breach.get().location(), breach.get().reason());
        }
        try {
            Optional<Complaint> failed = new SharedFile(file.path())
                    .makingItsFolder()
                    .<Optional<Complaint>>edit(lock, this::changed)
                    .answer();
            return failed.isPresent()
                    ? new Invalid<>(failed.get().location(), failed.get().reason())
                    : readBack();
        } catch (FileException e) {
            return new Invalid<>(new Location.File(e.path()), Messages.of(e));
        }
    }

    private Parsed<Configuration> readBack() {
        AuthFileContent content = file.read();
        Configuration now =
                withSection(before.with(AccountSections.read(content), FormerSwitchSections.read(content)), content);
        if (now.accounts() instanceof Invalid<?> invalid) {
            return new Invalid<>(invalid.location(), invalid.reason());
        }
        return change.isIn(now)
                ? new Valid<>(now)
                : new Invalid<>(new Location.File(file.path()), Messages.changedMeanwhile());
    }

    private Configuration withSection(Configuration read, AuthFileContent content) {
        return switch (change) {
            case ConfigurationChange.AddStore add -> withSection(read, add.id(), content);
            case ConfigurationChange.RemoveStore remove -> withSection(read, remove.id(), content);
            default -> read;
        };
    }

    private static Configuration withSection(Configuration read, SourceId store, AuthFileContent content) {
        return read.with(
                store,
                Optional.ofNullable(
                        StoreSections.settings(new Missing(), content).get(store)));
    }

    private Change<Optional<Complaint>> changed(Optional<FileContent> present) {
        AuthFileContent content = present.isPresent()
                ? AuthFileContent.of(file.path(), present.get().bytes())
                : new Missing();
        return switch (content) {
            case Broken broken -> Change.none(Optional.of(new Complaint(broken.location(), broken.reason())));
            case Missing missing -> changed(IniFile.empty(Percent.IS_TEXT));
            case Understood understood -> changed(understood.ini());
        };
    }

    private Change<Optional<Complaint>> changed(IniFile ini) {
        try {
            IniFile after = after(ini);
            return after.equals(ini) ? Change.none(Optional.empty()) : Change.to(after.bytes(), Optional.empty());
        } catch (PolicySyntaxException e) {
            return Change.none(Optional.of(failed(e.line(), e.reason())));
        } catch (IniException e) {
            return Change.none(Optional.of(failed(e.line(), new Reason(e.problem(), e.remedy()))));
        } catch (IllegalArgumentException e) {
            return Change.none(Optional.of(failed(0, Messages.sectionCannotBeChanged())));
        }
    }

    private IniFile after(IniFile ini) throws PolicySyntaxException, IniException {
        AccountSections accounts = AccountSections.of(ini);
        return switch (change) {
            case ConfigurationChange.NoteAccount note -> accounts.with(note.account());
            case ConfigurationChange.ForgetAccounts forget -> accounts.without(forget.places());
            case ConfigurationChange.AddStore add -> with(ini, add);
            case ConfigurationChange.RemoveStore remove -> without(ini, remove);
            case ConfigurationChange.ForgetFormerSwitches forget -> FormerSwitchSections.removedFrom(ini);
        };
    }

    private static IniFile with(IniFile ini, ConfigurationChange.AddStore add) throws PolicySyntaxException {
        String section = AuthIniSchema.STORE_PREFIX + add.id();
        @Nullable Integer line = ini.headings().get(section);
        if (line != null) {
            throw new PolicySyntaxException(line, Messages.sectionIsThere(section));
        }
        IniFile after = ini;
        for (Map.Entry<String, String> setting : add.settings().entrySet()) {
            after = after.with(section, setting.getKey(), setting.getValue());
        }
        return after;
    }

    private static IniFile without(IniFile ini, ConfigurationChange.RemoveStore remove) throws PolicySyntaxException {
        String section = AuthIniSchema.STORE_PREFIX + remove.id();
        if (!ini.headings().containsKey(section)) {
            throw new PolicySyntaxException(0, Messages.sectionIsMissing(section));
        }
        return ini.without(section);
    }

    private Complaint failed(int line, Reason reason) {
        return new Complaint(new Location.File(file.path(), line), reason);
    }
}
