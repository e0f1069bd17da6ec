package wandb.auth.settings;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.SourceProvider;

/** Makes the source {@code system-settings}. */
public final class SystemSettingsSourceProvider implements SourceProvider {

    private static final SourceId ID = new SourceId("system-settings");

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public CredentialSource open(Environment environment, Section section) {
        return new SettingsSource(environment, SettingsLevel.SYSTEM);
    }
}
