package wandb.auth.domain;

import wandb.auth.domain.message.Messages;

/**
 * What proves to a server who is asking.
 *
 * <p>The secret leaves a credential only through {@link #reveal()}: no credential shows it in {@code toString}, and none
 * can be serialised.
 *
 * @since 0.1
 */
public sealed interface Credential permits ApiKey, IdentityToken {

    /** The secret itself: for a store, a server's header or {@code auth token}, never for a message. */
    String reveal();

    /** What may be shown of it. */
    Summary summary();

    /**
     * What a person may see of a credential to tell it from another.
     *
     * @param kind its form in words, such as "40-character API key"
     * @param length its length in characters
     * @param ending its last four characters; empty if it is so short that they would give it away
     */
    record Summary(String kind, int length, String ending) {

        private static final int SHOWN = 4;
        private static final int SHORTEST_TO_SHOW = 40;

        static Summary of(String kind, String secret) {
            boolean longEnough = secret.length() >= SHORTEST_TO_SHOW;
            return new Summary(kind, secret.length(), longEnough ? secret.substring(secret.length() - SHOWN) : "");
        }

        @Override
        public String toString() {
            return Messages.credential(kind, length, ending);
        }
    }
}
