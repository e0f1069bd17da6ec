package wandb.auth.app;

import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.ServerRequest;
import wandb.auth.domain.spi.Query;

/** Questions that nobody waits for. */
final class GivenQueries implements Queries {

    @Override
    public Query toStore(Account account) {
        return Given.query(account);
    }

    @Override
    public ServerRequest toServer(Account account) {
        return new ServerRequest(account.host(), new Deadline(0));
    }
}
