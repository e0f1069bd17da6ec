package wandb.auth.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.SdkSettings;
import wandb.auth.files.ini.IniValue;
import wandb.auth.settings.SettingsContent.Broken;
import wandb.auth.settings.SettingsContent.Missing;
import wandb.auth.settings.SettingsContent.Understood;

/**
 * What WANDB_BASE_URL and the two settings files say together.
 *
 * @param variable the server of the variable
 * @param workspace the file of the working directory
 * @param system the user's own
 */
record SettingsFiles(Optional<ConfiguredAddress> variable, SettingsContent workspace, SettingsContent system)
        implements SdkSettings {

    static final String BASE_URL_VARIABLE = "WANDB_BASE_URL";

    private static final List<String> CONNECTION =
            List.of("http_proxy", "https_proxy", "x_extra_http_headers", "credentials_file");

    private static final Parsed<Optional<ConfiguredAddress>> NOT_CONFIGURED = new Valid<>(Optional.empty());

    static SettingsFiles read(Environment environment) {
        return new SettingsFiles(
                variable(environment),
                read(SettingsLevel.WORKSPACE, environment),
                read(SettingsLevel.SYSTEM, environment));
    }

    private static SettingsContent read(SettingsLevel level, Environment environment) {
        Optional<Path> path = level.path(environment);
        if (path.isPresent()) {
            return new SettingsFile(path.get()).read();
        }
        if (level == SettingsLevel.WORKSPACE) {
            return new Missing(new Location.Place(Messages.WORKSPACE_OF_USERS_OWN_FILE));
        }
        return ConfigFolder.in(environment) instanceof Invalid<Path> unknown && !unknown.equals(ConfigFolder.homeless())
                ? new Broken(unknown.location(), unknown.reason())
                : new Missing(ConfigFolder.homeless().location());
    }

    private static Optional<ConfiguredAddress> variable(Environment environment) {
        Optional<String> text = environment.variable(BASE_URL_VARIABLE);
        return text.isPresent()
                ? Optional.of(new ConfiguredAddress(
                        text.get(), HostOrigin.VARIABLE, new Location.Variable(BASE_URL_VARIABLE)))
                : Optional.empty();
    }

    /** The same with another content of one file. */
    SettingsFiles with(SettingsLevel level, SettingsContent content) {
        return level == SettingsLevel.WORKSPACE
                ? new SettingsFiles(variable, content, system)
                : new SettingsFiles(variable, workspace, content);
    }

    @Override
    public Parsed<Optional<ConfiguredAddress>> server() {
        return variable.isPresent() ? new Valid<>(variable) : serverOfFiles();
    }

    @Override
    public Optional<Host> chosen() {
        Optional<ConfiguredAddress> named = address(systemServer());
        return named.isPresent() ? host(named.get()) : Optional.empty();
    }

    @Override
    public Finding key(SourceId source, Host host) {
        SettingsLevel level = SettingsLevel.of(source);
        return switch (at(level)) {
            case Missing missing -> new Finding(missing.location(), new Outcome.Absent());
            case Broken broken -> new Finding(broken.location(), new Outcome.Unusable(broken.reason()));
            case Understood file -> new KeyLookup(file, serverOfKey(level)).find(host);
        };
    }

    @Override
    public Map<String, String> connection() {
        Map<String, String> variables = new HashMap<>();
        for (String option : CONNECTION) {
            system.value(option)
                    .map(IniValue::text)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> variables.put("WANDB_" + option.toUpperCase(Locale.ROOT), text));
        }
        return variables;
    }

    @Override
    public boolean isBroken(SourceId source) {
        return at(SettingsLevel.of(source)) instanceof Broken;
    }

    @Override
    public Optional<Complaint> rejection() {
        return RejectedSettings.in(system, workspace);
    }

    SettingsContent at(SettingsLevel level) {
        return level == SettingsLevel.WORKSPACE ? workspace : system;
    }

    /** The server that both files name: the workspace's file counts first. */
    Parsed<Optional<ConfiguredAddress>> serverOfFiles() {
        Parsed<Optional<ConfiguredAddress>> named = named(workspace, HostOrigin.WORKSPACE_SETTINGS);
        Optional<ConfiguredAddress> address = address(named);
        return address.isPresent()
                ? new Valid<>(Optional.of(withWeakestOrigin(address.get())))
                : named.equals(NOT_CONFIGURED) ? systemServer() : named;
    }

    /** The server that the user's own file names. */
    private Parsed<Optional<ConfiguredAddress>> systemServer() {
        return named(system, HostOrigin.SYSTEM_SETTINGS);
    }

    /**
     * The server that an {@code api_key} of a file is for, so that no key can be drawn to another server: the one that
     * its own file names; for the workspace's, where that names none, the one that is configured without it; for the
     * user's, where that names none, the public cloud.
     *
     * @param level the file that holds the key
     */
    Parsed<Optional<ConfiguredAddress>> serverOfKey(SettingsLevel level) {
        if (level == SettingsLevel.SYSTEM) {
            return systemServer();
        }
        Parsed<Optional<ConfiguredAddress>> named = named(workspace, HostOrigin.WORKSPACE_SETTINGS);
        return !named.equals(NOT_CONFIGURED) ? named : variable.isPresent() ? new Valid<>(variable) : systemServer();
    }

    /** The same files, as a run without the variable has them. */
    SettingsFiles withoutVariable() {
        return new SettingsFiles(Optional.empty(), workspace, system);
    }

    private static Parsed<Optional<ConfiguredAddress>> named(SettingsContent content, HostOrigin origin) {
        if (content instanceof Broken broken) {
            return new Invalid<>(broken.location(), broken.reason());
        }
        Optional<IniValue> address = content.value(SettingsContent.BASE_URL);
        return content instanceof Understood understood
                        && address.isPresent()
                        && !address.get().text().isEmpty()
                ? new Valid<>(Optional.of(
                        new ConfiguredAddress(address.get().text(), origin, understood.locationOf(address.get()))))
                : NOT_CONFIGURED;
    }

    /** A workspace that names the server that would be meant anyway is no reason for mistrust. */
    private ConfiguredAddress withWeakestOrigin(ConfiguredAddress named) {
        Parsed<Optional<ConfiguredAddress>> otherwise = systemServer();
        Optional<Host> meant = host(otherwise);
        Optional<Host> host = host(named);
        if (host.isEmpty() || meant.isEmpty() || !host.get().isSameServer(meant.get())) {
            return named;
        }
        HostOrigin origin = address(otherwise).isPresent() ? HostOrigin.SYSTEM_SETTINGS : HostOrigin.DEFAULT;
        return new ConfiguredAddress(named.text(), origin, named.location());
    }

    private static Optional<ConfiguredAddress> address(Parsed<Optional<ConfiguredAddress>> server) {
        return server instanceof Valid<Optional<ConfiguredAddress>> valid ? valid.value() : Optional.empty();
    }

    /** The server that is configured; empty if that is unknown. */
    static Optional<Host> host(Parsed<Optional<ConfiguredAddress>> server) {
        return switch (server) {
            case Invalid<Optional<ConfiguredAddress>> invalid -> Optional.empty();
            case Valid<Optional<ConfiguredAddress>> valid ->
                valid.value().isPresent() ? host(valid.value().get()) : Optional.of(Host.PUBLIC_CLOUD);
        };
    }

    private static Optional<Host> host(ConfiguredAddress address) {
        try {
            return Optional.of(Host.parse(address.text()));
        } catch (InvalidHostException e) {
            return Optional.empty();
        }
    }
}
