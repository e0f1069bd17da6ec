package wandb.auth.domain.port.sdk;

import wandb.auth.domain.Location;
import wandb.auth.domain.port.account.HostOrigin;

/** A server's address as somebody configured it, not validated yet. */
public record ConfiguredAddress(String text, HostOrigin origin, Location location) {}
