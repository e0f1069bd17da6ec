package wandb.auth.domain.policy;

import java.util.List;
import wandb.auth.domain.Account;
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
     * @param source the source
     * @param protection how well it keeps a secret
     * @param finding its answer
     */
    public record Step(SourceId source, Protection protection, Finding finding) {

        /** Whether it is a netrc entry that every reader of the file takes: the account's own, and nothing was remarked about it. */
        public boolean isForEveryReaderOfNetrc(Account account) {
            return source.equals(ResolutionPolicy.NETRC)
                    && account.profile().isDefault()
                    && finding.remarks().isEmpty();
        }
    }

    /** The decision: the first step that is not passed over makes it, and no later one can change it. */
    public Decision decision() {
        for (Step step : steps) {
            Outcome outcome = step.finding().outcome();
            if (outcome instanceof Outcome.Found) {
                return new Decision.Use(step);
            }
            if (!outcome.isPassedOver()) {
                return new Decision.Blocked(step);
            }
        }
        return new Decision.Nothing();
    }
}
