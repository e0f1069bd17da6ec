package wandb.auth.cli.context;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import wandb.auth.app.profile.TakeOverSwitches;
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

    /** Takes over what the first edition noted, before a store is changed; where that fails, the change of the store says so too. */
    public void takeOverSwitches() {
        Optional<TakeOverSwitches> noted = compositionRoot.takeOverSwitches();
        if (noted.isPresent()) {
            noted.get()
                    .run()
                    .ifPresent(failed -> console.warn(Messages.notesNotTakenOver(failed.location(), failed.reason())));
        }
    }

    /** Asks for the account. */
    public Query query(Account account) {
        return new RequestContext(environment).toStore(account);
    }
}
