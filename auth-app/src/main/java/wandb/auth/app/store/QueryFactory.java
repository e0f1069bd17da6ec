package wandb.auth.app.store;

import wandb.auth.domain.Account;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.spi.Query;

/**
 * Makes the questions of a use case. Each is made when it is asked, so that its time is its own: a slow server or a person
 * who takes long takes nothing from the store that is asked next.
 */
public interface QueryFactory {

    /** A question to sources and stores about the account. */
    Query toStore(Account account);

    /** A question to the account's server. */
    ServerRequest toServer(Account account);
}
