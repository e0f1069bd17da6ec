package wandb.auth.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.AuditEvent;
import wandb.auth.domain.port.AuditTrail;

/** Keeps what is recorded, each event as a line. */
public final class FakeTrail implements AuditTrail {

    public static final Reason FULL = new Reason("The disk is full.", "Make room.");

    private final List<String> lines = new ArrayList<>();
    private final Set<Path> obstructed = new TreeSet<>();
    private final Set<Path> broken = new TreeSet<>();

    /** It can be seen before that nothing can be recorded there. */
    public void isObstructed(Path file) {
        obstructed.add(file);
    }

    /** It turns out that nothing can be recorded there. */
    public void cannotBeWritten(Path file) {
        broken.add(file);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public Optional<Reason> obstacle(Environment environment, Path file) {
        return obstructed.contains(file) ? Optional.of(FULL) : Optional.empty();
    }

    @Override
    public Optional<Reason> record(Environment environment, Path file, AuditEvent event) {
        if (broken.contains(file) || obstructed.contains(file)) {
            return Optional.of(FULL);
        }
        lines.add(line(file, event));
        return Optional.empty();
    }

    @Override
    public void correct(Environment environment, Path file, Optional<AuditEvent> instead) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).startsWith(file + ":")) {
                lines.remove(i);
                instead.ifPresent(event -> lines.add(line(file, event)));
                return;
            }
        }
    }

    private static String line(Path file, AuditEvent event) {
        String place = event.store().map(SourceId::value).orElse("nowhere");
        String line = file + ": " + event.action() + " " + place + " " + event.outcome() + " " + event.detail();
        return line.toLowerCase(Locale.ROOT).strip();
    }
}
