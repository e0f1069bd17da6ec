package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;

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
        List<Commands> owners = owners(name);
        if (owners.isEmpty()) {
            return "Unknown option " + name + ".";
        }
        StringBuilder sentence = new StringBuilder("'" + command + "' has no option " + name + ", unlike");
        for (int i = 0; i < owners.size(); i++) {
            String before = i == 0 ? " '" : i < owners.size() - 1 ? ", '" : " and '";
            sentence.append(before).append(owners.get(i).line()).append('\'');
        }
        return sentence.append('.').toString();
    }
}
