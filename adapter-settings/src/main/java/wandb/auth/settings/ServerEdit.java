package wandb.auth.settings;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Host;
import wandb.auth.files.FileMode;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

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
    SettingsContent of(Path path, SettingsContent before) {
        return switch (before) {
            case SettingsContent.Broken broken -> broken;
            case SettingsContent.Missing missing ->
                address.isEmpty() ? missing : SettingsContent.of(path, set(IniFile.empty()), FileMode.PRIVATE);
            case SettingsContent.Understood understood ->
                saysSo(understood)
                        ? understood
                        : SettingsContent.of(
                                path,
                                address.isPresent() ? set(understood.ini()) : cleared(understood.ini()),
                                understood.mode());
        };
    }

    private boolean saysSo(SettingsContent file) {
        return file.value(SettingsContent.BASE_URL).map(IniValue::text).equals(address);
    }

    private IniFile set(IniFile file) {
        return file.with(SettingsContent.SECTION, SettingsContent.BASE_URL, address.orElseThrow());
    }

    private static IniFile cleared(IniFile file) {
        return file.without(SettingsContent.SECTION, SettingsContent.BASE_URL)
                .without(IniFile.DEFAULTS, SettingsContent.BASE_URL);
    }
}
