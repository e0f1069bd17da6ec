package wandb.auth.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.config.file.AuthFile;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.file.PrivateFolder;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/**
 * The stores that an account was noted with before its present one, in a file beside the user's {@code auth.ini}: the first
 * edition refuses an account with more than one store. What this version does not know in it is kept and ignored.
 *
 * @param file the file
 */
record EarlierPlaces(AuthFile file) {

    static final String NAME = "auth.places";

    private static final String STORES = "stores";

    static EarlierPlaces in(Path folder) {
        return new EarlierPlaces(
                new AuthFile(folder.resolve(NAME), AuthFile.ofUser(folder).owners()));
    }

    Parsed<List<KeyPlace>> read() {
        return switch (file.readUnlessThereCanBeNone()) {
            case Parsed.Valid<AuthIni> known -> new Parsed.Valid<>(places(known.value()));
            case Parsed.Invalid<AuthIni> unknown -> unknown.passedOn();
        };
    }

    private static List<KeyPlace> places(AuthIni ini) {
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
        Optional<Complaint> breach = new PrivateFolder(file).prepare();
        if (breach.isPresent()) {
            return breach;
        }
        SectionEdit edit = ini -> changed(ini, places, isNoted);
        try (EditLock.Held held = lock.hold()) {
            Optional<Complaint> failed = new SharedFile(file.path())
                    .<Optional<Complaint>>edit(
                            held, present -> edit.of(file.path(), present, Messages.sectionOfAccountCannotBeChanged()))
                    .answer();
            return failed.isPresent() ? failed : readBack(places, isNoted);
        } catch (FileException e) {
            return Optional.of(AuthFile.complaint(e));
        }
    }

    private Optional<Complaint> readBack(List<KeyPlace> places, boolean isNoted) {
        return switch (read()) {
            case Parsed.Invalid<List<KeyPlace>> unknown -> Optional.of(unknown.complaint());
            case Parsed.Valid<List<KeyPlace>> now ->
                areNoted(now.value(), places, isNoted)
                        ? Optional.empty()
                        : Optional.of(new Complaint(new Location.File(file.path()), Messages.changedMeanwhile()));
        };
    }

    private IniFile changed(IniFile ini, List<KeyPlace> places, boolean isNoted) {
        IniFile after = ini;
        Set<String> emptied = new HashSet<>();
        for (Map.Entry<String, List<String>> section :
                changedSections(new AuthIni(file.path(), ini), places, isNoted).entrySet()) {
            if (section.getValue().isEmpty()) {
                emptied.add(section.getKey());
            } else {
                after = after.with(section.getKey(), STORES, String.join(", ", section.getValue()));
            }
        }
        return after.without(emptied);
    }

    /** The stores of each section that changes. */
    private static Map<String, List<String>> changedSections(AuthIni ini, List<KeyPlace> places, boolean isNoted) {
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
    private static Map<AccountKey, String> sections(AuthIni ini) {
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
            return Optional.of(AccountSection.account(heading, line));
        } catch (IniException e) {
            return Optional.empty(); // a later version's
        }
    }

    private static List<String> stores(AuthIni ini, String section) {
        List<String> stores = new ArrayList<>();
        IniValue value = ini.section(section).get(STORES);
        for (String store :
                value == null ? List.<String>of() : List.of(value.text().split(","))) {
            if (!store.isBlank()) {
                stores.add(store.strip());
            }
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
