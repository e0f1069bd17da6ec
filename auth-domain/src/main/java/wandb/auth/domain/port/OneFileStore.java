package wandb.auth.domain.port;

import java.util.List;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;

/** A store that keeps the keys of all accounts in one file. A port that only modules of this project implement. */
public interface OneFileStore extends CredentialStore {

    /** Erases the credentials of these accounts as {@link #erase} does each, in one change of the file; the answers in their order. */
    List<Erased> eraseAll(List<Query> queries, Precondition expected);
}
