package wandb.auth.domain.port.server;

import wandb.auth.domain.Credential;
import wandb.auth.domain.Environment;

/** Asks a server whose credential it is. A port that only modules of this project implement. */
public interface CredentialVerifier {

    /**
     * Asks the request's server, and no other: a redirect that leads elsewhere gets no credential.
     *
     * @return the answer, by the request's deadline; never an exception
     */
    Verdict verify(Environment environment, ServerRequest request, Credential credential);
}
