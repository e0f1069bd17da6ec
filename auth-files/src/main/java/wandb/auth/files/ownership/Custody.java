package wandb.auth.files.ownership;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a file can be believed; both are empty if nothing has its name.
 *
 * @param sound its path, without a link on the way to it, if none but those whom we trust can change it, or put another in its
 *     place
 * @param violation how others can
 */
public record Custody(Optional<Path> sound, Optional<Violation> violation) {

    static Custody absent() {
        return new Custody(Optional.empty(), Optional.empty());
    }

    static Custody of(Path path, Optional<Violation> violation) {
        return new Custody(violation.isPresent() ? Optional.empty() : Optional.of(path), violation);
    }
}
