package wandb.auth.domain.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Restriction.OnlyPrograms;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/**
 * Sources and stores whose ids nobody knew when this program was built: those of plugins, helper programs and commands. Every
 * run loads a catalog, so it does no input or output and stays small; what it opens may take more.
 *
 * <p>For the modules of this project; a plugin provides a {@link SourceProvider} or a {@link StoreProvider}.
 */
public interface DynamicStoreProvider {

    /**
     * The ids of what is set up here; none of it is opened for that.
     *
     * @param environment this process
     * @param mentioned the ids that the user's and the administrator's files mention, of this catalog or not
     */
    List<SourceId> ids(Environment environment, Set<SourceId> mentioned);

    /**
     * Opens one source or store. No program is started for it.
     *
     * @param environment this process
     * @param section its settings
     * @param approval asked before code that is not this program's own is loaded or named to be run
     */
    StoreLookup open(SourceId id, Environment environment, StoreConfig section, Approval approval);

    /** Whether a program may run, as far as the policy goes. */
    @FunctionalInterface
    interface Approval {

        /**
         * The rule by which it may not run; empty if it may.
         *
         * @param sha256 the SHA-256 digest of its file, in lower-case hexadecimal digits; empty for that of no file, which
         *     every rule about programs forbids
         */
        Optional<Rule> forbids(OnlyPrograms.Kind kind, String sha256);
    }
}
