package wandb.auth.app;

import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.HostChoice;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/**
 * Logs in, and remembers the server that the command line named for later runs, those of the SDK too.
 *
 * <p>The key goes first: a run that ends between the two leaves a key that nobody asks for, and never a server without
 * its key. Where remembering is bound to fail, nothing is saved at all.
 */
public final class RememberingLogIn {

    private final LogIn logIn;
    private final ServerMemory memory;
    private final Environment environment;

    /** Logs in with this use case and remembers servers there. */
    public RememberingLogIn(LogIn logIn, ServerMemory memory, Environment environment) {
        this.logIn = logIn;
        this.memory = memory;
        this.environment = environment;
    }

    /** Saves the key, then remembers the server where the command line named it. */
    public LoginResult save(HostChoice choice, Query query, ApiKey key) {
        if (!isNamedByCommandLine(choice)) {
            return logIn.save(query, key);
        }
        Optional<ServerMemory.Failed> obstacle = memory.obstacle(environment, choice.host());
        if (obstacle.isPresent()) {
            ServerMemory.Failed failed = obstacle.get();
            return new LoginResult.NotSaved(new Saved.Failed(failed.location(), failed.reason()));
        }
        LoginResult result = logIn.save(query, key);
        return result instanceof LoginResult.LoggedIn loggedIn
                ? loggedIn.with(memory.remember(environment, choice.host()))
                : result;
    }

    /** Tells which credential is there; where there is one, the server is remembered as by {@link #save}. */
    public LoginResult useExisting(HostChoice choice, Query query) {
        LoginResult result = logIn.useExisting(query);
        return result instanceof LoginResult.AlreadyLoggedIn there && isNamedByCommandLine(choice)
                ? new LoginResult.AlreadyLoggedIn(
                        there.step(), Optional.of(memory.remember(environment, choice.host())))
                : result;
    }

    private static boolean isNamedByCommandLine(HostChoice choice) {
        return choice.origin() == HostOrigin.OPTION || choice.origin() == HostOrigin.CLOUD_OPTION;
    }
}
