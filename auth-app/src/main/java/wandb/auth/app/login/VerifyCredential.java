package wandb.auth.app.login;

import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.app.Messages;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.domain.Account;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.server.CredentialVerifier;
import wandb.auth.domain.port.server.Verdict;

/** Asks the server whose credential it is, where that is wanted and safe. */
public final class VerifyCredential {

    private final Supplier<CredentialVerifier> verifier;
    private final Supplier<Environment> environment;
    private final QueryFactory queries;

    /** Asks with this verifier, which is made only where it is needed. */
    public VerifyCredential(
            Supplier<CredentialVerifier> verifier, Supplier<Environment> environment, QueryFactory queries) {
        this.verifier = verifier;
        this.environment = environment;
        this.queries = queries;
    }

    /** What the server says; empty if it is not to be asked. */
    Optional<Verdict> verdict(Account account, Credential credential, Verification wish, boolean isRequired) {
        if (!wish.isWanted() && !isRequired) {
            return Optional.empty();
        }
        boolean isReadable = account.host().isPlainHttpBeyondLoopback();
        return Optional.of(
                isReadable && wish != Verification.WANTED_ALSO_UNENCRYPTED
                        ? new Verdict.Unreachable(Messages.keyWouldBeReadable())
                        : verifier.get().verify(environment.get(), queries.toServer(account), credential));
    }
}
