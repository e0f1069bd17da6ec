package wandb.auth.app.token;

import java.util.Optional;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.store.AuditLog;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.AuditEvent.Action;
import wandb.auth.domain.port.AuditEvent.Result;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.spi.Query;

/** Hands out the credential that a login would use, to a program that asks for it. */
public record GetCredential(CredentialLookup lookup, AuditLog auditLog) {

    /** The account's key, or why there is none. */
    public HandedOut key(Query query) {
        Resolution resolution = lookup.untilDecided(query);
        return switch (resolution.decision()) {
            case Decision.Use use -> keyOf(use.found().credential(), use.step(), query);
            case Decision.Blocked blocked -> blocked(blocked.step(), query);
            case Decision.Nothing nothing -> new HandedOut.NoCredential(resolution);
        };
    }

    private HandedOut keyOf(Credential credential, Step step, Query query) {
        Optional<Complaint> gap = auditLog.record(Action.HAND_OUT, query.account(), step.source(), Result.DONE, "");
        if (gap.isPresent()) {
            return new HandedOut.NotRecorded(gap.get());
        }
        return switch (credential) {
            case ApiKey key -> new HandedOut.Key(step, key);
            case IdentityToken token -> new HandedOut.Identity(step, token);
        };
    }

    private HandedOut blocked(Step step, Query query) {
        if (step.finding().outcome() instanceof Outcome.Refused refused) {
            auditLog.refused(Action.HAND_OUT, query.account(), Optional.of(step.source()), refused.rule());
        }
        return new HandedOut.Blocked(step);
    }

    /** The result of asking for the key. */
    public sealed interface HandedOut {

        /**
         * The key.
         *
         * @param step the source that gave it
         */
        record Key(Step step, ApiKey key) implements HandedOut {}

        /**
         * The account logs in with an identity token, which its server exchanges for an access token.
         *
         * @param step the source that gave it
         */
        record Identity(Step step, IdentityToken token) implements HandedOut {}

        /**
         * There is a key, and the policy wants its hand-out recorded, which could not be done.
         *
         * @param gap why
         */
        record NotRecorded(Complaint gap) implements HandedOut {}

        /**
         * A source names the account but cannot give a valid, allowed credential.
         *
         * @param step the source and its reason
         */
        record Blocked(Step step) implements HandedOut {}

        /**
         * No source has a credential.
         *
         * @param resolution where it was looked for
         */
        record NoCredential(Resolution resolution) implements HandedOut {}
    }
}
