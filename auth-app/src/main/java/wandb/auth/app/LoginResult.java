package wandb.auth.app;

import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InstalledSdk;
import wandb.auth.domain.Resolution;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.Rule;
import wandb.auth.domain.ServerMemory.Remembered;
import wandb.auth.domain.spi.Saved;

/** What came of a login. */
public sealed interface LoginResult {

    /**
     * The key was saved and read back.
     *
     * @param key the key
     * @param saved where it is now
     * @param shadow the step of another source that the next run would use, or fail at, before the saved key
     * @param oldSdk the SDK of this shell, where it is too old to use the key
     * @param server what came of remembering the server; empty where the command line did not name one
     */
    record LoggedIn(
            ApiKey key,
            Saved.Stored saved,
            Optional<Step> shadow,
            Optional<InstalledSdk> oldSdk,
            Optional<Remembered> server)
            implements LoginResult {

        /** A login that leaves open which server later runs are for. */
        public LoggedIn(ApiKey key, Saved.Stored saved, Optional<Step> shadow, Optional<InstalledSdk> oldSdk) {
            this(key, saved, shadow, oldSdk, Optional.empty());
        }

        LoggedIn with(Remembered remembered) {
            return new LoggedIn(key, saved, shadow, oldSdk, Optional.of(remembered));
        }
    }

    /**
     * The store did not save the key; nothing has changed.
     *
     * @param why the store's answer, which is not {@link Saved.Stored}
     */
    record NotSaved(Saved why) implements LoginResult {}

    /**
     * A credential is there already.
     *
     * @param step the source that gave it
     * @param server what came of remembering the server; empty where the command line did not name one
     */
    record AlreadyLoggedIn(Step step, Optional<Remembered> server) implements LoginResult {

        /** A login that leaves open which server later runs are for. */
        public AlreadyLoggedIn(Step step) {
            this(step, Optional.empty());
        }
    }

    /**
     * A source names the account but cannot give a valid, allowed credential.
     *
     * @param step the source and its reason
     */
    record Blocked(Step step) implements LoginResult {}

    /**
     * No source has a credential.
     *
     * @param resolution where it was looked for
     */
    record NoCredential(Resolution resolution) implements LoginResult {}

    /**
     * The policy forbids it; nothing has changed.
     *
     * @param rule the rule
     */
    record Forbidden(Rule rule) implements LoginResult {}
}
