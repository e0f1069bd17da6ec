package wandb.auth.config.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.config.file.KeyFiles;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.AuditEvent;
import wandb.auth.domain.port.AuditTrail;
import wandb.auth.files.ownership.ProcessUser;

/** Records events in a file of JSON lines. */
public final class FileAuditTrail implements AuditTrail {

    /** About a second; a line is written in much less. */
    private static final int LOCK_ATTEMPTS = 100;

    private final int lockAttempts;

    /** Where the last event was recorded. */
    private final List<Line> lines = new ArrayList<>();

    /** The trail, for the module system. */
    public FileAuditTrail() {
        this(LOCK_ATTEMPTS);
    }

    /** With so many attempts to lock a file that others keep locked. */
    public FileAuditTrail(int lockAttempts) {
        this.lockAttempts = lockAttempts;
    }

    @Override
    public Optional<Reason> obstacle(Environment environment, Path file) {
        return KeyFiles.are(environment, file)
                ? Optional.of(Messages.noTrail())
                : new AuditFile(file, lockAttempts).obstacle();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // two events that are equal may follow each other
    public Optional<Reason> record(Environment environment, Path file, AuditEvent event) {
        lines.removeIf(line -> line.event != event);
        if (KeyFiles.are(environment, file)) {
            return Optional.of(Messages.noTrail());
        }
        for (Line line : lines) {
            if (KeyFiles.isSameFile(line.path, file)) {
                return Optional.empty();
            }
        }
        try {
            AuditFile written = new AuditFile(file, lockAttempts);
            Optional<Reason> reason = written.add(AuditLine.of(Instant.now(), ProcessUser.name(), event));
            if (reason.isEmpty()) {
                lines.add(new Line(event, file, written));
            }
            return reason;
        } catch (IOException e) {
            return Optional.of(Messages.userUnknown());
        }
    }

    @Override
    public void correct(Environment environment, Path file, Optional<AuditEvent> instead) {
        for (Line line : lines) {
            if (line.path.equals(file)) {
                correct(line, instead);
            }
        }
        lines.removeIf(line -> line.path.equals(file));
    }

    private static void correct(Line line, Optional<AuditEvent> instead) {
        boolean isTakenBack = line.written.takeBack();
        Optional<AuditEvent> added = isTakenBack || instead.isPresent() ? instead : Optional.of(nothing(line.event));
        try {
            if (added.isPresent()) {
                line.written.add(AuditLine.of(Instant.now(), ProcessUser.name(), added.get()));
            }
        } catch (IOException e) {
            return; // what was recorded before could not be corrected
        }
    }

    private static AuditEvent nothing(AuditEvent event) {
        return new AuditEvent(
                event.action(), event.account(), event.store(), AuditEvent.Result.FAILED, Messages.NOTHING_DONE);
    }

    /** An event, and the file that it was added to. */
    private record Line(AuditEvent event, Path path, AuditFile written) {}
}
