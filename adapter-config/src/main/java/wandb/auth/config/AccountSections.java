package wandb.auth.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wandb.auth.config.file.AuthFileContent;
import wandb.auth.config.file.AuthFileContent.Broken;
import wandb.auth.config.file.AuthFileContent.Missing;
import wandb.auth.config.file.AuthFileContent.Understood;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;

/** The accounts of a user's file, each with its section, and changes of them. */
final class AccountSections {

    /** An account and the section that it is read from. */
    private record Known(AccountSection section, SavedAccount entry) {}

    private final IniFile file;
    private final Map<AccountKey, Known> known;

    private AccountSections(IniFile file, Map<AccountKey, Known> known) {
        this.file = file;
        this.known = known;
    }

    /** The accounts that the user's file names. */
    static Parsed<SavedAccounts> read(AuthFileContent content) {
        return switch (content) {
            case Missing missing -> new Parsed.Valid<>(new SavedAccounts(List.of()));
            case Broken broken -> new Parsed.Invalid<>(broken.location(), broken.reason());
            case Understood file -> read(file);
        };
    }

    private static Parsed<SavedAccounts> read(Understood file) {
        try {
            return new Parsed.Valid<>(new SavedAccounts(of(file.ini()).entries()));
        } catch (PolicySyntaxException e) {
            return new Parsed.Invalid<>(new Location.File(file.path(), e.line()), e.reason());
        } catch (IniException e) {
            return new Parsed.Invalid<>(new Location.File(file.path(), e.line()), new Reason(e.problem(), e.remedy()));
        }
    }

    /** The accounts that a file names. */
    static AccountSections of(IniFile file) throws PolicySyntaxException, IniException {
        Map<AccountKey, Known> known = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> heading : file.headings().entrySet()) {
            if (AccountSection.isNamed(heading.getKey()) && !AccountSection.isNamedByKey(heading.getKey())) {
                AccountSection section = new AccountSection(heading.getKey(), heading.getValue());
                SavedAccount entry = section.entry(file.section(section.name()).orElse(Map.of()));
                @Nullable Known earlier = known.put(AccountKey.of(entry.account()), new Known(section, entry));
                if (earlier != null) {
                    throw new PolicySyntaxException(
                            section.line(),
                            Messages.accountListedTwice(earlier.section().line()));
                }
            }
        }
        return new AccountSections(file, known);
    }

    private List<SavedAccount> entries() {
        List<SavedAccount> entries = new ArrayList<>();
        for (Known account : known.values()) {
            entries.add(account.entry());
        }
        return entries;
    }

    /** The file with the entry, in its account's section where it has one; the same file where it says so already. */
    IniFile with(SavedAccount entry) {
        Optional<Known> present = find(entry.account());
        Optional<String> user = AccountSection.userValue(entry);
        if (present.isPresent()
                && present.get().entry().store().equals(entry.store())
                && present.get().entry().userName().equals(user)) {
            return file;
        }
        String section = present.isPresent() ? present.get().section().name() : AccountSection.nameOf(entry.account());
        IniFile stored = file.with(section, AccountSection.STORE, entry.store().value());
        return user.isPresent()
                ? stored.with(section, AccountSection.USER, user.get())
                : stored.without(section, AccountSection.USER);
    }

    /** The file without these accounts, but for one that it does not name, or names with another store. */
    IniFile without(List<KeyPlace> places) {
        Set<String> sections = new HashSet<>();
        for (KeyPlace place : places) {
            find(place.account())
                    .filter(found -> found.entry().store().equals(place.store()))
                    .ifPresent(found -> sections.add(found.section().name()));
        }
        return file.without(sections);
    }

    private Optional<Known> find(Account account) {
        return Optional.ofNullable(known.get(AccountKey.of(account)));
    }
}
