package wandb.auth.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.Messages;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.HealthCheck;

/** Stores that others bring and that cannot be opened, or not under their name. */
public record PluginHealthCheck(CredentialStores credentialStores) implements HealthCheck {

    @Override
    public List<Complaint> examine(Environment environment, List<Account> accounts, Deadline deadline) {
        List<Complaint> complaints = new ArrayList<>();
        for (SourceId hidden : credentialStores.hidden()) {
            complaints.add(complaint(hidden, Messages.neverLoaded()));
        }
        for (StoreHandle store : credentialStores.stores()) {
            Optional<Reason> broken = store.broken();
            broken.ifPresent(reason -> complaints.add(complaint(store.id(), reason)));
        }
        return complaints;
    }

    /** A store of the user's own command lines is no plugin; its kind stands before a colon. */
    private static Complaint complaint(SourceId id, Reason reason) {
        String place = id.value().indexOf(':') < 0 ? Messages.plugin(id) : Messages.store(id);
        return new Complaint(new Location.Place(place), reason);
    }
}
