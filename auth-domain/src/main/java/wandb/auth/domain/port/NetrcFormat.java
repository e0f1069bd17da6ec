package wandb.auth.domain.port;

import wandb.auth.domain.Account;
import wandb.auth.domain.Outcome;

/** Reads netrc text that is in no file. A port that only modules of this project implement. */
public interface NetrcFormat {

    /** What the text says for the account, as the netrc file would; lines are named in it, and nothing that stands there. */
    Outcome find(byte[] text, Account account);
}
