package wandb.auth.helper.command;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.domain.Account;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.NetrcFormat;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramSettings;

/**
 * How the output of a command, or a file, is read.
 *
 * @param format what it is
 * @param field where in a JSON answer the key is; empty if it is not JSON
 * @param netrc who can read a netrc; asked where it is one
 */
public record CommandReading(CommandFormat format, Optional<JsonPointer> field, Supplier<Iterable<NetrcFormat>> netrc) {

    private static final String CORRECT = "Correct the netrc.";

    /** How the settings say that it is read. */
    public static CommandReading of(ProgramSettings settings, boolean isStore, Supplier<Iterable<NetrcFormat>> netrc)
            throws ProgramException {
        Optional<String> field = settings.text("field");
        if (field.isPresent() && settings.text("format").isPresent()) {
            throw settings.problem("has field and format", "Remove format: with field, the answer is JSON");
        }
        try {
            return new CommandReading(CommandFormat.of(settings, isStore), field.map(JsonPointer::compile), netrc);
        } catch (IllegalArgumentException e) {
            throw settings.problem("field", field.orElse(""), "Write a JSON pointer, such as /data/api_key");
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
                    ? new Outcome.Unusable(new Reason(
                            output.saying(" a netrc that cannot be used: ")
                                    + unusable.reason().problem(),
                            CORRECT))
                    : outcome;
        }
        throw new ProgramException("Nothing here reads a netrc.", "Reinstall the program.");
    }
}
