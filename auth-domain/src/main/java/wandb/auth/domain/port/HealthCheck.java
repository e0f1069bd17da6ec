package wandb.auth.domain.port;

import java.util.List;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;

/**
 * Looks for problems in what a module owns on this machine. A port that only modules of this project implement, several of
 * them.
 */
public interface HealthCheck {

    /**
     * Looks, without changing anything that stays.
     *
     * @param accounts the accounts that are known
     * @return what is wrong, by the deadline; never an exception
     */
    List<Complaint> examine(Environment environment, List<Account> accounts, Deadline deadline);

    /**
     * One thing that is wrong.
     *
     * @param location where
     * @param reason what is wrong there, and the command or the step that fixes it
     */
    record Complaint(Location location, Reason reason) {}
}
