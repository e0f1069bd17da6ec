package wandb.auth.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.config.file.AuthFile;
import wandb.auth.config.file.AuthFileContent;
import wandb.auth.config.file.AuthFileContent.Broken;
import wandb.auth.config.file.AuthFileContent.Missing;
import wandb.auth.config.file.AuthFileContent.Understood;
import wandb.auth.config.file.AuthFiles;
import wandb.auth.config.file.PrivateFolder;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;
import wandb.auth.files.ini.Percent;

/**
 * The stores that an account was noted with before its present one, in a file beside the user's {@code auth.ini}: the first
 * edition refuses an account with more than one store. What this version does not know in it is kept and ignored.
 *
 * @param file the file
 */
record EarlierPlaces(AuthFile file) {

    static final String NAME = "auth.places";

    private static final String STORES = "stores";

    static EarlierPlaces in(ConfigFolder.At folder) {
        return new EarlierPlaces(new AuthFile(
                folder.path().resolve(NAME), AuthFiles.usersIn(folder).owners()));
    }

    Parsed<List<KeyPlace>> read() {
        return switch (file.readUnlessThereCanBeNone()) {
            case Missing missing -> new Parsed.Valid<>(List.of());
            case Broken broken -> new Parsed.Invalid<>(broken.location(), broken.reason());
            case Understood understood -> new Parsed.Valid<>(places(understood.ini()));
        };
    }

    private static List<KeyPlace> places(IniFile ini) {
        List<KeyPlace> places = new ArrayList<>();
        for (Map.Entry<String, Integer> heading : ini.headings().entrySet()) {
            Optional<Account> account = account(heading.getKey(), heading.getValue());
            for (String store : account.isPresent() ? stores(ini, heading.getKey()) : List.<String>of()) {
                store(store).ifPresent(id -> places.add(new KeyPlace(account.get(), id)));
            }
        }
        return places;
    }

    /** Adds the place, and reads that back. */
    Optional<Complaint> add(EditLock lock, KeyPlace place) {
        return change(lock, List.of(place), true);
    }

    /** Removes the places; the file is not made for that. */
    Optional<Complaint> remove(EditLock lock, List<KeyPlace> places) {
        return file.isMissing() ? Optional.empty() : change(lock, places, false);
    }

    private Optional<Complaint> change(EditLock lock, List<KeyPlace> places, boolean isNoted) {
        if (read() instanceof Parsed.Valid<List<KeyPlace>> before && areNoted(before.value(), places, isNoted)) {
            return Optional.empty();
        }
        Optional<Broken> breach = new PrivateFolder(file).prepare();
        if (breach.isPresent()) {
            return Optional.of(
                    new Complaint(breach.get().location(), breach.get().reason()));
        }
        try (EditLock.Held held = lock.hold()) {
            Optional<Complaint> failed = new SharedFile(file.path())
                    .<Optional<Complaint>>edit(held, present -> changed(present, places, isNoted))
                    .answer();
            return failed.isPresent() ? failed : readBack(places, isNoted);
        } catch (FileException e) {
            return Optional.of(new Complaint(new Location.File(e.path()), Messages.of(e)));
        }
    }

    private Optional<Complaint> readBack(List<KeyPlace> places, boolean isNoted) {
        return switch (read()) {
            case Parsed.Invalid<List<KeyPlace>> invalid ->
                Optional.of(new Complaint(invalid.location(), invalid.reason()));
            case Parsed.Valid<List<KeyPlace>> now ->
                areNoted(now.value(), places, isNoted) ? Optional.empty() : failed(Messages.changedMeanwhile());
        };
    }

    private Change<Optional<Complaint>> changed(Optional<FileContent> present, List<KeyPlace> places, boolean isNoted) {
        AuthFileContent content = present.isPresent()
                ? AuthFileContent.of(file.path(), present.get().bytes())
                : new Missing();
        return switch (content) {
            case Broken broken -> Change.none(Optional.of(new Complaint(broken.location(), broken.reason())));
            case Missing missing -> changed(IniFile.empty(Percent.IS_TEXT), places, isNoted);
            case Understood understood -> changed(understood.ini(), places, isNoted);
        };
    }

