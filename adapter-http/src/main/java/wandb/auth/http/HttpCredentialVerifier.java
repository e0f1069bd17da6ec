package wandb.auth.http;

import wandb.auth.domain.Credential;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.server.CredentialVerifier;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.Verdict;

/** Asks the server by HTTP. */
public final class HttpCredentialVerifier implements CredentialVerifier {

    @Override
    public Verdict verify(Environment environment, ServerRequest request, Credential credential) {
        return new Verification(environment, request, Thread::sleep).verify(credential);
    }
}
