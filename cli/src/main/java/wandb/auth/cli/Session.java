package wandb.auth.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;

/**
 * What a command works with.
 *
 * @param environment what is taken from the process
 * @param in standard input
 * @param out standard output: results that a program reads
 * @param talk what is said to a person
 * @param wiring the sources, stores and ports
 */
record Session(Environment environment, InputStream in, PrintStream out, Talk talk, Wiring wiring) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Whether a person can be asked for a key. As for the SDK, nobody sits at a terminal of the type {@code dumb}. */
    boolean mayAsk() {
        return environment.terminal().input()
                && !environment.variable("TERM").orElse("").equals("dumb");
    }

    /** Asks for the server's default account; nobody is asked to unlock anything. */
    Query query(Host host) {
        Account account = new Account(host, Profile.DEFAULT);
        return new Query(account, Interaction.NONE, Deadline.after(PATIENCE, System.nanoTime()));
    }
}
