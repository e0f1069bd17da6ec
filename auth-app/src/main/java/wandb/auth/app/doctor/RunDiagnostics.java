package wandb.auth.app.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.app.account.Accounts;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Profile;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.HealthCheck.Complaint;

/**
 * Collects what is wrong on this machine.
 *
 * @param checks what looks, in this order
 */
public record RunDiagnostics(List<HealthCheck> checks, Accounts accounts, Environment environment) {

    public RunDiagnostics {
        checks = List.copyOf(checks);
    }

    /** How long one check may take unless the user sets another time. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * What is wrong, each thing once though several checks may come upon it; with the profile's accounts on every known server,
     * where one is named.
     */
    public List<Complaint> examine(Optional<Profile> profile) {
        List<Account> known = profile.isPresent() ? accounts.knownWith(profile.get()) : accounts.known();
        Set<Complaint> complaints = new LinkedHashSet<>();
        Duration patience = environment.storeTimeout(PATIENCE);
        for (HealthCheck check : checks) {
            complaints.addAll(check.examine(environment, known, Deadline.after(patience, System.nanoTime())));
        }
        return new ArrayList<>(complaints);
    }
}
