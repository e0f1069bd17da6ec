package wandb.auth.cli;

import wandb.auth.domain.Credential;
import wandb.auth.domain.CredentialVerifier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.ServerRequest;
import wandb.auth.domain.Verdict;

/**
 * Tells a person at a terminal what is being waited for.
 *
 * @param verifier asks the server
 * @param talk tells it
 */
record WaitingVerifier(CredentialVerifier verifier, Talk talk) implements CredentialVerifier {

    @Override
    public Verdict verify(Environment environment, ServerRequest request, Credential credential) {
        if (environment.terminal().error()) {
            talk.say("Asking " + request.host() + " whose credential it is ...");
        }
        return verifier.verify(environment, request, credential);
    }
}
