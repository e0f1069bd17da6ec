package wandb.auth.domain.port.sdk;

import wandb.auth.domain.Location;
import wandb.auth.domain.port.account.HostOrigin;

/**
 * A server's address as somebody configured it, not validated yet.
 *
 * @param text the address as written
 * @param origin what kind of place it was written in
 * @param location the place itself
 */
public record ConfiguredAddress(String text, HostOrigin origin, Location location) {}
