package wandb.auth.domain.port.server;

import wandb.auth.domain.Reason;

/** What a server says to a credential. */
public sealed interface Verdict {

    /**
     * It is valid.
     *
     * @param identity whose it is
     */
    record Confirmed(Identity identity) implements Verdict {}

    /**
     * The server does not accept it.
     *
     * @param said the server's own words or its status, safe to show
     */
    record Rejected(String said) implements Verdict {}

    /**
     * No server that could judge it answered; nothing is known about the credential.
     *
     * @param reason what happened, and what to do
     */
    record Unreachable(Reason reason) implements Verdict {}
}
