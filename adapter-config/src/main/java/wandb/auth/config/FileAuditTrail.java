package wandb.auth.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import wandb.auth.domain.AuditEvent;
import wandb.auth.domain.AuditTrail;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;
import wandb.auth.files.custody.ProcessUser;

/** Records events in a file of JSON lines. */
public final class FileAuditTrail implements AuditTrail {

    @Override
    public Optional<Reason> obstacle(Environment environment, Path file) {
        return new AuditFile(file).obstacle();
    }

    @Override
    public Optional<Reason> record(Environment environment, Path file, AuditEvent event) {
        try {
            return new AuditFile(file).add(AuditLine.of(Instant.now(), ProcessUser.name(), event));
        } catch (IOException e) {
            return Optional.of(new Reason(
                    "Nothing can be recorded, since the operating system does not tell which user this is.",
                    "Make /proc readable, or the folder for temporary files writable."));
        }
    }
}
