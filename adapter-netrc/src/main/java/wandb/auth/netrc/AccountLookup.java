package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.files.FileContent;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.ProfileEntry;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcParseCache;

/**
 * Looks for an account's key in what a netrc file holds.
 *
 * @param path the file
 * @param account the account
 * @param former what the first edition noted of its server
 * @param documents what was read before
 */
record AccountLookup(Path path, Account account, List<Profile> former, NetrcParseCache documents) {

    Finding in(FileContent content) {
        NetrcDiagnostics troubles = new NetrcDiagnostics(path);
        troubles.mode(content.mode());
        try {
            NetrcDocument document = documents.of(content.bytes());
            return in(document, troubles);
        } catch (NetrcException e) {
            Location place = new Location.File(path, e.line());
            return new Finding(place, new Outcome.Unusable(e.reason()), troubles.remarks());
        }
    }

    private Finding in(NetrcDocument document, NetrcDiagnostics troubles) {
        troubles.encoding(document.text());
        troubles.hiddenRest(document);
        AccountEntries entries =
                ServerEntries.of(document, account.host(), former).of(account.profile());
        if (entries.deciding().isPresent()) {
            troubles.duplicates(entries);
            troubles.otherCase(entries);
            troubles.otherNames(entries);
            if (account.profile().isDefault()) {
                troubles.inactive(entries);
            }
        } else if (account.profile().isDefault()) {
            new NearMisses(account.host(), document).report(troubles);
        }
        return new Finding(place(entries), outcome(entries), troubles.remarks());
    }

    /** The line of the account's key; of the default entry where it has none. */
    private Location place(AccountEntries account) {
        Optional<Entry> catchAll = account.document().firstDefault();
        return account.deciding().isEmpty() && catchAll.isPresent()
                ? new Location.File(path, catchAll.get().line())
                : account.place(path);
    }

    /** What the entries say for their account. */
    static Outcome outcome(AccountEntries account) {
        Optional<ProfileEntry> deciding = account.deciding();
        if (deciding.isPresent()) {
            return outcome(deciding.get().entry());
        }
        return account.document().firstDefault().isPresent()
                ? new Outcome.Skipped(Rule.builtIn(Messages.DEFAULT_ENTRY_IS_NO_KEY))
                : new Outcome.Absent();
    }

    private static Outcome outcome(Entry entry) {
        String password = entry.password();
        if (password.isEmpty()) {
            return new Outcome.Unusable(Messages.noPassword());
        }
        try {
            return new Outcome.Found(ApiKey.parse(password), Revision.of(password));
        } catch (InvalidApiKeyException e) {
            return new Outcome.Unusable(Messages.invalidPassword(e.getMessage()));
        }
    }
}
