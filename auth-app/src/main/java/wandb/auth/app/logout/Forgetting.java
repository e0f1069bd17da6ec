package wandb.auth.app.logout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.logout.LogOut.Removal;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.spi.Erased;

/**
 * Forgets what is noted of accounts after the stores were asked to erase their keys: of all of them in one change of a file. Where
 * that fails, of each by itself, so that one that cannot be forgotten keeps no other.
 */
record Forgetting(Accounts accounts, CredentialStores credentialStores) {

    /** What was noted stays noted until it is erased or out of reach; the account itself until all of it is. */
    void forget(List<Erasure> erasures) {
        forgetPlaces(erasures);
        List<Erasure> complete = new ArrayList<>(erasures);
        complete.removeIf(erasure -> erasure.keeper().isEmpty()
                || erasure.unforgotten().isPresent()
                || !erasure.removals().stream().allMatch(this::isSettled));
        if (!complete.isEmpty()) {
            forgetAccounts(complete);
        }
    }

    private void forgetPlaces(List<Erasure> erasures) {
        List<KeyPlace> places = new ArrayList<>();
        for (Erasure erasure : erasures) {
            for (Removal removal : erasure.removals()) {
                if (isSettled(removal)) {
                    places.add(new KeyPlace(erasure.account(), removal.store()));
                }
            }
        }
        Optional<Complaint> failed = places.isEmpty() ? Optional.empty() : accounts.forgetEarlierPlaces(places);
        if (failed.isPresent() && erasures.size() > 1) {
            erasures.forEach(erasure -> forgetPlaces(List.of(erasure)));
        } else if (failed.isPresent()) {
            erasures.getFirst().isNotForgotten(failed.get());
        }
    }

    private void forgetAccounts(List<Erasure> erasures) {
        List<KeyPlace> places = new ArrayList<>();
        for (Erasure erasure : erasures) {
            places.add(new KeyPlace(erasure.account(), erasure.keeper().orElseThrow()));
        }
        Optional<Complaint> failed = accounts.forget(places);
        if (failed.isPresent() && erasures.size() > 1) {
            erasures.forEach(erasure -> forgetAccounts(List.of(erasure)));
        } else if (failed.isPresent()) {
            erasures.getFirst().isNotForgotten(failed.get());
        }
    }

    private boolean isSettled(Removal removal) {
        return removal.isClean() || isOutOfReach(removal);
    }

    /** A store that is gone can never be asked: it is said what stays there, once, and then it stands in no later run's way. */
    private boolean isOutOfReach(Removal removal) {
        return removal.erased() instanceof Erased.Failed
                && !credentialStores.isInstalled(removal.store())
                && !removal.store().equals(LogOut.EARLIER_PLACES);
    }
}
