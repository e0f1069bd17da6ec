package wandb.auth.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;

/** The accounts of a user's file, each with its section, and changes of them. */
final class AccountSections {

    private final Map<AccountKey, AccountSection> sections;

    private AccountSections(Map<AccountKey, AccountSection> sections) {
        this.sections = sections;
    }

    /** The accounts that the user's file names. */
    static Parsed<SavedAccounts> read(Parsed<AuthIni> content) {
        return switch (content) {
            case Valid<AuthIni> file -> read(file.value());
            case Invalid<AuthIni> unknown -> unknown.passedOn();
        };
    }

    private static Parsed<SavedAccounts> read(AuthIni file) {
        try {
            List<SavedAccount> accounts = new ArrayList<>();
            for (AccountSection section : of(file).sections.values()) {
                accounts.add(section.entry());
            }
            return new Valid<>(new SavedAccounts(accounts));
        } catch (IniException e) {
            return AuthIni.invalid(file.path(), e);
        }
    }

    /** The accounts that a file names. */
    static AccountSections of(AuthIni file) throws IniException {
        Map<AccountKey, AccountSection> sections = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> heading : file.headings().entrySet()) {
            String name = heading.getKey();
            if (AccountSection.isNamed(name) && !AccountSection.isNamedByKey(name)) {
                AccountSection section = AccountSection.of(name, heading.getValue(), file.section(name));
                @Nullable
                AccountSection earlier =
                        sections.put(AccountKey.of(section.entry().account()), section);
                if (earlier != null) {
                    throw AuthIni.problem(section.line(), Messages.accountListedTwice(earlier.line()));
                }
            }
        }
        return new AccountSections(sections);
    }

    /** The file with the entry, in its account's section where it has one; the same file where it says so already. */
    IniFile with(SavedAccount entry, IniFile file) {
        Optional<AccountSection> present = find(entry.account());
        Optional<String> user = AccountSection.userValue(entry);
        if (present.isPresent()
                && present.get().entry().store().equals(entry.store())
                && present.get().entry().userName().equals(user)) {
            return file;
        }
        String section = present.isPresent() ? present.get().name() : AccountSection.nameOf(entry.account());
        IniFile stored = file.with(section, AccountSection.STORE, entry.store().value());
        return user.isPresent()
                ? stored.with(section, AccountSection.USER, user.get())
                : stored.without(section, AccountSection.USER);
    }

    /** The file without these accounts, but for one that it does not name, or names with another store. */
    IniFile without(List<KeyPlace> places, IniFile file) {
        Set<String> names = new HashSet<>();
        for (KeyPlace place : places) {
            find(place.account())
                    .filter(found -> found.entry().store().equals(place.store()))
                    .ifPresent(found -> names.add(found.name()));
        }
        return file.without(names);
    }

    private Optional<AccountSection> find(Account account) {
        return Optional.ofNullable(sections.get(AccountKey.of(account)));
    }
}
