package wandb.auth.app;

import wandb.auth.app.store.QueryFactory;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.spi.Query;

/** Questions that nobody waits for. */
public final class GivenQueries implements QueryFactory {

    @Override
    public Query toStore(Account account) {
        return Given.query(account);
    }

    @Override
    public ServerRequest toServer(Account account) {
        return new ServerRequest(account.host(), new Deadline(0));
    }
}
