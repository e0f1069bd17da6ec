package wandb.auth.cli.context;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import wandb.auth.app.profile.TakeOverSwitches;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.spi.Query;

/**
 * What a command works with.
 *
 * @param environment what is taken from the process
 * @param in standard input
 * @param out standard output: results that a program reads
 * @param console what is said to a person
 * @param compositionRoot the sources, stores and ports
 */
public record CommandContext(
        Environment environment, InputStream in, PrintStream out, Console console, CompositionRoot compositionRoot) {

    /** Whether a person can be asked for a key. */
    public boolean mayAsk() {
        return environment.terminal().input();
    }

    /** Whether the policy in force is unknown, which has been reported then. */
    public boolean lacksPolicy() {
        Optional<String> problem = compositionRoot.policyProblem();
        if (problem.isPresent()) {
            console.error(problem.get());
        }
        return problem.isPresent();
    }

    /** Takes over what the first edition noted, before a store is changed; where that fails, the change of the store says so too. */
    public void takeOverSwitches() {
        Optional<TakeOverSwitches> takeOver = compositionRoot.takeOverSwitches();
        if (takeOver.isPresent()) {
            takeOver.get()
                    .run()
                    .ifPresent(failed -> console.warn(Messages.notesNotTakenOver(failed.location(), failed.reason())));
        }
    }

    /** Asks for the account. */
    public Query query(Account account) {
        return new QueryFactory(environment).toStore(account);
    }
}
