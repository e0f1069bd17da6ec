package wandb.auth.cli.terminal;

import java.time.Duration;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.server.CredentialVerifier;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.Verdict;

/**
 * Tells a person at a terminal what is being waited for.
 *
 * @param verifier asks the server
 * @param console tells it
 */
public record ProgressVerifier(CredentialVerifier verifier, Console console) implements CredentialVerifier {

    /** The verifier, with what is waited for shown. */
    public static CredentialVerifier of(CredentialVerifier verifier, Console console) {
        return new ProgressVerifier(verifier, console);
    }

    @Override
    public Verdict verify(Environment environment, ServerRequest request, Credential credential) {
        Progress.later(Duration.ZERO, () -> TerminalDevice.letQuitEnd(environment)); // while the connection is made
        return console.waiting(
                Messages.waitingForVerification(request.host()),
                () -> verifier.verify(environment, request, credential));
    }
}
