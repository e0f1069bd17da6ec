package wandb.auth.helper;

import java.util.function.Supplier;
import wandb.auth.domain.Account;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.NetrcFormat;

/**
 * How the output of a command is read.
 *
 * @param format what it is
 * @param netrc who can read a netrc; asked where it is one
 */
record CommandReading(CommandFormat format, Supplier<Iterable<NetrcFormat>> netrc) {

    private static final String CORRECT = "Correct the netrc that the command writes.";

    /** What the output says for the account. */
    Outcome read(CommandOutput output, Account account) throws ProgramException {
        return switch (format) {
            case KEY -> output.key();
            case NETRC -> inNetrc(output, account);
            case EITHER -> output.isNetrc() ? inNetrc(output, account) : output.key();
        };
    }

    private Outcome inNetrc(CommandOutput output, Account account) throws ProgramException {
        for (NetrcFormat reader : netrc.get()) {
            Outcome outcome = reader.find(output.bytes(), account);
            return outcome instanceof Outcome.Unusable unusable
                    ? new Outcome.Unusable(new Reason(
                            output.command() + " wrote a netrc that cannot be used: "
                                    + unusable.reason().problem(),
                            CORRECT))
                    : outcome;
        }
        throw new ProgramException("Nothing here reads a netrc.", "Install the whole program.");
    }
}