    private Change<Optional<Complaint>> changed(IniFile ini, List<KeyPlace> places, boolean isNoted) {
        try {
            IniFile after = ini;
            Set<String> emptied = new HashSet<>();
            for (Map.Entry<String, List<String>> section :
                    changedSections(ini, places, isNoted).entrySet()) {
                if (section.getValue().isEmpty()) {
                    emptied.add(section.getKey());
                } else {
                    after = after.with(section.getKey(), STORES, String.join(", ", section.getValue()));
                }
            }
            after = after.without(emptied);
            return after.equals(ini) ? Change.none(Optional.empty()) : Change.to(after.bytes(), Optional.empty());
        } catch (IllegalArgumentException e) {
            return Change.none(failed(Messages.sectionOfAccountCannotBeChanged()));
        }
    }

    /** The stores of each section that changes. */
    private static Map<String, List<String>> changedSections(IniFile ini, List<KeyPlace> places, boolean isNoted) {
        Map<AccountKey, String> sections = sections(ini);
        Map<String, List<String>> changed = new LinkedHashMap<>();
        for (KeyPlace place : places) {
            String section =
                    sections.getOrDefault(AccountKey.of(place.account()), AccountSection.nameOf(place.account()));
            List<String> stores = changed.getOrDefault(section, stores(ini, section));
            boolean wasNoted = stores.remove(place.store().value());
            if (isNoted) {
                stores.add(place.store().value());
            }
            if (wasNoted || isNoted) {
                changed.put(section, stores);
            }
        }
        return changed;
    }

    private Optional<Complaint> failed(Reason reason) {
        return Optional.of(new Complaint(new Location.File(file.path()), reason));
    }

    /** Whether all of the places are among those that are noted, or none is. */
    private static boolean areNoted(List<KeyPlace> noted, List<KeyPlace> places, boolean isNoted) {
        Set<Noted> all = new HashSet<>();
        for (KeyPlace place : noted) {
            all.add(Noted.of(place));
        }
        for (KeyPlace place : places) {
            if (all.contains(Noted.of(place)) != isNoted) {
                return false;
            }
        }
        return true;
    }

    /** A place as the key of a set: equal for what is the same account. */
    private record Noted(AccountKey account, SourceId store) {

        static Noted of(KeyPlace place) {
            return new Noted(AccountKey.of(place.account()), place.store());
        }
    }

    /** The name of the section of each account that has one. */
    private static Map<AccountKey, String> sections(IniFile ini) {
        Map<AccountKey, String> sections = new HashMap<>();
        for (Map.Entry<String, Integer> heading : ini.headings().entrySet()) {
            account(heading.getKey(), heading.getValue())
                    .ifPresent(account -> sections.putIfAbsent(AccountKey.of(account), heading.getKey()));
        }
        return sections;
    }

    private static Optional<Account> account(String heading, int line) {
        if (!AccountSection.isNamed(heading)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AccountSection(heading, line).account());
        } catch (PolicySyntaxException e) {
            return Optional.empty(); // a later version's
        }
    }

    private static List<String> stores(IniFile ini, String section) {
        List<String> stores = new ArrayList<>();
        try {
            IniValue value = ini.section(section).orElse(Map.of()).get(STORES);
            for (String store :
                    value == null ? List.<String>of() : List.of(value.text().split(","))) {
                if (!store.isBlank()) {
                    stores.add(store.strip());
                }
            }
        } catch (IniException e) {
            return stores; // a later version's
        }
        return stores;
    }

    private static Optional<SourceId> store(String text) {
        try {
            return Optional.of(new SourceId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a later version's
        }
    }
}
