package wandb.auth.domain.port.configuration;

import wandb.auth.domain.Location;
import wandb.auth.domain.port.account.ProfileOrigin;

/**
 * A profile's name as somebody configured it, not validated yet.
 *
 * @param text the name as written
 * @param origin what kind of place it was written in
 * @param location the place itself
 */
public record ConfiguredName(String text, ProfileOrigin origin, Location location) {}
