package wandb.auth.helper;

import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Precondition;

/** What a helper holds for an account. */
sealed interface StoredCredential {

    /** The same as the answer to a query. */
    Outcome outcome();

    /** Whether it is what somebody expects to be there. */
    boolean is(Precondition expected);

    /**
     * A key of ours.
     *
     * @param key the key
     */
    record Key(ApiKey key) implements StoredCredential {

        Revision revision() {
            return Revision.of(key.reveal());
        }

        @Override
        public Outcome outcome() {
            return new Outcome.Found(key, revision());
        }

        @Override
        public boolean is(Precondition expected) {
            return expected.matches(revision());
        }
    }

    /** Nothing. */
    record Nothing() implements StoredCredential {

        @Override
        public Outcome outcome() {
            return new Outcome.Absent();
        }

        @Override
        public boolean is(Precondition expected) {
            return expected.matchesNone();
        }
    }

    /**
     * An item with our name and user whose secret is no key.
     *
     * @param secret what it holds, to tell it from another
     * @param reason what is wrong with it, and what to do
     */
    record Malformed(Revision secret, Reason reason) implements StoredCredential {

        @Override
        public Outcome outcome() {
            return new Outcome.Unusable(reason);
        }

        @Override
        public boolean is(Precondition expected) {
            return expected.matches(secret);
        }
    }
}
