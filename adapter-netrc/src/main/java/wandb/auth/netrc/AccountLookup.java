package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.files.FileContent;
import wandb.auth.netrc.NetrcNode.Entry;

/**
 * Looks for an account's key in what a netrc file holds.
 *
 * @param path the file
 * @param names tells the account's machine names
 * @param documents what was read before
 */
record AccountLookup(Path path, EntryNaming names, NetrcParseCache documents) {

    private static final Rule DEFAULT_IS_NO_KEY =
            Rule.builtIn("A default entry is never taken for a W&B key: its password belongs to other servers.");

    Finding in(FileContent content) {
        NetrcDiagnostics troubles = new NetrcDiagnostics(path);
        troubles.mode(content.mode());
        try {
            NetrcDocument document = documents.of(content.bytes());
            return in(document, troubles);
        } catch (NetrcSyntaxException e) {
            Location place = new Location.File(path, e.line());
            return new Finding(place, new Outcome.Unusable(e.reason()), troubles.remarks());
        }
    }

    private Finding in(NetrcDocument document, NetrcDiagnostics troubles) {
        troubles.encoding(document.text());
        troubles.hiddenRest(document);
        AccountEntries account = names.entriesIn(document);
        if (account.deciding().isPresent()) {
            troubles.duplicates(account);
            troubles.otherCase(account);
            troubles.otherNames(account);
        }
        List<String> remarks = new ArrayList<>(troubles.remarks());
        if (isHiddenFromSdk(account)) {
            remarks.add(
                    "The Python SDK finds the key of another profile. To give it this one: wandb auth switch default");
        }
        return new Finding(place(account), outcome(account), remarks);
    }

    private boolean isHiddenFromSdk(AccountEntries account) {
        return account.deciding().isPresent()
                && names.account().profile().isDefault()
                && !account.names().isReadBySdk();
    }

    /** The line of the account's key; of the default entry where it has none. */
    private Location place(AccountEntries account) {
        Optional<Entry> catchAll = account.document().firstDefault();
        return account.deciding().isEmpty() && catchAll.isPresent()
                ? new Location.File(path, account.document().line(catchAll.get().keyword()))
                : account.place(path);
    }

    /** What the entries say for their account. */
    static Outcome outcome(AccountEntries account) {
        Optional<Entry> deciding = account.deciding();
        if (deciding.isPresent()) {
            return outcome(deciding.get());
        }
        return account.document().firstDefault().isPresent()
                ? new Outcome.Skipped(DEFAULT_IS_NO_KEY)
                : new Outcome.Absent();
    }

    private static Outcome outcome(Entry entry) {
        String password = entry.password();
        if (password.isEmpty()) {
            return new Outcome.Unusable(new Reason(
                    "The netrc entry for this server has no password.", "Log in again, or remove the entry."));
        }
        try {
            return new Outcome.Found(ApiKey.parse(password), Revision.of(password));
        } catch (InvalidApiKeyException e) {
            return new Outcome.Unusable(new Reason(e.getMessage(), "Log in again, or remove the entry."));
        }
    }
}
