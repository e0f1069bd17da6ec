package wandb.auth.netrc;

import java.nio.file.Path;
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
 * @param names the account's machine names
 */
record AccountLookup(Path path, MachineNames names) {

    private static final Rule DEFAULT_IS_NO_KEY =
            Rule.builtIn("A default entry is never taken for a W&B key: its password belongs to other servers.");

    Finding in(FileContent content) {
        Troubles troubles = new Troubles(path);
        troubles.mode(content.mode());
        try {
            NetrcDocument document = NetrcParser.parse(content.bytes());
            return in(document, troubles);
        } catch (NetrcSyntaxException e) {
            Location place = new Location.File(path, e.line());
            return new Finding(place, new Outcome.Unusable(e.reason()), troubles.remarks());
        }
    }

    private Finding in(NetrcDocument document, Troubles troubles) {
        troubles.encoding(document.text());
        troubles.hiddenRest(document);
        AccountEntries account = AccountEntries.of(document, names);
        Optional<Entry> deciding = account.deciding();
        Optional<Entry> catchAll = document.firstDefault();
        if (deciding.isPresent()) {
            troubles.duplicates(account);
            troubles.otherCase(account);
            troubles.otherNames(account);
            Location place =
                    new Location.File(path, document.line(deciding.get().decidingToken()));
            return new Finding(place, outcome(deciding.get()), troubles.remarks());
        }
        if (catchAll.isPresent()) {
            Location place =
                    new Location.File(path, document.line(catchAll.get().keyword()));
            return new Finding(place, new Outcome.Skipped(DEFAULT_IS_NO_KEY), troubles.remarks());
        }
        return new Finding(new Location.File(path), new Outcome.Absent(), troubles.remarks());
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
