package wandb.auth.app.login;

import java.util.Optional;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.spi.Saved;

/**
 * What the next run will use after a login.
 *
 * @param lookup the lookup that it will make
 */
record NextRun(CredentialLookup lookup, QueryFactory queries) {

    /** The source that the next run would use, or fail at, before the saved key. */
    Optional<Step> shadow(SaveKeyCommand command, Optional<Saved> saved) {
        Resolution next = lookup.untilDecided(queries.toStore(command.account()), readBack(command, saved));
        return switch (next.decision()) {
            case Decision.Use use ->
                use.found().credential().equals(command.key()) ? Optional.empty() : Optional.of(use.step());
            case Decision.Blocked blocked -> Optional.of(blocked.step());
            case Decision.Nothing nothing -> Optional.empty();
        };
    }

    /** What the store says of the key, which it has just read back, or which came from there. */
    private static Step readBack(SaveKeyCommand command, Optional<Saved> saved) {
        if (command.source() instanceof KeySource.Existing existing && command.isAdoption()) {
            return existing.step();
        }
        if (saved.isPresent() && saved.get() instanceof Saved.Stored stored) {
            return command.readBack(stored);
        }
        throw new IllegalArgumentException("the key was neither saved nor found in the store");
    }
}
