package wandb.auth.config;

import wandb.auth.domain.AuthPolicy;
import wandb.auth.domain.Environment;

/** The rules of both files {@code auth.ini}. */
public final class FileAuthPolicy implements AuthPolicy {

    private final AuthFiles files;

    /** The policy of this machine and its user. */
    public FileAuthPolicy() {
        this(new AuthFiles());
    }

    FileAuthPolicy(AuthFiles files) {
        this.files = files;
    }

    @Override
    public Policy read(Environment environment) {
        return new PolicyReading(files, environment).policy();
    }
}
