package wandb.auth.domain.port;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;

/** Records what was done with credentials, where the policy asks for it. A port that only a room of this project fills. */
public interface AuditTrail {

    /** What would keep an event from being recorded in the file, judged without recording one; empty where nothing does. */
    Optional<Reason> obstacle(Environment environment, Path file);

    /**
     * Adds the event to the file, as one line, whole or not at all.
     *
     * @return why that did not work, and what to do; empty where it did
     */
    Optional<Reason> record(Environment environment, Path file, AuditEvent event);
}
