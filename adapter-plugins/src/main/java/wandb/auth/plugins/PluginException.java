package wandb.auth.plugins;

import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;

/** Why a plugin cannot be used. Its message quotes nothing that the plugin said. */
final class PluginException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    PluginException(Reason reason) {
        super(reason.problem());
        this.reason = new Reason(TerminalSafe.of(reason.problem()), reason.remedy());
    }

    Reason reason() {
        return reason;
    }
}
