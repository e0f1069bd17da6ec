package wandb.auth.cli;

import java.io.InputStream;
import java.io.PrintStream;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
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

    /** Whether a person can be asked for a key. As for the SDK, nobody sits at a terminal of the type {@code dumb}. */
    boolean mayAsk() {
        return environment.terminal().input()
                && !environment.variable("TERM").orElse("").equals("dumb");
    }

    /** Asks for the account. */
    Query query(Account account) {
        return new Questions(environment).toStore(account);
    }
}
