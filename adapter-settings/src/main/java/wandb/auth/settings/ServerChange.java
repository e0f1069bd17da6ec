package wandb.auth.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.ConfigFolder;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.ServerMemory.Failed;
import wandb.auth.domain.ServerMemory.Kept;
import wandb.auth.domain.ServerMemory.Remembered;
import wandb.auth.domain.ServerSettings.NotConfigured;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileProblem;
import wandb.auth.files.ini.IniValue;
import wandb.auth.settings.SettingsContent.Broken;
import wandb.auth.settings.SettingsContent.Understood;

/**
 * The change of both settings files after which they name a server. A file that need not change is neither touched nor
 * created; one that cannot be understood keeps both from being changed.
 */
final class ServerChange {

    /** The user's file first: until the workspace's follows, the server that was meant before is still meant. */
    private static final List<SettingsLevel> ORDER = List.of(SettingsLevel.SYSTEM, SettingsLevel.WORKSPACE);

    private final Environment environment;
    private final Host host;

    ServerChange(Environment environment, Host host) {
        this.environment = environment;
        this.host = host;
    }

    /** Why the change cannot be made; nothing is changed. */
    Optional<Failed> obstacle() {
        SettingsFiles before = SettingsFiles.read(environment);
        SettingsFiles after = new SettingsFiles(
                edited(SettingsLevel.WORKSPACE, before.workspace()), edited(SettingsLevel.SYSTEM, before.system()));
        for (SettingsLevel level : ORDER) {
            Optional<Failed> failed = obstacle(level, before.at(level), after.at(level));
            if (failed.isPresent()) {
                return failed;
            }
        }
        if (!isNamedBy(after)) {
            return Optional.of(new Failed(ConfigFolder.Homeless.LOCATION, ConfigFolder.Homeless.REASON));
        }
        return keyDrawnElsewhere(SettingsLevel.SYSTEM, before, after)
                .or(() -> keyDrawnElsewhere(SettingsLevel.WORKSPACE, before, after));
    }

    /**
     * Makes the change and reads it back before another program of ours can make the next one, which would look like a
     * failure of this one.
     */
    Remembered make() {
        Optional<Failed> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (pathsToChange().isEmpty()) {
            return new Kept(List.of());
        }
        try {
            return lock().during(this::makeAndReadBack);
        } catch (FileProblem e) {
            return failed(e);
        }
    }

    private Remembered makeAndReadBack() {
        List<Location> changed = new ArrayList<>();
        for (Map.Entry<SettingsLevel, Path> file : pathsToChange().entrySet()) {
            Optional<Failed> failed = make(file.getKey(), file.getValue());
            if (failed.isPresent()) {
                return failed.get();
            }
            changed.add(new Location.File(file.getValue()));
        }
        SettingsFiles now = SettingsFiles.read(environment);
        for (SettingsLevel level : ORDER) {
            if (now.at(level) instanceof Broken broken) {
                return new Failed(broken.location(), broken.reason());
            }
        }
        return isNamedBy(now)
                ? new Kept(changed)
                : new Failed(
                        now.system().place(),
                        new Reason("Another program changed it at the same time.", "Log in again."));
    }

    private Optional<Failed> obstacle(SettingsLevel level, SettingsContent before, SettingsContent after) {
        if (before instanceof Broken broken) {
            return Optional.of(new Failed(broken.location(), broken.reason()));
        }
        if (after instanceof Broken broken) {
            return Optional.of(new Failed(
                    before.place(),
                    new Reason(
                            "Without its base_url: " + broken.reason().problem(),
                            broken.reason().remedy())));
        }
        if (after.equals(before)) {
            return Optional.empty();
        }
        try {
            new SettingsFile(path(level).orElseThrow()).checkWritable();
            return Optional.empty();
        } catch (FileProblem e) {
            return Optional.of(failed(e));
        }
    }

    /**
     * A file whose {@code api_key} was for another server before the change: the SDK, and we ourselves, would send the
     * key to the new one.
     */
    private static Optional<Failed> keyDrawnElsewhere(SettingsLevel level, SettingsFiles before, SettingsFiles after) {
        Optional<IniValue> key = before.at(level)
                .value(SettingsContent.API_KEY)
                .filter(value -> !value.text().isEmpty());
        Optional<Host> intended = SettingsFiles.host(before.serverOfKey(level, new NotConfigured()));
        Optional<Host> then = SettingsFiles.host(after.serverOfKey(level, new NotConfigured()));
        boolean stays =
                intended.isPresent() && then.isPresent() && intended.get().isSameServer(then.get());
        if (key.isEmpty() || stays || !(before.at(level) instanceof Understood file)) {
            return Optional.empty();
        }
        return Optional.of(new Failed(
                file.locationOf(key.get()),
                new Reason(
                        "The api_key of another server stands here; with a new base_url it would be sent to the new one.",
                        "Take the line out of the file, then log in again.")));
    }

    /** The files that do not say what they should, in the order in which they are changed. */
    private Map<SettingsLevel, Path> pathsToChange() {
        Map<SettingsLevel, Path> paths = new LinkedHashMap<>();
        for (SettingsLevel level : ORDER) {
            Optional<Path> path = path(level);
            if (path.isPresent() && needsChange(level, path.get())) {
                paths.put(level, path.get());
            }
        }
        return paths;
    }

    private boolean needsChange(SettingsLevel level, Path path) {
        SettingsContent present = new SettingsFile(path).read();
        return !edited(level, present).equals(present);
    }

    private EditLock lock() {
        return EditLock.in(ConfigFolder.pathIn(environment));
    }

    private Optional<Failed> make(SettingsLevel level, Path path) {
        try {
            SettingsContent after = new SettingsFile(path).edit(lock(), ServerEdit.of(host, level));
            return after instanceof Broken broken
                    ? Optional.of(new Failed(broken.location(), broken.reason()))
                    : Optional.empty();
        } catch (FileProblem e) {
            return Optional.of(failed(e));
        }
    }

    private SettingsContent edited(SettingsLevel level, SettingsContent present) {
        return path(level)
                .map(path -> ServerEdit.of(host, level).of(path, present))
                .orElse(present);
    }

    private Optional<Path> path(SettingsLevel level) {
        if (level == SettingsLevel.WORKSPACE) {
            return WorkspacePlace.in(environment);
        }
        return ConfigFolder.in(environment) instanceof ConfigFolder.At at
                ? Optional.of(SettingsFile.in(at))
                : Optional.empty();
    }

    private boolean isNamedBy(SettingsFiles files) {
        return SettingsFiles.host(files.server()).filter(host::equals).isPresent();
    }

    private static Failed failed(FileProblem problem) {
        return new Failed(new Location.File(problem.path()), SettingsFile.reason(problem));
    }
}
