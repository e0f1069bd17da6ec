package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.server.CredentialVerifier;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.Verdict;

/** A server with a prepared answer. */
public final class FakeVerifier implements CredentialVerifier {

    public static final Verdict CONFIRMED =
            new Verdict.Confirmed(new Identity("ada", Optional.of("team"), List.of("team")));
    public static final Verdict REJECTED = new Verdict.Rejected("no such key");
    public static final Reason SILENCE = new Reason("It does not answer.", "Try later.");
    public static final Verdict UNREACHABLE = new Verdict.Unreachable(SILENCE);

    private final List<Credential> asked = new ArrayList<>();
    private Verdict answer = CONFIRMED;

    public void answers(Verdict verdict) {
        answer = verdict;
    }

    /** The credentials that it was asked about. */
    public List<Credential> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Verdict verify(Environment environment, ServerRequest request, Credential credential) {
        asked.add(credential);
        return answer;
    }
}
