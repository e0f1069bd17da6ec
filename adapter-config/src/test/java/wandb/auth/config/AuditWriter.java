package wandb.auth.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wandb.auth.config.audit.FileAuditTrail;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.AuditEvent;

/** A process that does nothing but record events. */
final class AuditWriter {

    static final Environment ENVIRONMENT =
            new Environment(Map.of(), Optional.empty(), Path.of("/"), OperatingSystem.LINUX, Terminal.NONE);

    private AuditWriter() {}

    /** Records events with the detail {@code NAME-NUMBER} in a file, and prints why where that does not work. */
    public static void main(String[] args) {
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            record(Path.of(args[0]), event(args[1] + "-" + i))
                    .ifPresent(reason -> System.out.println(reason.toString()));
        }
    }

    static Optional<Reason> record(Path file, AuditEvent event) {
        return new FileAuditTrail(Integer.MAX_VALUE).record(ENVIRONMENT, file, event);
    }

    static Optional<Reason> obstacle(Path file) {
        return new FileAuditTrail().obstacle(ENVIRONMENT, file);
    }

    static AuditEvent event(String detail) {
        Account account = new Account(Host.parse("https://wandb.example.com"), new Profile("work"));
        return new AuditEvent(
                AuditEvent.Action.HAND_OUT,
                account,
                Optional.of(new SourceId("keyring")),
                AuditEvent.Result.REFUSED,
                detail);
    }
}
