package wandb.auth.domain;

import java.util.Map;

/**
 * What {@code [store.ID]} of the administrator's and the user's {@code auth.ini} say for the sources and stores. A port that
 * only a room of this project fills.
 */
public interface StoreSettings {

    /**
     * The settings of each that has any, names and values; the administrator's win over the user's. The store {@code netrc} has one
     * {@code profiles MACHINE} for each machine that was switched: the names, separated by blanks, the last one first.
     */
    Map<SourceId, Map<String, String>> read(Environment environment);
}
