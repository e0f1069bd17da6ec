package wandb.auth.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.files.FileMode;
import wandb.auth.files.StaleTempFiles;
import wandb.auth.files.ini.IniValue;
import wandb.auth.files.ownership.UnixStatus;
import wandb.auth.settings.SettingsContent.Held;

/**
 * Settings files that cannot be read, that disagree on the server, or that hold a key where others see it; addresses of
 * servers that are not valid. Local files answer at once, so the deadline is not looked at.
 */
public final class SettingsCheck implements HealthCheck {

    private static final int EVERYBODY_WRITES = 02;

    @Override
    public List<Complaint> examine(Environment environment, List<Account> accounts, Deadline deadline) {
        SettingsFiles files = SettingsFiles.read(environment);
        List<Complaint> complaints = new ArrayList<>();
        files.variable()
                .flatMap(address -> noAddress(address.text(), address.location()))
                .ifPresent(complaints::add);
        for (SettingsLevel level : SettingsLevel.values()) {
            content(files.at(level), level, complaints);
        }
        files.rejection().ifPresent(complaints::add);
        disagreement(files).ifPresent(complaints::add);
        ConfigFolder.pathIn(environment).ifPresent(folder -> folder(folder, complaints));
        return complaints;
    }

    private static void folder(Path folder, List<Complaint> complaints) {
        openFolder(folder).ifPresent(complaints::add);
        leftOver(folder, complaints);
    }

    /** Whoever puts a settings file there chooses the server that keys are sent to. */
    private static Optional<Complaint> openFolder(Path folder) {
        try {
            if (!UnixStatus.isKnownFor(folder)) {
                return Optional.empty();
            }
            UnixStatus status = UnixStatus.of(folder);
            return status.letsOthersRename() && status.has(EVERYBODY_WRITES)
                    ? Optional.of(
                            new Complaint(new Location.File(folder), Messages.openFolder(folder, status.permissions())))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there is none, or reading the files says why
        }
    }

    /** What a run left that was killed before its new file took the old one's place; such a file may hold an access token. */
    private static void leftOver(Path folder, List<Complaint> complaints) {
        for (Path file : StaleTempFiles.beside(folder.resolve("settings"))) {
            complaints.add(new Complaint(new Location.File(file), Messages.leftByKilledRun(file)));
        }
    }

    private static void content(Parsed<SettingsContent> content, SettingsLevel level, List<Complaint> complaints) {
        switch (content) {
            case Valid<SettingsContent> file -> content(file.value(), level, complaints);
            case Invalid<SettingsContent> broken -> complaints.add(broken.complaint());
        }
    }

    private static void content(SettingsContent file, SettingsLevel level, List<Complaint> complaints) {
        otherSection(file).ifPresent(complaints::add);
        anonymous(file).ifPresent(complaints::add);
        IniValue address = file.values().get(SettingsContent.BASE_URL);
        if (address != null && !address.text().isEmpty()) {
            noAddress(address.text(), file.locationOf(address)).ifPresent(complaints::add);
        }
        IniValue key = file.values().get(SettingsContent.API_KEY);
        if (key != null && !key.text().isEmpty()) {
            key(key, file, level, complaints);
        }
    }

    /** What a login of the SDK takes out of the file. */
    private static Optional<Complaint> anonymous(SettingsContent file) {
        return Optional.ofNullable(file.values().get(AnonymousOption.NAME))
                .map(option -> new Complaint(file.locationOf(option), Messages.anonymousOption()));
    }

    /** The only section that counts has one spelling. */
    private static Optional<Complaint> otherSection(SettingsContent file) {
        Map<String, Integer> headings =
                file.held().map(held -> held.ini().headings()).orElse(Map.of());
        for (Map.Entry<String, Integer> heading : headings.entrySet()) {
            String name = heading.getKey();
            if (name.equalsIgnoreCase(SettingsContent.SECTION)
                    && !name.equals(SettingsContent.SECTION)
                    && !headings.containsKey(SettingsContent.SECTION)) {
                return Optional.of(new Complaint(
                        new Location.File(file.path(), heading.getValue()), Messages.sectionInOtherCase(name)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Complaint> noAddress(String text, Location location) {
        try {
            Host.parse(text);
            return Optional.empty();
        } catch (InvalidHostException e) {
            return Optional.of(new Complaint(location, Messages.invalidAddress(e.getMessage())));
        }
    }

    private static void key(IniValue key, SettingsContent file, SettingsLevel level, List<Complaint> complaints) {
        Location location = file.locationOf(key);
        if (level == SettingsLevel.WORKSPACE) {
            complaints.add(new Complaint(location, Messages.keyInWorkspace()));
        }
        file.held()
                .map(Held::mode)
                .filter(FileMode::isOpenToOthers)
                .ifPresent(
                        mode -> complaints.add(new Complaint(location, Messages.keyOpenToOthers(file.path(), mode))));
    }

    private static Optional<Complaint> disagreement(SettingsFiles files) {
        Optional<Host> workspace = host(files, SettingsLevel.WORKSPACE);
        Optional<Host> system = host(files, SettingsLevel.SYSTEM);
        if (workspace.isEmpty()
                || system.isEmpty()
                || workspace.get().isSameServer(system.get())
                || !(files.workspace() instanceof Valid<SettingsContent>(SettingsContent file))) {
            return Optional.empty();
        }
        Location location =
                file.value(SettingsContent.BASE_URL).map(file::locationOf).orElse(file.place());
        return Optional.of(new Complaint(
                location,
                Messages.differentServers(workspace.get(), SettingsFiles.place(files.system()), system.get())));
    }

    private static Optional<Host> host(SettingsFiles files, SettingsLevel level) {
        try {
            return files.value(level, SettingsContent.BASE_URL).map(address -> Host.parse(address.text()));
        } catch (InvalidHostException e) {
            return Optional.empty();
        }
    }
}
