package wandb.auth.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.AuditEvent;
import wandb.auth.domain.port.AuditTrail;
import wandb.auth.files.ownership.ProcessUser;

/** Records events in a file of JSON lines. */
public final class FileAuditTrail implements AuditTrail {

    /** Five seconds and the time that the attempts take. */
    private static final int LOCK_ATTEMPTS = 500;

    private final int lockAttempts;

    /** The trail, for the module system. */
    public FileAuditTrail() {
        this(LOCK_ATTEMPTS);
    }

    /** With so many attempts to lock a file that others keep locked. */
    FileAuditTrail(int lockAttempts) {
        this.lockAttempts = lockAttempts;
    }

    @Override
    public Optional<Reason> obstacle(Environment environment, Path file) {
        return new AuditFile(file, lockAttempts).obstacle();
    }

    @Override
    public Optional<Reason> record(Environment environment, Path file, AuditEvent event) {
        try {
            return new AuditFile(file, lockAttempts).add(AuditLine.of(Instant.now(), ProcessUser.name(), event));
        } catch (IOException e) {
            return Optional.of(new Reason(
                    "Nothing can be recorded, since the operating system does not tell which user this is.",
                    "Make /proc readable, or the folder for temporary files writable."));
        }
    }
}
