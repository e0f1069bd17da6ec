package wandb.auth.helper.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.helper.program.Program;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramFile;

/**
 * A command line with placeholders. Each is part of one argument: no shell ever sees a value.
 *
 * @param file the program
 * @param arguments its arguments, with placeholders
 * @param environment this process
 */
public record CommandTemplate(ProgramFile file, List<String> arguments, Environment environment) {

    public CommandTemplate {
        arguments = List.copyOf(arguments);
    }

    /** The placeholders that it has. */
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
            if (value.isEmpty() || value.contains("..")) {
                throw refused(placeholder, value, value.isEmpty() ? "It is empty." : "It holds '..'.");
            }
        }
        String filled = Placeholder.fill(argument, account);
        if (filled.startsWith("-") && !argument.startsWith("-")) {
            Placeholder first = Placeholder.in(argument).iterator().next();
            throw refused(first, filled, "An argument would begin with a dash.");
        }
        if (filled.contains("..") && !argument.contains("..")) {
            throw refused(Placeholder.in(argument).iterator().next(), filled, "An argument would hold '..'.");
        }
        return filled;
    }

    private ProgramException refused(Placeholder placeholder, String value, String why) {
        return new ProgramException(
                file.name() + " is not run with '" + TerminalSafe.of(value) + "' for " + placeholder.text() + ". "
                        + why,
                "Use another name, or another store for this account.");
    }
}
