package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.ProfileEntry;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcNode.Entry;

/**
 * Looks for an account's key in what a netrc file holds.
 *
 * @param path the file
 * @param account the account's entries
 * @param troubles what is wrong with the file, to which what is found here is added
 */
record AccountLookup(Path path, AccountEntries account, NetrcDiagnostics troubles) {

    Finding finding() {
        NetrcDocument document = account.document();
        troubles.encoding(document.text());
        troubles.hiddenRest(document);
        if (account.deciding().isPresent()) {
            troubles.names(account);
            if (account.profile().isDefault()) {
                troubles.inactive(account);
            }
        } else if (account.profile().isDefault()) {
            new NearMisses(account.server().host(), document).report(troubles);
        }
        return new Finding(place(), outcome(account), troubles.remarks());
    }

    /** The line of the account's key; of the default entry where it has none. */
    private Location place() {
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
