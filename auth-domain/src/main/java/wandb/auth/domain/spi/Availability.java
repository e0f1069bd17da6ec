package wandb.auth.domain.spi;

import wandb.auth.domain.Reason;

/** Whether a store can be used on this machine. */
public sealed interface Availability {

    /** It can. */
    record Usable() implements Availability {}

    /**
     * It cannot.
     *
     * @param reason what is missing, and how to get it
     */
    record NotUsable(Reason reason) implements Availability {}
}
