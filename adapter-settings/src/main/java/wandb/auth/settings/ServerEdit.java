package wandb.auth.settings;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Host;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.files.FileMode;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;
import wandb.auth.settings.SettingsContent.Held;

/**
 * What {@code login --host} and {@code login --cloud} do to {@code base_url} in a settings file (SDK 0.28.0): it is set
 * in the user's file, and taken out of the workspace's; for the public cloud it is taken out of both, unless another server
 * is meant where nothing names one.
 *
 * @param address what it is set to; empty where it is taken out
 */
record ServerEdit(Optional<String> address) {

    static ServerEdit of(Host host, Host unnamed, SettingsLevel level) {
        boolean isMeantUnnamed = host.equals(Host.PUBLIC_CLOUD) && unnamed.equals(Host.PUBLIC_CLOUD);
        boolean isSet = level == SettingsLevel.SYSTEM && !isMeantUnnamed;
        return new ServerEdit(isSet ? Optional.of(host.url()) : Optional.empty());
    }

    /** What the file will say; the same object where that changes nothing or the file cannot be understood. */
    Parsed<SettingsContent> of(Path path, Parsed<SettingsContent> before) {
        if (!(before instanceof Valid<SettingsContent> file) || saysSo(file.value())) {
            return before;
        }
        Held held = file.value().held().orElseGet(() -> new Held(IniFile.empty(), FileMode.PRIVATE));
        return SettingsContent.of(path, new Held(edited(held.ini()), held.mode()));
    }

    private boolean saysSo(SettingsContent file) {
        return file.value(SettingsContent.BASE_URL).map(IniValue::text).equals(address);
    }

    private IniFile edited(IniFile file) {
        return address.isPresent()
                ? file.with(SettingsContent.SECTION, SettingsContent.BASE_URL, address.get())
                : file.without(SettingsContent.SECTION, SettingsContent.BASE_URL)
                        .without(IniFile.DEFAULTS, SettingsContent.BASE_URL);
    }
}
