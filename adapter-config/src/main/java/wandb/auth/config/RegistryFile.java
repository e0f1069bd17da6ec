package wandb.auth.config;

import java.util.List;
import java.util.Optional;
import wandb.auth.config.AuthFileContent.Broken;
import wandb.auth.config.AuthFileContent.Missing;
import wandb.auth.config.AuthFileContent.Understood;
import wandb.auth.domain.AccountRegistry.Entries;
import wandb.auth.domain.AccountRegistry.Failed;
import wandb.auth.domain.AccountRegistry.Kept;
import wandb.auth.domain.AccountRegistry.Noted;
import wandb.auth.domain.AccountRegistry.Registered;
import wandb.auth.domain.AccountRegistry.Unreadable;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileProblem;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniProblem;
import wandb.auth.files.ini.Percent;

/** The user's {@code auth.ini} as the list of their accounts. */
final class RegistryFile {

    private final AuthFile file;
    private final EditLock lock;
    private final Location location;

    RegistryFile(AuthFile file, EditLock lock) {
        this.file = file;
        this.lock = lock;
        this.location = new Location.File(file.path());
    }

    /** The accounts that the content names. */
    static Registered read(AuthFileContent content) {
        return switch (content) {
            case Missing missing -> new Entries(List.of());
            case Broken broken -> new Unreadable(broken.location(), broken.reason());
            case Understood file -> read(file);
        };
    }

    private static Registered read(Understood file) {
        try {
            return new Entries(AccountSections.of(file.ini()).entries());
        } catch (RuleProblem e) {
            return new Unreadable(new Location.File(file.path(), e.line()), e.reason());
        } catch (IniProblem e) {
            return new Unreadable(new Location.File(file.path(), e.line()), new Reason(e.problem(), e.remedy()));
        }
    }

    /** Makes the change and reads it back; a file that says so already is not touched. */
    Noted make(AccountsEdit edit) {
        Change<Noted> wanted = change(file.read(), edit);
        if (wanted.bytes().isEmpty()) {
            return wanted.answer();
        }
        Optional<Broken> breach = new PrivateFolder(file).prepare();
        if (breach.isPresent()) {
            return new Failed(breach.get().location(), breach.get().reason());
        }
        try {
            Noted made = new SharedFile(file.path())
                    .makingItsFolder()
                    .<Noted>edit(lock, present -> change(content(present), edit))
                    .answer();
            return made instanceof Failed ? made : readBack(edit);
        } catch (FileProblem e) {
            return new Failed(new Location.File(e.path()), AuthFile.reason(e));
        }
    }

    private Noted readBack(AccountsEdit edit) {
        Change<Noted> missing = change(file.read(), edit);
        return missing.bytes().isEmpty()
                ? missing.answer()
                : new Failed(location, new Reason("Another program changed it at the same time.", "Try again."));
    }

    private AuthFileContent content(Optional<FileContent> present) {
        return present.isPresent()
                ? AuthFileContent.of(file.path(), present.get().bytes())
                : new Missing();
    }

    private Change<Noted> change(AuthFileContent before, AccountsEdit edit) {
        return switch (before) {
            case Broken broken -> Change.none(new Failed(broken.location(), broken.reason()));
            case Missing missing -> change(IniFile.empty(Percent.IS_TEXT), edit);
            case Understood present -> change(present.ini(), edit);
        };
    }

    private Change<Noted> change(IniFile before, AccountsEdit edit) {
        try {
            IniFile after = edit.of(AccountSections.of(before));
            return after.equals(before)
                    ? Change.none(new Kept(location))
                    : Change.to(after.bytes(), new Kept(location));
        } catch (RuleProblem e) {
            return Change.none(new Failed(new Location.File(file.path(), e.line()), e.reason()));
        } catch (IniProblem e) {
            return Change.none(
                    new Failed(new Location.File(file.path(), e.line()), new Reason(e.problem(), e.remedy())));
        } catch (IllegalArgumentException e) {
            return Change.none(new Failed(
                    location, new Reason("The account's section cannot be changed.", "Change it in an editor.")));
        }
    }
}
