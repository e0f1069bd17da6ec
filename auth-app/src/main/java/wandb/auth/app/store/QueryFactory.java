package wandb.auth.app.store;

import java.time.Duration;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;

/**
 * Makes the questions of this process. Each is made when it is asked, so that its time is its own: a slow server or a person
 * who takes long takes nothing from the store that is asked next. Somebody is asked to unlock something only where somebody
 * sits at a terminal, and has the time to do it.
 *
 * @param environment what is taken from the process
 */
public record QueryFactory(Environment environment) {

    private static final Duration FOR_PROGRAMS = Duration.ofSeconds(10);
    private static final Duration FOR_A_PERSON = Duration.ofMinutes(1);

    /** Longer than anybody sets {@code WANDB_HTTP_TIMEOUT}, which counts. */
    private static final Duration FOR_SERVERS = Duration.ofMinutes(10);

    /** A question to sources and stores about the account. */
    public Query toStore(Account account) {
        boolean isWatched =
                environment.terminal().input() || environment.terminal().error();
        Duration forPrograms = environment.storeTimeout(FOR_PROGRAMS);
        return isWatched
                ? new Query(account, Interaction.ALLOWED, in(longer(FOR_A_PERSON, forPrograms)))
                : new Query(account, Interaction.NONE, in(forPrograms));
    }

    /** A question to the account's server. */
    public ServerRequest toServer(Account account) {
        return new ServerRequest(account.host(), in(FOR_SERVERS));
    }

    /** By when a store must have said whether it can be used. */
    public Deadline forAvailability() {
        return in(environment.storeTimeout(FOR_PROGRAMS));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Deadline in(Duration patience) {
        return Deadline.after(patience, System.nanoTime());
    }
}
