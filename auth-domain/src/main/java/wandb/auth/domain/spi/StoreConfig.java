package wandb.auth.domain.spi;

import java.util.Map;

/**
 * The settings that the user's or the system's {@code auth.ini} holds for one source or store in {@code [store.ID]};
 * never taken from a workspace's file.
 *
 * @param settings names and values as written
 * @since 0.2
 */
public record StoreConfig(Map<String, String> settings) {

    /** No settings. */
    public static final StoreConfig EMPTY = new StoreConfig(Map.of());

    public StoreConfig {
        settings = Map.copyOf(settings);
    }

    /** Without the values: one of them may be a secret that a plugin needs. */
    @Override
    public String toString() {
        return "Section" + settings.keySet();
    }
}
