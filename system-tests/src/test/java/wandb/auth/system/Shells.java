package wandb.auth.system;

import java.util.ArrayList;
import java.util.List;

/** The shells that may be {@code /bin/sh} somewhere, each as words that begin a command line. */
final class Shells {

    private Shells() {}

    /** For tests with a parameter. */
    static List<String> all() {
        return List.of("dash", "bash", "bash --posix", "busybox sh", "ksh", "mksh", "yash", "zsh");
    }

    /** The script and its arguments, run by the shell. */
    static String[] command(Machine machine, String shell, String... script) {
        List<String> command = new ArrayList<>(List.of(shell.split(" ", -1)));
        machine.need(command.getFirst(), command.getFirst());
        command.addAll(List.of(script));
        return command.toArray(String[]::new);
    }
}
