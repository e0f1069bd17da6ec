package wandb.auth.settings.history;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.settings.Messages;

/**
 * API keys in the files where shells keep what was typed: counted, never shown. Local files answer at once, so the deadline
 * is not looked at.
 */
public final class ShellHistoryCheck implements HealthCheck {

    @Override
    public List<Complaint> examine(Environment environment, List<Account> accounts, Deadline deadline) {
        List<Complaint> complaints = new ArrayList<>();
        for (Path file : HistoryFiles.of(environment)) {
            complaint(file).ifPresent(complaints::add);
        }
        return complaints;
    }

    private static Optional<Complaint> complaint(Path file) {
        try {
            return new SharedFile(file).read().flatMap(content -> complaint(file, content.bytes()));
        } catch (FileException e) {
            boolean keepsNothing = e.kind() == FileException.Kind.NOT_A_FILE; // /dev/null keeps a shell from writing it
            return keepsNothing
                    ? Optional.empty()
                    : Optional.of(new Complaint(new Location.File(file), Messages.unreadableHistory(e)));
        }
    }

    private static Optional<Complaint> complaint(Path file, byte[] bytes) {
        KeyScanner spotter = new KeyScanner();
        int keys = 0;
        int line = 0;
        int firstLine = 0;
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                line++;
                // whatever the encoding, a key is ASCII
                int found = spotter.count(new String(bytes, start, i - start, StandardCharsets.ISO_8859_1));
                firstLine = keys == 0 && found > 0 ? line : firstLine;
                keys += found;
                start = i + 1;
            }
        }
        return keys == 0
                ? Optional.empty()
                : Optional.of(new Complaint(new Location.File(file, firstLine), Messages.keysInHistory(keys)));
    }
}
