package wandb.auth.dist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What is released.
 *
 * @param time when it was made: the time of everything in the packages
 */
record Release(String version, Instant time) {

    /** The name of the packages and of what they install. */
    static final String NAME = "wandb-auth";

    /** What it is, in a line. */
    static final String SUMMARY = "Log in to a Weights & Biases server, and keep its API key where you choose";

    /** The day of the release (ISO 8601). */
    String day() {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(time.atOffset(ZoneOffset.UTC));
    }
}
