package wandb.auth.settings;

import java.nio.file.Path;
import java.util.List;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.settings.SettingsContent.Held;

/** The option of logins that left no account, which no SDK has any more: a login takes it out of the user's file. */
final class AnonymousOption {

    static final String NAME = "anonymous";

    private AnonymousOption() {}

    /** Takes it out of this file. */
    static Parsed<Kept> remove(Environment environment, SettingsFiles before, Path file) {
        try {
            EditLock lock = EditLock.in(ConfigFolder.pathIn(environment));
            Parsed<SettingsContent> now = new SettingsFile(file).edit(lock, AnonymousOption::removal);
            List<Location> cleared = List.of(new Location.File(file));
            return new Valid<>(new Kept(List.of(), cleared, before.with(SettingsLevel.SYSTEM, now)));
        } catch (FileException e) {
            return new Invalid<>(new Location.File(e.path()), Messages.unusableFile(e));
        }
    }

    /** The answer is what the file says then. */
    private static Change<Parsed<SettingsContent>> removal(Parsed<SettingsContent> present) {
        if (!(present instanceof Valid<SettingsContent>(SettingsContent file))
                || file.held().isEmpty()) {
            return Change.none(present);
        }
        Held held = file.held().get();
        IniFile ini = held.ini().without(SettingsContent.SECTION, NAME).without(IniFile.DEFAULTS, NAME);
        Parsed<SettingsContent> after = SettingsContent.of(file.path(), new Held(ini, held.mode()));
        return after instanceof Valid ? Change.to(ini.bytes(), after) : Change.none(present);
    }
}
