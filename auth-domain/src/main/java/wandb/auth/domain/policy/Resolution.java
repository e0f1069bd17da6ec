package wandb.auth.domain.policy;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;

/**
 * The answer to "whose key, and from where", with its whole trace.
 *
 * @param account whose credential was looked for
 * @param steps every source in the order of the policy and the result, also after the one that decided
 */
public record Resolution(Account account, List<Step> steps) {

    public Resolution {
        steps = List.copyOf(steps);
    }

    /**
     * The result of one source.
     *
     * @param protection how well it keeps a secret
     * @param finding its answer
     */
    public record Step(SourceId source, Protection protection, Finding finding) {

        /** What it found; empty if that is no valid, allowed credential. */
        public Optional<Outcome.Found> found() {
            return finding.outcome() instanceof Outcome.Found found ? Optional.of(found) : Optional.empty();
        }

        /** The key that it found; empty if it found none, or another credential. */
        public Optional<ApiKey> key() {
            return finding.outcome() instanceof Outcome.Found found && found.credential() instanceof ApiKey key
                    ? Optional.of(key)
                    : Optional.empty();
        }

        /** Whether it found this credential. */
        public boolean gives(Credential credential) {
            return finding.outcome() instanceof Outcome.Found found
                    && found.credential().equals(credential);
        }

        /** Whether it is a netrc entry that every reader of the file takes: the account's own, and nothing was remarked about it. */
        public boolean isForEveryReaderOfNetrc(Account account) {
            return source.equals(ResolutionPolicy.NETRC)
                    && account.profile().isDefault()
                    && finding.remarks().isEmpty();
        }
    }

    /** The step that decides: the first that is not passed over, which no later one can change; empty if there is none. */
    public Optional<Step> decisive() {
        for (Step step : steps) {
            if (!step.finding().outcome().isPassedOver()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** What it decides. */
    public Decision decision() {
        return Decision.by(decisive());
    }
}
