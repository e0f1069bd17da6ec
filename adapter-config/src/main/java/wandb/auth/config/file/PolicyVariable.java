package wandb.auth.config.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.files.ownership.TrustedOwners;

/** The variable that names the administrator's file; it counts only where nothing stands in the file's place. */
public final class PolicyVariable {

    public static final String NAME = "WANDB_AUTH_POLICY";

    private PolicyVariable() {}

    /** What the file says that it names. */
    public static Parsed<AuthIni> read(String named) {
        try {
            Path path = Path.of(named);
            AuthFile file = new AuthFile(path, TrustedOwners.ROOT_OR_USER);
            if (!path.isAbsolute()) {
                return misnamed(Messages.policyPathIsRelative());
            }
            return file.isMissing() ? misnamed(Messages.policyIsMissing()) : file.read();
        } catch (InvalidPathException e) {
            return misnamed(Messages.policyPathIsInvalid());
        }
    }

    private static Parsed<AuthIni> misnamed(Reason reason) {
        return new Invalid<>(new Location.Variable(NAME), reason);
    }
}
