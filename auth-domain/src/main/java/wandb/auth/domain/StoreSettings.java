package wandb.auth.domain;

import wandb.auth.domain.spi.Section;

/**
 * What {@code [store.ID]} of the administrator's and the user's {@code auth.ini} say for a source or store. A port that only
 * a room of this project fills.
 */
public interface StoreSettings {

    /** The settings for it, the administrator's winning over the user's; none where neither file has any. */
    Section of(Environment environment, SourceId id);
}
