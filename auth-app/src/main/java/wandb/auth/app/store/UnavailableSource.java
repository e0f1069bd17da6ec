package wandb.auth.app.store;

import java.util.Optional;
import wandb.auth.app.Messages;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;

/**
 * Stands for the store that may hold the key and cannot be asked: it ends a lookup, so that no older key from elsewhere is
 * used in its place.
 *
 * @param location what cannot be reached
 * @param reason why, and what to do
 */
public record UnavailableSource(Location location, Reason reason) implements CredentialSource {

    /**
     * A store that a key was saved to and that is no longer there.
     *
     * @param gone what is set up under its id
     * @param netrc the store that is named in its place if keys may be saved there
     * @param judgement what may be advised
     */
    public static UnavailableSource notInstalled(
            SavedAccount saved, Optional<StoreHandle> gone, Optional<StoreHandle> netrc, PolicyJudgement judgement) {
        String problem =
                gone.flatMap(StoreHandle::broken).map(Messages::keeperBroken).orElse(Messages.KEEPER_NOT_INSTALLED);
        String other = netrc.filter(store -> judgement.forbidsStore(store).isEmpty())
                .map(store -> store.id().value())
                .orElse("ID");
        boolean isForgotten =
                judgement.policy().forbidsHost(saved.account().host()).isPresent();
        return new UnavailableSource(
                new Location.Place(Messages.store(saved.store())),
                new Reason(
                        problem,
                        isForgotten
                                ? Messages.installOrForget(AccountCommand.logOut(saved.account()))
                                : Messages.installOrSaveElsewhere(
                                        AccountCommand.logIn(saved.account(), "--store " + other + " --relogin "))));
    }

    @Override
    public Protection protection() {
        return Protection.PLAINTEXT;
    }

    @Override
    public Finding find(Query query) {
        return new Finding(location, new Outcome.Unusable(reason));
    }
}
