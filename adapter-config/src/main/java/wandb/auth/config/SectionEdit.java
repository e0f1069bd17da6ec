package wandb.auth.config;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.config.file.AuthIni;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.files.Change;
import wandb.auth.files.FileContent;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;

/** What an edit makes of a file. */
@FunctionalInterface
interface SectionEdit {

    /**
     * The file after it; the same object if nothing changes.
     *
     * @throws IllegalArgumentException if a part of it would then read as something else
     */
    IniFile after(IniFile before) throws IniException;

    /** The change of what the file holds, and why there is none if that has a reason. */
    default Change<Optional<Complaint>> of(Path path, Optional<FileContent> present, Reason unchangeable) {
        return switch (AuthIni.of(path, present)) {
            case Valid<AuthIni> file -> of(path, file.value().ini().orElseGet(IniFile::emptyRaw), unchangeable);
            case Invalid<AuthIni> broken -> Change.none(Optional.of(broken.complaint()));
        };
    }

    private Change<Optional<Complaint>> of(Path path, IniFile before, Reason unchangeable) {
        try {
            IniFile after = after(before);
            return after.equals(before) ? Change.none(Optional.empty()) : Change.to(after.bytes(), Optional.empty());
        } catch (IniException e) {
            return Change.none(Optional.of(AuthIni.invalid(path, e).complaint()));
        } catch (IllegalArgumentException e) {
            return Change.none(Optional.of(new Complaint(new Location.File(path), unchangeable)));
        }
    }
}
