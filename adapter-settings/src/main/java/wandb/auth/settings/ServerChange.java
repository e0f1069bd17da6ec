package wandb.auth.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileException;
import wandb.auth.files.ini.IniValue;

/**
 * The change of both settings files after which they name a server. A file that need not change is neither touched nor
 * created; one that cannot be understood keeps both from being changed.
 *
 * @param unnamed the server of a run for which nothing names one
 */
record ServerChange(Environment environment, SettingsFiles before, Host host, Host unnamed) {

    /** The user's file first: until the workspace's follows, the server that was meant before is still meant. */
    private static final List<SettingsLevel> ORDER = List.of(SettingsLevel.SYSTEM, SettingsLevel.WORKSPACE);

    private Optional<Invalid<Kept>> obstacle(SettingsFiles files) {
        SettingsFiles after = files;
        for (SettingsLevel level : ORDER) {
            Parsed<SettingsContent> edited = edited(level, files.at(level));
            Optional<Invalid<Kept>> failed = obstacle(level, files.at(level), edited);
            if (failed.isPresent()) {
                return failed;
            }
            after = after.with(level, edited);
        }
        if (!isNamedBy(after)) {
            return Optional.of(new Invalid<>(ConfigFolder.homeless().complaint()));
        }
        Optional<Invalid<Kept>> drawn = keyDrawnElsewhere(SettingsLevel.SYSTEM, files, after);
        return drawn.isPresent() ? drawn : keyDrawnElsewhere(SettingsLevel.WORKSPACE, files, after);
    }

    /**
     * Makes the change and reads it back before another program of ours can make the next one, which would look like a
     * failure of this one.
     */
    Parsed<Kept> make() {
        Optional<Invalid<Kept>> obstacle = obstacle(before);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Map<SettingsLevel, Path> paths = pathsToChange();
        if (paths.isEmpty()) {
            return new Valid<>(new Kept(List.of(), List.of(), before));
        }
        try {
            return lock().during(() -> makeAndReadBack(paths));
        } catch (FileException e) {
            return failed(e);
        }
    }

    /** The files that do not say what they should, in the order in which they are changed. */
    private Map<SettingsLevel, Path> pathsToChange() {
        Map<SettingsLevel, Path> paths = new LinkedHashMap<>();
        for (SettingsLevel level : ORDER) {
            Optional<Path> path = level.path(environment);
            if (path.isPresent() && !edited(level, before.at(level)).equals(before.at(level))) {
                paths.put(level, path.get());
            }
        }
        return paths;
    }

    private Parsed<Kept> makeAndReadBack(Map<SettingsLevel, Path> paths) {
        SettingsFiles now = before;
        for (Map.Entry<SettingsLevel, Path> file : paths.entrySet()) {
            SettingsLevel level = file.getKey();
            Optional<Invalid<Kept>> failed = make(level, file.getValue(), now);
            if (failed.isPresent()) {
                return failed.get();
            }
            now = now.with(level, new SettingsFile(file.getValue()).read());
            if (now.at(level) instanceof Invalid<SettingsContent> broken) {
                return broken.passedOn();
            }
        }
        List<Location> naming = new ArrayList<>();
        List<Location> cleared = new ArrayList<>();
        for (SettingsLevel level : paths.keySet()) {
            boolean isNaming = now.value(level, SettingsContent.BASE_URL).isPresent();
            (isNaming ? naming : cleared).add(new Location.File(paths.get(level)));
        }
        return isNamedBy(now)
                ? new Valid<>(new Kept(naming, cleared, now))
                : new Invalid<>(SettingsFiles.place(now.system()), Messages.changedMeanwhile());
    }

    private EditLock lock() {
        return EditLock.in(ConfigFolder.pathIn(environment));
    }

    private Optional<Invalid<Kept>> obstacle(
            SettingsLevel level, Parsed<SettingsContent> before, Parsed<SettingsContent> after) {
        if (before instanceof Invalid<SettingsContent> broken) {
            return Optional.of(broken.passedOn());
        }
        if (after instanceof Invalid<SettingsContent> broken) {
            return Optional.of(
                    new Invalid<>(SettingsFiles.place(before), Messages.unusableWithoutServer(broken.reason())));
        }
        if (after.equals(before)) {
            return Optional.empty();
        }
        Path path = level.path(environment).orElseThrow();
        if (level == SettingsLevel.WORKSPACE && isBehindLink(path)) {
            return Optional.of(new Invalid<>(new Location.File(path), Messages.linkOfWorkspace()));
        }
        try {
            new SettingsFile(path).checkWritable();
            return Optional.empty();
        } catch (FileException e) {
            return Optional.of(failed(e));
        }
    }

    /** By a link, a repository could have any file of the user's changed. */
    private static boolean isBehindLink(Path file) {
        Path folder = file.getParent();
        return Files.isSymbolicLink(file) || (folder != null && Files.isSymbolicLink(folder));
    }

    /**
     * A file whose {@code api_key} was for another server before the change: the SDK, and we ourselves, would send the
     * key to the new one.
     */
    private static Optional<Invalid<Kept>> keyDrawnElsewhere(
            SettingsLevel level, SettingsFiles before, SettingsFiles after) {
        Optional<IniValue> key = before.value(level, SettingsContent.API_KEY)
                .filter(value -> !value.text().isEmpty());
        Optional<Host> intended = SettingsFiles.host(before.withoutVariable().serverOfKey(level));
        Optional<Host> then = SettingsFiles.host(after.withoutVariable().serverOfKey(level));
        boolean stays =
                intended.isPresent() && then.isPresent() && intended.get().isSameServer(then.get());
        if (key.isEmpty() || stays || !(before.at(level) instanceof Valid<SettingsContent> file)) {
            return Optional.empty();
        }
        return Optional.of(new Invalid<>(file.value().locationOf(key.get()), Messages.keyOfAnotherServer()));
    }

    private Optional<Invalid<Kept>> make(SettingsLevel level, Path path, SettingsFiles now) {
        try {
            return new SettingsFile(path).edit(lock(), present -> change(level, present, now));
        } catch (FileException e) {
            return Optional.of(failed(e));
        }
    }

    /** What has changed since it was read is judged again. */
    private Change<Optional<Invalid<Kept>>> change(
            SettingsLevel level, Parsed<SettingsContent> present, SettingsFiles now) {
        Optional<Invalid<Kept>> obstacle =
                present.equals(now.at(level)) ? Optional.empty() : obstacle(now.with(level, present));
        Parsed<SettingsContent> after = edited(level, present);
        return obstacle.isEmpty() && after instanceof Valid<SettingsContent> file && !after.equals(present)
                ? Change.to(file.value().held().orElseThrow().ini().bytes(), obstacle)
                : Change.none(obstacle);
    }

    private Parsed<SettingsContent> edited(SettingsLevel level, Parsed<SettingsContent> present) {
        return level.path(environment)
                .map(path -> ServerEdit.of(host, unnamed, level).of(path, present))
                .orElse(present);
    }

    private boolean isNamedBy(SettingsFiles files) {
        return SettingsFiles.host(files.serverOfFiles()).filter(host::equals).isPresent();
    }

    private static Invalid<Kept> failed(FileException problem) {
        return new Invalid<>(new Location.File(problem.path()), Messages.unusableFile(problem));
    }
}
