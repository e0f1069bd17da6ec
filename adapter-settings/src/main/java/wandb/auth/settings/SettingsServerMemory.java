package wandb.auth.settings;

import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.ServerSettings;

/** Keeps the server as {@code base_url} in the settings files, where the SDK looks for it. */
public final class SettingsServerMemory implements ServerMemory {

    @Override
    public Optional<Failed> obstacle(Environment environment, Host host) {
        return new ServerChange(environment, host).obstacle();
    }

    @Override
    public Optional<Host> remembered(Environment environment) {
        if (!(SettingsFiles.read(environment).systemServer() instanceof ServerSettings.ConfiguredAddress address)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Host.parse(address.text()));
        } catch (InvalidHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public Remembered remember(Environment environment, Host host) {
        return new ServerChange(environment, host).make();
    }
}
