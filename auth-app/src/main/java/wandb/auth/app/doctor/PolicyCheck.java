package wandb.auth.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.Messages;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.ListStores;
import wandb.auth.app.store.ListStores.Listed;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.spi.Availability;

/** A policy by which no login can work: the store that it saves to is missing, out of order or forbidden. */
public record PolicyCheck(CredentialStores credentialStores, ResolutionPolicy policy) implements HealthCheck {

    @Override
    public List<Complaint> examine(Environment environment, List<Account> accounts, Deadline deadline) {
        SourceId id = policy.defaultStore().value();
        Optional<StoreHandle> store = credentialStores.store(id);
        return store.isPresent()
                ? ofDefault(new ListStores(credentialStores, policy).listed(store.get(), deadline))
                : List.of(new Complaint(location(), Messages.defaultStoreNotInstalled(id)));
    }

    private List<Complaint> ofDefault(Listed store) {
        List<Complaint> complaints = new ArrayList<>();
        if (store.availability() instanceof Availability.NotUsable not) {
            complaints.add(new Complaint(location(), Messages.defaultStoreUnusable(store.id(), not.reason())));
        }
        Optional<Rule> rule = store.forbidden();
        if (rule.isPresent()) {
            Location location = rule.get().setAt().orElseGet(this::location);
            complaints.add(new Complaint(location, Messages.defaultStoreForbidden(store.id(), rule.get())));
        }
        return complaints;
    }

    private Location location() {
        Configured<SourceId> store = policy.defaultStore();
        return store.setAt().orElseGet(() -> new Location.Place(Messages.store(store.value())));
    }
}
