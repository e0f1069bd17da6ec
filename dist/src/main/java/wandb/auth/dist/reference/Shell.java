package wandb.auth.dist.reference;

import java.util.Locale;

/** The shells that we write completion scripts for. */
enum Shell {
    /** GNU Bash, 3.2 and newer. */
    BASH,
    /** The Z shell with its completion system. */
    ZSH,
    /** fish, 3.1 and newer. */
    FISH,
    /** PowerShell, 5.1 and newer. */
    POWERSHELL;

    /** The name that it is called by on our command line. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The script that completes the commands of a program in this shell. It starts no program but {@code wandb-auth}, for what is known here. */
    String script(CommandModel program) {
        return switch (this) {
            case BASH -> new BashScript(program).text();
            case ZSH -> new ZshScript(program).text();
            case FISH -> new FishScript(program).text();
            case POWERSHELL -> new PowerShellScript(program).text();
        };
    }
}
