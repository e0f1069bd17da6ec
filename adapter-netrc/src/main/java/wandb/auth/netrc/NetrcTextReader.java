package wandb.auth.netrc;

import wandb.auth.domain.Account;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.port.NetrcFormat;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcParser;

/** Looks up an account in netrc text by the rules of the file. */
public final class NetrcTextReader implements NetrcFormat {

    @Override
    public Outcome find(byte[] text, Account account) {
        try {
            return AccountLookup.outcome(AccountEntries.of(NetrcParser.parse(text), account));
        } catch (NetrcException e) {
            return new Outcome.Unusable(e.reason());
        }
    }
}
