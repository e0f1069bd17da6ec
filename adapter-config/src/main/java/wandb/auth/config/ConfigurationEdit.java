package wandb.auth.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wandb.auth.config.file.AuthFile;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.file.PrivateFolder;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;

/**
 * One change of the user's {@code auth.ini}.
 *
 * @param folder the user's folder
 * @param file the file in it
 * @param before what was read in this run
 * @param change the change
 */
record ConfigurationEdit(Path folder, AuthFile file, Configuration before, ConfigurationChange change) {

    ConfigurationEdit(Path folder, Configuration before, ConfigurationChange change) {
        this(folder, AuthFile.ofUser(folder), before, change);
    }

    /** Makes the change to what the file holds under the lock, and reads it back. */
    Parsed<Configuration> run() {
        EditLock lock = EditLock.in(folder);
        try {
            return lock.during(() -> {
                Optional<Complaint> failed = keepEarlierPlace(lock)
                        .or(() -> new PrivateFolder(file).prepare())
                        .or(() -> edit(lock));
                return failed.isPresent() ? new Invalid<>(failed.get()) : readBack();
            });
        } catch (FileException e) {
            return new Invalid<>(AuthFile.complaint(e));
        }
    }

    /** The store that a note takes the place of stays noted: a key may still be there. Netrc is looked in anyway. */
    private Optional<Complaint> keepEarlierPlace(EditLock lock) {
        if (!(change instanceof ConfigurationChange.NoteAccount note)
                || !(AccountSection.read(file.read()) instanceof Valid<SavedAccounts> present)) {
            return Optional.empty();
        }
        Account account = note.account().account();
        Optional<SavedAccount> saved = present.value().of(account);
        return saved.isEmpty()
                        || saved.get().store().equals(ResolutionPolicy.NETRC)
                        || saved.get().store().equals(note.account().store())
                ? Optional.empty()
                : EarlierPlaces.in(folder)
                        .add(lock, new KeyPlace(account, saved.get().store()));
    }

    private Optional<Complaint> edit(EditLock lock) {
        SectionEdit edit = this::after;
        try {
            return new SharedFile(file.path())
                    .makingItsFolder()
                    .<Optional<Complaint>>edit(
                            lock, present -> edit.of(file.path(), present, Messages.sectionCannotBeChanged()))
                    .answer();
        } catch (FileException e) {
            return Optional.of(AuthFile.complaint(e));
        }
    }

    private Parsed<Configuration> readBack() {
        Parsed<AuthIni> content = file.read();
        Configuration now =
                withSection(before.with(AccountSection.read(content), FormerSwitchSections.read(content)), content);
        if (now.accounts() instanceof Invalid<SavedAccounts> unknown) {
            return unknown.passedOn();
        }
        return change.isIn(now)
                ? new Valid<>(now)
                : new Invalid<>(new Location.File(file.path()), Messages.changedMeanwhile());
    }

    private Configuration withSection(Configuration read, Parsed<AuthIni> content) {
        return switch (change) {
            case ConfigurationChange.AddStore add -> withSection(read, add.id(), content);
            case ConfigurationChange.RemoveStore remove -> withSection(read, remove.id(), content);
            default -> read;
        };
    }

    private static Configuration withSection(Configuration read, SourceId store, Parsed<AuthIni> content) {
        return read.with(
                store, Optional.ofNullable(StoreSections.settings(content).get(store)));
    }

    private IniFile after(IniFile ini) throws IniException {
        Map<AccountKey, AccountSection> accounts = AccountSection.in(new AuthIni(file.path(), ini));
        return switch (change) {
            case ConfigurationChange.NoteAccount note -> with(ini, accounts, note.account());
            case ConfigurationChange.ForgetAccounts forget -> without(ini, accounts, forget.places());
            case ConfigurationChange.AddStore add -> with(ini, add);
            case ConfigurationChange.RemoveStore remove -> without(ini, remove);
            case ConfigurationChange.ForgetFormerSwitches forget -> FormerSwitchSections.removedFrom(ini);
        };
    }

    /** The file with the entry, in its account's section where it has one; the same file where it says so already. */
    private static IniFile with(IniFile ini, Map<AccountKey, AccountSection> accounts, SavedAccount entry) {
        Optional<AccountSection> present = Optional.ofNullable(accounts.get(AccountKey.of(entry.account())));
        Optional<String> user = AccountSection.userValue(entry);
        if (present.isPresent()
                && present.get().entry().store().equals(entry.store())
                && present.get().entry().userName().equals(user)) {
            return ini;
        }
        String section = present.isPresent() ? present.get().name() : AccountSection.nameOf(entry.account());
        IniFile stored = ini.with(section, AccountSection.STORE, entry.store().value());
        return user.isPresent()
                ? stored.with(section, AccountSection.USER, user.get())
                : stored.without(section, AccountSection.USER);
    }

    /** The file without these accounts, but for one that it does not name, or names with another store. */
    private static IniFile without(IniFile ini, Map<AccountKey, AccountSection> accounts, List<KeyPlace> places) {
        Set<String> names = new HashSet<>();
        for (KeyPlace place : places) {
            @Nullable AccountSection found = accounts.get(AccountKey.of(place.account()));
            if (found != null && found.entry().store().equals(place.store())) {
                names.add(found.name());
            }
        }
        return ini.without(names);
    }

    private static IniFile with(IniFile ini, ConfigurationChange.AddStore add) throws IniException {
        String section = AuthIniSchema.STORE_PREFIX + add.id();
        @Nullable Integer line = ini.headings().get(section);
        if (line != null) {
            throw AuthIni.problem(line, Messages.sectionIsThere(section));
        }
        IniFile after = ini;
        for (Map.Entry<String, String> setting : add.settings().entrySet()) {
            after = after.with(section, setting.getKey(), setting.getValue());
        }
        return after;
    }

    private static IniFile without(IniFile ini, ConfigurationChange.RemoveStore remove) throws IniException {
        String section = AuthIniSchema.STORE_PREFIX + remove.id();
        if (!ini.headings().containsKey(section)) {
            throw AuthIni.problem(0, Messages.sectionIsMissing(section));
        }
        return ini.without(section);
    }
}
