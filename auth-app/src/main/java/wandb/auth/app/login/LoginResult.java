package wandb.auth.app.login;

import java.util.List;
import java.util.Optional;
import wandb.auth.app.store.KeySource;
import wandb.auth.domain.Account;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.WorkspaceTrust.Consent;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Saved;

/** The result of a login. */
public sealed interface LoginResult {

    /**
     * The key was saved and read back, or was in the store already: then nothing was saved, and from now on it is used.
     *
     * @param command what was to be saved
     * @param saved where it is now
     * @param verdict what the server said before; empty if it was not asked, never {@link Verdict.Rejected}
     * @param unnoted why later runs do not know the store that holds the key; empty if they do
     * @param server the result of remembering the server; empty if the command line did not name one
     * @param anonymous the result of taking an option without effect out of the settings; empty if it is not there
     * @param replaced the result of erasing the key from the places that it was in before
     * @param displaced the account whose other key stood in the entry that the key is in now; empty if none did
     * @param shadow the step of another source that the next run would use, or fail at, before the saved key
     * @param oldSdk the SDK of this shell, where it is too old to use the key
     */
    record LoggedIn(
            SaveKeyCommand command,
            Saved.Stored saved,
            Optional<Verdict> verdict,
            Optional<Complaint> unnoted,
            Optional<Parsed<Kept>> server,
            Optional<Parsed<Kept>> anonymous,
            List<Replaced> replaced,
            Optional<Account> displaced,
            Optional<Step> shadow,
            Optional<InstalledSdk> oldSdk)
            implements LoginResult {
        public LoggedIn {
            replaced = List.copyOf(replaced);
        }

        /** What the store says of the key now. */
        public Step held() {
            return command.readBack(saved);
        }
    }

    /** A key that another place held before. */
    sealed interface Replaced {

        /**
         * It was to be erased.
         *
         * @param erased the result
         */
        record Tried(SourceId store, Erased erased) implements Replaced {}

        /**
         * It was left: the account was not known to be one, so the entry may be another program's.
         *
         * @param step the place
         */
        record LeftAlone(Step step) implements Replaced {}

        /**
         * It was left: it is another key than the one that is used from now on, and nobody saved that one just now.
         *
         * @param step the place
         */
        record Other(Step step) implements Replaced {}

        /**
         * It was left: the same entry of netrc is another account's.
         *
         * @param holder the other account
         */
        record Shared(SourceId store, Account holder) implements Replaced {}
    }

    /**
     * The key was not saved; nothing has changed.
     *
     * @param why the store's answer, which is not {@link Saved.Stored}
     */
    record NotSaved(Saved why) implements LoginResult {}

    /**
     * The server does not accept the credential; nothing has changed.
     *
     * @param said what the server said
     * @param source where the credential came from
     */
    record Rejected(String said, KeySource source) implements LoginResult {}

    /**
     * The server's confirmation was wanted and the server could not be asked; nothing has changed.
     *
     * @param reason why it could not
     * @param rule the rule that requires it; empty if the user asked for it
     */
    record Unconfirmed(Reason reason, Optional<Rule> rule) implements LoginResult {}

    /**
     * Only a workspace's file names the server, or gives the key, and the user has not consented to that; nothing was sent and
     * nothing has changed.
     *
     * @param consent what the user has to consent to
     * @param file the file, in words
     */
    record ConsentNeeded(Consent consent, String file) implements LoginResult {}

    /**
     * A credential is there already.
     *
     * @param step the source that gave it
     * @param verdict what the server says to it; empty if it was not asked, never {@link Verdict.Rejected}
     * @param server the result of remembering the server; empty if the command line did not name one
     */
    record AlreadyLoggedIn(Step step, Optional<Verdict> verdict, Optional<Parsed<Kept>> server)
            implements LoginResult {}

    /**
     * The credential that is there is no key and cannot be saved elsewhere.
     *
     * @param step the source that gave it
     */
    record NothingToSave(Step step) implements LoginResult {}

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

    /** The policy forbids it; nothing has changed. */
    record Forbidden(Rule rule) implements LoginResult {}
}
