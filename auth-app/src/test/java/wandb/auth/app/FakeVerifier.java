package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Credential;
import wandb.auth.domain.CredentialVerifier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Identity;
import wandb.auth.domain.Reason;
import wandb.auth.domain.ServerRequest;
import wandb.auth.domain.Verdict;

/** A server with a prepared answer. */
final class FakeVerifier implements CredentialVerifier {

    static final Verdict CONFIRMED = new Verdict.Confirmed(new Identity("ada", Optional.of("team"), List.of("team")));
    static final Verdict REJECTED = new Verdict.Rejected("no such key");
    static final Reason SILENCE = new Reason("It does not answer.", "Try later.");
    static final Verdict UNREACHABLE = new Verdict.Unreachable(SILENCE);

    private final List<Credential> asked = new ArrayList<>();
    private Verdict answer = CONFIRMED;

    void answers(Verdict verdict) {
        answer = verdict;
    }

    /** The credentials that it was asked about. */
    List<Credential> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Verdict verify(Environment environment, ServerRequest request, Credential credential) {
        asked.add(credential);
        return answer;
    }
}
