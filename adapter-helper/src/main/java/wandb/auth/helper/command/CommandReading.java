package wandb.auth.helper.command;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.domain.Account;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.port.NetrcFormat;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramSettings;

/**
 * How the output of a command, or a file, is read.
 *
 * @param field where in a JSON answer the key is; empty if it is not JSON
 * @param netrc who can read a netrc; asked where it is one
 */
public record CommandReading(CommandFormat format, Optional<JsonPointer> field, Supplier<Iterable<NetrcFormat>> netrc) {

    public static CommandReading of(ProgramSettings settings, boolean isStore, Supplier<Iterable<NetrcFormat>> netrc)
            throws ProgramException {
        Optional<String> field = settings.text("field");
        if (field.isPresent() && settings.text("format").isPresent()) {
            throw new ProgramException(Messages.fieldAndFormat(settings.id()));
        }
        try {
            return new CommandReading(CommandFormat.of(settings, isStore), field.map(JsonPointer::compile), netrc);
        } catch (IllegalArgumentException e) {
            throw new ProgramException(Messages.noJsonPointer(settings.id(), field.orElse("")));
        }
    }

    /** What the output says for the account. */
    public Outcome read(CommandOutput output, Account account) throws ProgramException {
        if (field.isPresent()) {
            return output.keyAt(field.get());
        }
        return switch (format) {
            case KEY -> output.key();
            case NETRC -> inNetrc(output, account);
            case FIRST_LINE -> output.keyOfFirstLine();
            case EITHER -> output.isNetrc() ? inNetrc(output, account) : output.key();
        };
    }

    private Outcome inNetrc(CommandOutput output, Account account) throws ProgramException {
        for (NetrcFormat reader : netrc.get()) {
            Outcome outcome = reader.find(output.bytes(), account);
            return outcome instanceof Outcome.Unusable unusable
                    ? new Outcome.Unusable(Messages.brokenNetrc(
                            output.command(), unusable.reason().problem()))
                    : outcome;
        }
        throw new ProgramException(Messages.noReaderOfNetrc());
    }
}
