package wandb.auth.settings;

import java.util.Optional;
import wandb.auth.domain.ConfigFolder;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Location;
import wandb.auth.domain.ServerSettings.Configured;
import wandb.auth.domain.ServerSettings.ConfiguredAddress;
import wandb.auth.domain.ServerSettings.NotConfigured;
import wandb.auth.domain.ServerSettings.Unreadable;
import wandb.auth.files.ini.IniValue;

/**
 * What the two settings files say together.
 *
 * @param workspace the file of the working directory
 * @param system the user's own
 */
record SettingsFiles(SettingsContent workspace, SettingsContent system) {

    static SettingsFiles read(Environment environment) {
        SettingsContent workspace = WorkspacePlace.in(environment)
                .map(path -> new SettingsFile(path).read())
                .orElseGet(() -> new SettingsContent.Missing(
                        new Location.Place("the working directory, whose settings file is the user's own")));
        SettingsContent system =
                switch (ConfigFolder.in(environment)) {
                    case ConfigFolder.At at -> new SettingsFile(SettingsFile.in(at)).read();
                    case ConfigFolder.Homeless homeless -> new SettingsContent.Missing(ConfigFolder.Homeless.LOCATION);
                    case ConfigFolder.Misnamed misnamed ->
                        new SettingsContent.Broken(ConfigFolder.Misnamed.LOCATION, misnamed.reason());
                };
        return new SettingsFiles(workspace, system);
    }

    SettingsContent at(SettingsLevel level) {
        return level == SettingsLevel.WORKSPACE ? workspace : system;
    }

    /** The server that both name: the workspace's file counts first. */
    Configured server() {
        Configured named = named(workspace, HostOrigin.WORKSPACE_SETTINGS);
        return named instanceof ConfiguredAddress address
                ? withWeakestOrigin(address)
                : named instanceof NotConfigured ? systemServer() : named;
    }

    /** The server that the user's own file names. */
    Configured systemServer() {
        return named(system, HostOrigin.SYSTEM_SETTINGS);
    }

    /**
     * The server that an {@code api_key} of a file is for, so that no key can be drawn to another server: the one that
     * its own file names; for the workspace's, where that names none, the one that is configured without it; for the
     * user's, where that names none, the public cloud.
     *
     * @param level the file that holds the key
     * @param variable what WANDB_BASE_URL names
     */
    Configured serverOfKey(SettingsLevel level, Configured variable) {
        if (level == SettingsLevel.SYSTEM) {
            return systemServer();
        }
        Configured named = named(workspace, HostOrigin.WORKSPACE_SETTINGS);
        return !(named instanceof NotConfigured)
                ? named
                : variable instanceof NotConfigured ? systemServer() : variable;
    }

    private static Configured named(SettingsContent content, HostOrigin origin) {
        if (content instanceof SettingsContent.Broken broken) {
            return new Unreadable(broken.location(), broken.reason());
        }
        Optional<IniValue> address = content.value(SettingsContent.BASE_URL);
        return content instanceof SettingsContent.Understood understood && address.isPresent()
                ? new ConfiguredAddress(address.get().text(), origin, understood.locationOf(address.get()))
                : new NotConfigured();
    }

    /** A workspace that names the server that would be meant anyway is no reason for mistrust. */
    private ConfiguredAddress withWeakestOrigin(ConfiguredAddress named) {
        Configured otherwise = systemServer();
        Optional<Host> meant = host(otherwise);
        Optional<Host> host = host(named);
        if (host.isEmpty() || meant.isEmpty() || !host.get().isSameServer(meant.get())) {
            return named;
        }
        HostOrigin origin = otherwise instanceof ConfiguredAddress ? HostOrigin.SYSTEM_SETTINGS : HostOrigin.DEFAULT;
        return new ConfiguredAddress(named.text(), origin, named.location());
    }

    /** The server that is configured; empty where that cannot be told. */
    static Optional<Host> host(Configured configured) {
        return switch (configured) {
            case NotConfigured none -> Optional.of(Host.PUBLIC_CLOUD);
            case Unreadable unreadable -> Optional.empty();
            case ConfiguredAddress address -> {
                try {
                    yield Optional.of(Host.parse(address.text()));
                } catch (InvalidHostException e) {
                    yield Optional.empty();
                }
            }
        };
    }
}
