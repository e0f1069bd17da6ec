package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shells that we write completion scripts for. */
public enum Shell {
    /** GNU Bash, 3.2 and newer. */
    BASH,
    /** The Z shell with its completion system. */
    ZSH,
    /** fish, 3.1 and newer. */
    FISH,
    /** PowerShell, 5.1 and newer. */
    POWERSHELL;

    /** The name that it is called by on our command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Shell shell : values()) {
            ids.add(shell.id());
        }
        return ids;
    }

    /** The shell of that name; empty if absent. */
    public static Optional<Shell> of(String id) {
        for (Shell shell : values()) {
            if (shell.id().equals(id)) {
                return Optional.of(shell);
            }
        }
        return Optional.empty();
    }

    /** The script that completes the commands of a program in this shell. It starts no program but {@code wandb-auth}, for what is known here. */
    public String script(CommandModel program) {
        return switch (this) {
            case BASH -> new BashScript(program).text();
            case ZSH -> new ZshScript(program).text();
            case FISH -> new FishScript(program).text();
            case POWERSHELL -> new PowerShellScript(program).text();
        };
    }
}
