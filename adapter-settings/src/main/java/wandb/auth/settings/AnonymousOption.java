package wandb.auth.settings;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.domain.port.configuration.Parsed;
import wandb.auth.domain.port.configuration.Parsed.Invalid;
import wandb.auth.domain.port.configuration.Parsed.Valid;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.settings.SettingsContent.Understood;

/** The option of logins that left no account, which no SDK has any more: a login takes it out of the user's file. */
final class AnonymousOption {

    static final String NAME = "anonymous";

    private AnonymousOption() {}

    /** The result of taking it out; empty if there is no file that can be understood. */
    static Optional<Parsed<Kept>> remove(Environment environment, SettingsFiles before) {
        if (!(before.system() instanceof Understood file)) {
            return Optional.empty();
        }
        SettingsFile settings = new SettingsFile(file.path());
        Location place = new Location.File(file.path());
        try {
            EditLock lock = EditLock.in(ConfigFolder.pathIn(environment));
            SettingsContent now = settings.edit(lock, AnonymousOption::removal);
            return Optional.of(
                    new Valid<>(new Kept(List.of(), List.of(place), before.with(SettingsLevel.SYSTEM, now))));
        } catch (FileException e) {
            return Optional.of(new Invalid<>(new Location.File(e.path()), Messages.unusableFile(e)));
        }
    }

    /** The answer is what the file says then. */
    private static Change<SettingsContent> removal(SettingsContent present) {
        if (!(present instanceof Understood file)) {
            return Change.none(present);
        }
        IniFile ini = file.ini().without(SettingsContent.SECTION, NAME).without(IniFile.DEFAULTS, NAME);
        SettingsContent after = SettingsContent.of(file.path(), ini, file.mode());
        return after instanceof Understood ? Change.to(ini.bytes(), after) : Change.none(present);
    }
}
