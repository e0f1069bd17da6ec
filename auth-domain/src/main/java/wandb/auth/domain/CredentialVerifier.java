package wandb.auth.domain;

import wandb.auth.domain.spi.Query;

/** Asks a server whose credential it is. A port that only a room of this project fills. */
public interface CredentialVerifier {

    /**
     * Asks the query's server, and no other: a redirect that leads elsewhere gets no credential.
     *
     * @return the answer, by the query's deadline; never an exception
     */
    Verdict verify(Environment environment, Query query, Credential credential);
}
