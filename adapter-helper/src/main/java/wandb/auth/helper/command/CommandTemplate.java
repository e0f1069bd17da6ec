package wandb.auth.helper.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.Program;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramFile;

/** A command line with placeholders. Each is part of one argument: no shell ever sees a value. */
public record CommandTemplate(ProgramFile file, List<String> arguments, Environment environment) {

    public CommandTemplate {
        arguments = List.copyOf(arguments);
    }

    Set<Placeholder> placeholders() {
        Set<Placeholder> all = EnumSet.noneOf(Placeholder.class);
        for (String argument : arguments) {
            all.addAll(Placeholder.in(argument));
        }
        return all;
    }

    /**
     * The command for the account.
     *
     * @throws ProgramException if a value would be taken for an option or lead out of a folder
     */
    Program forAccount(Account account) throws ProgramException {
        List<String> filled = new ArrayList<>();
        for (String argument : arguments) {
            filled.add(filled(argument, account));
        }
        return new Program(file, filled, environment);
    }

    private String filled(String argument, Account account) throws ProgramException {
        if (Placeholder.in(argument).isEmpty()) {
            return argument;
        }
        for (Placeholder placeholder : Placeholder.in(argument)) {
            String value = placeholder.value(account);
            if (value.isEmpty()) {
                throw new ProgramException(Messages.emptyValue(file.name(), placeholder.text(), value));
            }
            if (value.contains("..")) {
                throw new ProgramException(Messages.dotsInValue(file.name(), placeholder.text(), value));
            }
        }
        String filled = Placeholder.fill(argument, account);
        String first = Placeholder.in(argument).iterator().next().text();
        if (filled.startsWith("-") && !argument.startsWith("-")) {
            throw new ProgramException(Messages.dashBeforeArgument(file.name(), first, filled));
        }
        if (filled.contains("..") && !argument.contains("..")) {
            throw new ProgramException(Messages.dotsInArgument(file.name(), first, filled));
        }
        return filled;
    }
}
