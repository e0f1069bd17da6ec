package wandb.auth.domain.port.server;

import wandb.auth.domain.Deadline;
import wandb.auth.domain.Host;

/**
 * A question to a server.
 *
 * @param host the server; no other gets what is sent
 * @param deadline when the answer must be there, all attempts together
 */
public record ServerRequest(Host host, Deadline deadline) {}
