package wandb.auth.app;

import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Decision;
import wandb.auth.domain.Resolution;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.spi.Query;

/** Hands out the key that a login would use, to a program that asks for it. */
public final class HandOut {

    private final CredentialLookup lookup;

    /** Hands out what this lookup gives. */
    public HandOut(CredentialLookup lookup) {
        this.lookup = lookup;
    }

    /** The account's key, or why there is none. */
    public HandedOut key(Query query) {
        Resolution resolution = lookup.untilDecided(query);
        return switch (resolution.decision()) {
            case Decision.Use use -> keyOf(use.found().credential(), use.step());
            case Decision.Blocked blocked -> new HandedOut.Blocked(blocked.step());
            case Decision.Nothing nothing -> new HandedOut.NoCredential(resolution);
        };
    }

    private static HandedOut keyOf(Credential credential, Step step) {
        return credential instanceof ApiKey key ? new HandedOut.Key(key) : new HandedOut.NoKey(step);
    }

    /** What came of asking for the key. */
    public sealed interface HandedOut {

        /**
         * The key.
         *
         * @param key the key
         */
        record Key(ApiKey key) implements HandedOut {}

        /**
         * The account logs in with an identity token, which is no key.
         *
         * @param step the source that gave it
         */
        record NoKey(Step step) implements HandedOut {}

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
