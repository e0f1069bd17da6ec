package wandb.auth.domain.spi;

import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;

/**
 * What a source or store is asked.
 *
 * @param account whose credential is meant
 * @param interaction whether a person may be asked for something
 * @param deadline when the answer must be there; one that is late counts as "not answering", never as "absent"
 * @since 0.1
 */
public record Query(Account account, Interaction interaction, Deadline deadline) {}
