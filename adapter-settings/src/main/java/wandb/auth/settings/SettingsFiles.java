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

/** What WANDB_BASE_URL and the two settings files say together. */
record SettingsFiles(
        Optional<ConfiguredAddress> variable, Parsed<SettingsContent> workspace, Parsed<SettingsContent> system)
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

    private static Parsed<SettingsContent> read(SettingsLevel level, Environment environment) {
        Optional<Path> path = level.path(environment);
        if (path.isPresent()) {
            return new SettingsFile(path.get()).read();
        }
        if (level == SettingsLevel.WORKSPACE) {
            return SettingsContent.absent(new Location.Place(Messages.WORKSPACE_OF_USERS_OWN_FILE));
        }
        return ConfigFolder.in(environment) instanceof Invalid<Path> unknown && !unknown.equals(ConfigFolder.homeless())
                ? unknown.passedOn()
                : SettingsContent.absent(ConfigFolder.homeless().location());
    }

    private static Optional<ConfiguredAddress> variable(Environment environment) {
        Optional<String> text = environment.variable(BASE_URL_VARIABLE);
        return text.isPresent()
                ? Optional.of(new ConfiguredAddress(
                        text.get(), HostOrigin.VARIABLE, new Location.Variable(BASE_URL_VARIABLE)))
                : Optional.empty();
    }

    /** The same with another content of one file. */
    SettingsFiles with(SettingsLevel level, Parsed<SettingsContent> content) {
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
            case Valid<SettingsContent> file ->
                file.value().held().isPresent()
                        ? new KeyLookup(file.value(), serverOfKey(level)).find(host)
                        : new Finding(file.value().place(), new Outcome.Absent());
            case Invalid<SettingsContent> broken ->
                new Finding(broken.location(), new Outcome.Unusable(broken.reason()));
        };
    }

    @Override
    public Map<String, String> connection() {
        Map<String, String> variables = new HashMap<>();
        for (String option : CONNECTION) {
            value(SettingsLevel.SYSTEM, option)
                    .map(IniValue::text)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> variables.put("WANDB_" + option.toUpperCase(Locale.ROOT), text));
        }
        return variables;
    }

    @Override
    public boolean isBroken(SourceId source) {
        return at(SettingsLevel.of(source)) instanceof Invalid;
    }

    @Override
    public Optional<Complaint> rejection() {
        return RejectedSettings.in(system, workspace);
    }

    Parsed<SettingsContent> at(SettingsLevel level) {
        return level == SettingsLevel.WORKSPACE ? workspace : system;
    }

    /** The value of an option in one of the files; empty if nothing sets it, or if that is unknown. */
    Optional<IniValue> value(SettingsLevel level, String option) {
        return at(level).known().flatMap(file -> file.value(option));
    }

    /** Where a file is, or what is wrong with it. */
    static Location place(Parsed<SettingsContent> content) {
        return switch (content) {
            case Valid<SettingsContent> file -> file.value().place();
            case Invalid<SettingsContent> unknown -> unknown.location();
        };
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

    private static Parsed<Optional<ConfiguredAddress>> named(Parsed<SettingsContent> content, HostOrigin origin) {
        return switch (content) {
            case Valid<SettingsContent> file -> named(file.value(), origin);
            case Invalid<SettingsContent> unknown -> unknown.passedOn();
        };
    }

    private static Parsed<Optional<ConfiguredAddress>> named(SettingsContent file, HostOrigin origin) {
        IniValue address = file.values().get(SettingsContent.BASE_URL);
        return address == null || address.text().isEmpty()
                ? NOT_CONFIGURED
                : new Valid<>(Optional.of(new ConfiguredAddress(address.text(), origin, file.locationOf(address))));
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
            case Valid<Optional<ConfiguredAddress>> valid ->
                valid.value().isPresent() ? host(valid.value().get()) : Optional.of(Host.PUBLIC_CLOUD);
            case Invalid<Optional<ConfiguredAddress>> invalid -> Optional.empty();
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
