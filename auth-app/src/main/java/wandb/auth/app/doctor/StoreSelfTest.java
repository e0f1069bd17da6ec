package wandb.auth.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.ListStores;
import wandb.auth.app.store.ListStores.Listed;
import wandb.auth.app.store.QuestionTime;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.spi.Interaction;

/**
 * Proves each store that is more than a plaintext file: writes a probe credential, reads it and erases it. Stores that cannot be
 * used here, that the policy forbids, or that keep something of what was erased, are left in peace.
 *
 * @param interaction whether a person may be asked to unlock a store
 */
public record StoreSelfTest(CredentialStores credentialStores, ResolutionPolicy policy, Interaction interaction)
        implements HealthCheck {

    @Override
    public List<Complaint> examine(Environment environment, List<Account> accounts, Deadline deadline) {
        List<Complaint> complaints = new ArrayList<>();
        QuestionTime time = new QuestionTime(deadline);
        for (Listed listed : new ListStores(credentialStores, policy).list(deadline)) {
            Optional<StoreHandle> store = credentialStores.store(listed.id());
            if (store.isPresent() && listed.isBetterThanPlaintext() && listed.forgets()) {
                complaints.addAll(new ProbeCredential(store.get().store(), interaction, time.now()).complaints());
            }
        }
        return complaints;
    }
}
