package wandb.auth.domain.port.server;

import java.util.Optional;
import wandb.auth.domain.Reason;

/** What a server says to a credential. */
public sealed interface Verdict {

    /**
     * It is valid.
     *
     * @param identity whose it is
     * @param unkept why what was asked for on the way could not be kept for later runs; empty if nothing was lost
     */
    record Confirmed(Identity identity, Optional<Reason> unkept) implements Verdict {

        /** Without any loss. */
        public Confirmed(Identity identity) {
            this(identity, Optional.empty());
        }
    }

    /**
     * The server does not accept it.
     *
     * @param said the server's own words or its status, safe to show
     */
    record Rejected(String said) implements Verdict, TokenExchange.Exchanged {}

    /**
     * No server that could judge it answered; nothing is known about the credential.
     *
     * @param reason what happened, and what to do
     */
    record Unreachable(Reason reason) implements Verdict, TokenExchange.Exchanged {}
}
