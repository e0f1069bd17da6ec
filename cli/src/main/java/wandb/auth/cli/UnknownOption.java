package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.cli.message.Messages;

/** An option that a command does not have. */
final class UnknownOption {

    private UnknownOption() {}

    /** The commands that have it, in the order of the help. */
    static List<Commands> owners(String name) {
        List<Commands> owners = new ArrayList<>();
        for (Commands command : Commands.values()) {
            if (command.isListed() && command.spec().optionsMap().containsKey(name)) {
                owners.add(command);
            }
        }
        return owners;
    }

    /** What is wrong, in a sentence. */
    static String sentence(String name, String command) {
        List<String> owners = owners(name).stream().map(Commands::line).toList();
        return owners.isEmpty() ? Messages.unknownOption(name) : Messages.optionOfOthers(name, command, owners);
    }
}
