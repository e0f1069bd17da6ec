package wandb.auth.config;

import java.util.Map;
import java.util.Optional;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidValueException;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/**
 * The section of one account: {@code [account https://wandb.example.com]}, for a profile {@code [account
 * https://wandb.example.com work]}. An IPv6 address stands in its brackets: a header ends at the last bracket of its line.
 *
 * @param name the name of the section
 * @param line the line of its header, counted from 1
 */
record AccountSection(String name, int line) {

    static final String STORE = "store";
    static final String USER = "user";

    private static final String WORD = "account";

    /** Whether a section of this name is for an account, or is meant to be. */
    static boolean isNamed(String section) {
        return section.equals(WORD) || section.startsWith(WORD + " ");
    }

    /** Whether an earlier version has noted a key as a profile here: no command means it any more, and it must not be shown. */
    static boolean isNamedByKey(String section) {
        return Profile.mayBeKey(section.substring(section.lastIndexOf(' ') + 1));
    }

    /** The name of the section of an account. */
    static String nameOf(Account account) {
        String name = WORD + " " + account.host().url();
        return account.profile().isDefault() ? name : name + " " + account.profile();
    }

    /** A user's name as the value of an option; empty if it may be a key, or cannot be read back from there as it is. */
    static Optional<String> userValue(SavedAccount entry) {
        String user = TerminalSafe.of(entry.userName().orElse("")).strip();
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

    /** What is remembered of the account; what a later version has noted besides is ignored, and a name that may be a key. */
    SavedAccount entry(Map<String, IniValue> values) throws PolicySyntaxException {
        IniValue user = values.get(USER);
        Optional<String> userName =
                user == null || ApiKey.isLikely(user.text()) ? Optional.empty() : Optional.of(user.text());
        return new SavedAccount(account(), store(values), userName);
    }

    private SourceId store(Map<String, IniValue> values) throws PolicySyntaxException {
        IniValue store = values.get(STORE);
        if (store == null) {
            throw new PolicySyntaxException(line, Messages.accountWithoutStore());
        }
        return new PolicyValue(STORE, store).id();
    }

    /** The account that the section is named by. */
    Account account() throws PolicySyntaxException {
        String words = name.substring(WORD.length()).strip();
        int blank = words.indexOf(' ');
        try {
            return blank < 0
                    ? new Account(Host.parse(words), Profile.DEFAULT)
                    : new Account(
                            Host.parse(words.substring(0, blank)),
                            new Profile(words.substring(blank).strip()));
        } catch (InvalidValueException e) {
            throw new PolicySyntaxException(line, Messages.accountMisnamed(e.getMessage()));
        }
    }
}
