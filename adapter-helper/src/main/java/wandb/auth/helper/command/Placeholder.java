package wandb.auth.helper.command;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProgramException;

/** What stands in a command for a part of the account that it is run for. */
enum Placeholder {
    /** The server's address; that of the public cloud is the documented one, whichever of its names is meant. */
    HOST,
    /** The name of the server's machine, with the port if the address has one. */
    MACHINE,
    PROFILE,
    /** The name of the user that this process acts as. */
    USER;

    private final String text = "{" + name().toLowerCase(Locale.ROOT) + "}";

    /** As it is written. */
    String text() {
        return text;
    }

    /** Those that the text has. */
    static Set<Placeholder> in(String text) {
        Set<Placeholder> found = EnumSet.noneOf(Placeholder.class);
        for (Placeholder placeholder : values()) {
            if (text.contains(placeholder.text)) {
                found.add(placeholder);
            }
        }
        return found;
    }

    /** The text with the values of the account; what a value holds is not looked at again. */
    static String fill(String text, Account account) throws ProgramException {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Placeholder found = null;
            for (Placeholder placeholder : values()) {
                found = text.startsWith(placeholder.text, at) ? placeholder : found;
            }
            filled.append(found == null ? text.substring(at, at + 1) : found.value(account));
            at += found == null ? 1 : found.text.length();
        }
        return filled.toString();
    }

    /** What stands for it. */
    String value(Account account) throws ProgramException {
        Host host = account.host();
        return switch (this) {
            case HOST -> host.isPublicCloud() ? Host.PUBLIC_CLOUD.url() : host.url();
            case MACHINE -> host.netrcMachine();
            case PROFILE -> account.profile().name();
            case USER -> user();
        };
    }

    private static String user() throws ProgramException {
        try {
            return ProcessUser.name();
        } catch (IOException e) {
            throw new ProgramException(Messages.userUnknown());
        }
    }
}
