package wandb.auth.domain;

/**
 * A question to a server.
 *
 * @param host the server; no other gets what is sent
 * @param deadline when the answer must be there, all attempts together
 */
public record ServerRequest(Host host, Deadline deadline) {}
