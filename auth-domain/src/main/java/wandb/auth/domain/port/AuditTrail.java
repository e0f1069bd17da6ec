package wandb.auth.domain.port;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;

/** Records what was done with credentials, where the policy asks for it. A port that only modules of this project implement. */
public interface AuditTrail {

    /** What would keep an event from being recorded in the file, judged without recording one; empty if nothing does. */
    Optional<Reason> obstacle(Environment environment, Path file);

    /**
     * Adds the event to the file, as one line, whole or not at all: before what it tells of is done, so that nothing is done
     * that could not be recorded. An event is in a file once, by how many names ever that is called.
     *
     * @return why that did not work, and what to do; empty if it did
     */
    Optional<Reason> record(Environment environment, Path file, AuditEvent event);

    /**
     * Takes the last event that was recorded back, since it did not happen. What has become of it takes its place, or is added
     * where the line cannot be taken back.
     *
     * @param instead what happened; empty if that is nothing
     */
    void correct(Environment environment, Path file, Optional<AuditEvent> instead);
}
