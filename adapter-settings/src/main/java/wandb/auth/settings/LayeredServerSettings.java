package wandb.auth.settings;

import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.Location;
import wandb.auth.domain.ServerSettings;

/** The server that {@code WANDB_BASE_URL} names, else the workspace's settings file, else the user's. */
public final class LayeredServerSettings implements ServerSettings {

    static final String BASE_URL = "WANDB_BASE_URL";

    @Override
    public Configured address(Environment environment) {
        Configured variable = variable(environment);
        return variable instanceof NotConfigured
                ? SettingsFiles.read(environment).server()
                : variable;
    }

    /** What the variable alone says. */
    static Configured variable(Environment environment) {
        Optional<String> text = environment.variable(BASE_URL);
        return text.isPresent()
                ? new ConfiguredAddress(text.get(), HostOrigin.VARIABLE, new Location.Variable(BASE_URL))
                : new NotConfigured();
    }
}
