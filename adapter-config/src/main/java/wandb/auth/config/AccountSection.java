package wandb.auth.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidValueException;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/**
 * The section of one account: {@code [account https://wandb.example.com]}, for a profile {@code [account
 * https://wandb.example.com work]}. An IPv6 address stands in its brackets: a header ends at the last bracket of its line.
 *
 * @param name the name of the section
 * @param line the line of its header, counted from 1
 * @param entry what is remembered of the account
 */
record AccountSection(String name, int line, SavedAccount entry) {

    static final String STORE = "store";
    static final String USER = "user";

    private static final String WORD = "account";

    /** The accounts that a user's file names. */
    static Parsed<SavedAccounts> read(Parsed<AuthIni> content) {
        return switch (content) {
            case Valid<AuthIni> file -> read(file.value());
            case Invalid<AuthIni> unknown -> unknown.passedOn();
        };
    }

    private static Parsed<SavedAccounts> read(AuthIni file) {
        try {
            List<SavedAccount> accounts = new ArrayList<>();
            for (AccountSection section : in(file).values()) {
                accounts.add(section.entry());
            }
            return new Valid<>(new SavedAccounts(accounts));
        } catch (IniException e) {
            return AuthIni.invalid(file.path(), e);
        }
    }

    /** The section of each account that the file names, in its order. */
    static Map<AccountKey, AccountSection> in(AuthIni file) throws IniException {
        Map<AccountKey, AccountSection> sections = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> heading : file.headings().entrySet()) {
            String name = heading.getKey();
            if (isNamed(name) && !isNamedByKey(name)) {
                AccountSection section = of(name, heading.getValue(), file.section(name));
                @Nullable
                AccountSection earlier =
                        sections.put(AccountKey.of(section.entry().account()), section);
                if (earlier != null) {
                    throw AuthIni.problem(section.line(), Messages.accountListedTwice(earlier.line()));
                }
            }
        }
        return sections;
    }

    /** Whether a section of this name is for an account, or is meant to be. */
    static boolean isNamed(String section) {
        return section.equals(WORD) || section.startsWith(WORD + " ");
    }

    /** Whether an earlier version has noted a key as a profile here: no command means it any more, and it must not be shown. */
    private static boolean isNamedByKey(String section) {
        return Profile.mayBeKey(section.substring(section.lastIndexOf(' ') + 1));
    }

    /** The name of the section of an account. */
    static String nameOf(Account account) {
        String name = WORD + " " + account.host().url();
        return account.profile().isDefault() ? name : name + " " + account.profile();
    }

    /** A user's name as the value of an option; empty if it may be a key, or cannot be read back from there as it is. */
    static Optional<String> userValue(SavedAccount entry) {
        if (entry.userName().isEmpty()) {
            return Optional.empty();
        }
        String user = TerminalSafe.of(entry.userName().get()).strip();
        return user.isEmpty() || ApiKey.isLikely(user) || !isReadBack(user) ? Optional.empty() : Optional.of(user);
    }

    /** A name is decoration: one that the file cannot keep, such as one that begins with a no-break space, ends no login. */
    private static boolean isReadBack(String user) {
        try {
            byte[] bytes = IniFile.emptyRaw().with(WORD, USER, user).bytes();
            IniValue kept =
                    IniFile.parseRaw(bytes).section(WORD).orElse(Map.of()).get(USER);
            return kept != null && kept.text().equals(user);
        } catch (IniException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Of these values; what a later version has noted besides is ignored, and a name that may be a key. */
    private static AccountSection of(String name, int line, Map<String, IniValue> values) throws IniException {
        IniValue user = values.get(USER);
        Optional<String> userName =
                user == null || ApiKey.isLikely(user.text()) ? Optional.empty() : Optional.of(user.text());
        return new AccountSection(name, line, new SavedAccount(account(name, line), store(values, line), userName));
    }

    private static SourceId store(Map<String, IniValue> values, int line) throws IniException {
        IniValue store = values.get(STORE);
        if (store == null) {
            throw AuthIni.problem(line, Messages.accountWithoutStore());
        }
        return AuthIniSchema.id(STORE, store.text(), store.line());
    }

    /** The account that a section is named by. */
    static Account account(String name, int line) throws IniException {
        String words = name.substring(WORD.length()).strip();
        int blank = words.indexOf(' ');
        try {
            return blank < 0
                    ? new Account(Host.parse(words), Profile.DEFAULT)
                    : new Account(
                            Host.parse(words.substring(0, blank)),
                            new Profile(words.substring(blank).strip()));
        } catch (InvalidValueException e) {
            throw AuthIni.problem(line, Messages.accountMisnamed(e.getMessage()));
        }
    }
}
