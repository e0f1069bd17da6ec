package wandb.auth.settings;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.sdk.SdkSettings;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;

/** The SDK's settings files: the workspace's and the user's. */
public final class FileSdkSettings implements SdkSettingsRepository {

    private static final List<SourceId> SOURCES = List.of(SettingsLevel.WORKSPACE.id(), SettingsLevel.SYSTEM.id());

    @Override
    public List<SourceId> sources() {
        return SOURCES;
    }

    @Override
    public SettingsFiles read(Environment environment) {
        return SettingsFiles.read(environment);
    }

    @Override
    public Parsed<Kept> remember(Environment environment, SdkSettings before, Host host, Host unnamed) {
        return new ServerChange(environment, (SettingsFiles) before, host, unnamed).make();
    }

    @Override
    public Optional<Parsed<Kept>> removeAnonymous(Environment environment, SdkSettings before) {
        SettingsFiles files = (SettingsFiles) before;
        return files.system() instanceof Valid<SettingsContent> file
                        && file.value().values().containsKey(AnonymousOption.NAME)
                ? Optional.of(
                        AnonymousOption.remove(environment, files, file.value().path()))
                : Optional.empty();
    }
}
